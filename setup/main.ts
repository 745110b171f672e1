export { default } from '../deck/setup.ts'
