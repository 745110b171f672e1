import { expect, it } from 'vitest'
import { stylesOf, withoutFetchedFonts } from './styles-of.ts'

const html = '<main data-v-aaaa1111><p data-v-bbbb2222>Tea</p></main>'

it('keeps what is for all, and of the components only those that are drawn', () => {
  expect(stylesOf('html{color:red}p[data-v-bbbb2222]{margin:0}p[data-v-cccc3333]{margin:1em}', html)).toBe('html{color:red}p[data-v-bbbb2222]{margin:0}')
  expect(stylesOf('a[data-v-cccc3333],b[data-v-aaaa1111] :is(i,u),c{x:y}', html)).toBe('b[data-v-aaaa1111] :is(i,u),c{x:y}')
})

it('looks into rules that hold others, drops them when they are empty, and leaves fonts and animations whole', () => {
  expect(stylesOf('@media print{p[data-v-cccc3333]{a:b}}@container (width>9px){p[data-v-aaaa1111]{a:b}i[data-v-cccc3333]{a:b}}', html)).toBe('@container (width>9px){p[data-v-aaaa1111]{a:b}}')
  const whole = '@charset "utf-8";@font-face{font-family:A;src:url(a.woff2)}@keyframes k{from{a:b}to{a:c}}'
  expect(stylesOf(whole, html)).toBe(whole)
})

it('keeps nested rules with the rule that they are in', () => {
  expect(stylesOf('p[data-v-aaaa1111]{a:b;&:hover{c:d}}', html)).toBe('p[data-v-aaaa1111]{a:b;&:hover{c:d}}')
})

it('leaves out fonts that are fetched, and keeps those of the system that stand in for them', () => {
  const standIn = '@font-face{font-family:B;size-adjust:98%;src:local("Arial"),local("Helvetica")}'
  expect(withoutFetchedFonts(`a{b:c}@font-face{font-family:A;src:url(a.woff2)format("woff2")}${standIn}`)).toBe(`a{b:c}${standIn}`)
})
