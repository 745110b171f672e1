export { default } from '../deck/root.ts'
