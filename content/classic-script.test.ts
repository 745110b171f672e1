import { expect, it } from 'vitest'
import { asClassic } from './classic-script.ts'

it('a document of files asks for no module, and for nothing with leave of another origin', () => {
  expect(asClassic([
    '<script src="early.js"></script>',
    '<script type="module" crossorigin src="assets/index.js"></script>',
    '<link rel="modulepreload" crossorigin href="assets/vue.js">',
    '<link rel="stylesheet" crossorigin href="assets/style.css">',
  ].join('\n'))).toBe([
    '<script src="early.js"></script>',
    '<script defer src="assets/index.js"></script>',
    '<link rel="stylesheet" href="assets/style.css">',
  ].join('\n'))
})
