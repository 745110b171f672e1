import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { asFile, glossaryPlace, learnPlace, readingPlace, slidesPlace, stayOnSlides, verdictPlace } from './places.ts'

it('a place on a page is the page and the anchor of what stands there', () => {
  expect(readingPlace('tea.leaves')).toBe(`${learnPlace('tea')}#leaves`)
  expect(verdictPlace('depression.implant-trd')).toMatch(/#verdict-depression-implant-trd$/)
  expect(glossaryPlace('sham-group')).toMatch(/#sham-group$/)
})

/** An address of the course, or an anchor, as it would be spelled by hand. */
const SPELLED = /["'`]\/(?:learn|quiz|handout|questions|evidence|glossary|progress|review|beliefs|accessibility|presenter|gallery)\b(?!\/client)|["'`#](?:verdict|claim)-\$\{|(?:to|href)="\//

const house = ['components', 'composables', 'content', 'core', 'layouts', 'pages', 'site', 'stores']
  .flatMap(folder => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(file => join(folder, file)))
  .filter(file => /\.(?:ts|vue)$/.test(file) && !/\.test\.ts$/.test(file) && file !== join('core', 'places.ts'))

it('no other file spells an address or an anchor', () => {
  expect(house.length).toBeGreaterThan(150)
  // What a comment or a doc gives as an example is no address.
  const code = (file: string) => readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
  expect(house.filter(file => SPELLED.test(code(file)))).toEqual([])
})

describe('in a folder of files', () => {
  it.each([
    ['/', '/index.html'],
    ['/learn/depression/#rats', '/learn/depression/index.html#rats'],
    ['/quiz/heart/?questions=a&seed=b', '/quiz/heart/index.html?questions=a&seed=b'],
    ['/12', '/slides/index.html#/12'],
    ['/presenter/3', '/slides/index.html#/presenter/3'],
    [stayOnSlides(slidesPlace('depression')), '/slides/index.html?slides#/depression'],
  ])('%s is %s', (place, file) => {
    expect(asFile(place)).toBe(file)
  })
})
