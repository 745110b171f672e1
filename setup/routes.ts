export { default } from '../deck/routes.ts'
