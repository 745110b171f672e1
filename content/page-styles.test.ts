import { expect, it } from 'vitest'
import { isDrawnWith, marksIn, sheetsInOrder, stylesInPage } from './page-styles.ts'

it('has what is for all first, and a component after what it is made of', () => {
  const manifest = {
    'main.ts': { file: 'main.js', css: ['main.css'], imports: ['_link'], dynamicImports: ['page.vue'] },
    '_link': { file: 'link.js', css: ['link.css'] },
    'page.vue': { file: 'page.js', css: ['page.css'], imports: ['_card', '_link'], dynamicImports: ['late.vue'] },
    '_card': { file: 'card.js', css: ['card.css'], dynamicImports: ['late.vue'] },
    'late.vue': { file: 'late.js', css: ['late.css'], imports: ['_card'] },
  }
  expect(sheetsInOrder(manifest, 'main.ts')).toEqual(['main.css', 'link.css', 'card.css', 'late.css', 'page.css'])
})

it('knows a sheet by the marks of its components, or by its classes where it has none', () => {
  const marks = marksIn('<main class="frame wide" data-v-aaaa1111><p data-v-bbbb2222>card</p></main>')
  expect(isDrawnWith('p[data-v-bbbb2222]{margin:0}i[data-v-cccc3333]{margin:0}', marks)).toBe(true)
  expect(isDrawnWith('i[data-v-cccc3333]{margin:0}.frame[data-v-cccc3333]{margin:0}', marks)).toBe(false)
  expect(isDrawnWith('.other .wide>p{margin:.5em}', marks)).toBe(true)
  expect(isDrawnWith('.card{margin:0}', marks)).toBe(false)
})

it('puts whole sheets into a page, and says so to what comes later without fetching them', () => {
  const sheets = [
    { file: 'site/a.css', css: 'html{color:red}' },
    { file: 'site/b.css', css: 'p[data-v-bbbb2222]{margin:0}b[data-v-cccc3333]{margin:0}' },
    { file: 'site/c.css', css: 'i[data-v-dddd4444]{margin:0}' },
  ]
  expect(stylesInPage(sheets, new Set(['site/a.css']), '<p data-v-bbbb2222></p>', '/root/')).toEqual([
    '<style>html{color:red}\np[data-v-bbbb2222]{margin:0}b[data-v-cccc3333]{margin:0}</style>',
    '<link rel="stylesheet" href="/root/site/a.css" disabled>',
    '<link rel="stylesheet" href="/root/site/b.css" disabled>',
  ])
})
