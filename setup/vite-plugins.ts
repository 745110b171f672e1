export { default } from '../deck/vite-plugins.ts'
