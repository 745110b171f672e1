export { default } from './deck/uno.config.ts'
