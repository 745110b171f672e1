export { default } from '../deck/shortcuts.ts'
