import { expect, it } from 'vitest'
import { deadLinks } from './dead-links.ts'

const page = (path: string, ...inside: string[]) => ({ path, html: inside.join('') })
const link = (href: string) => `<a class="x" href="${href}">there</a>`

const evidence = page('/evidence', '<article id="verdict-tea-first"></article>')

it('a link to a page that is there is alive, from any depth and with or without a slash at its end', () => {
  expect(deadLinks([page('/', link('/evidence'), link('evidence/')), page('/learn/tea', link('../../evidence/#verdict-tea-first'), link('../..')), evidence])).toEqual([])
})

it('a link to no page is dead', () => {
  expect(deadLinks([page('/', link('/evidense')), evidence])).toEqual(['/ has a dead link: /evidense'])
})

it('a link to an anchor that its page does not have is dead, on this page and on another', () => {
  expect(deadLinks([page('/', link('/evidence#tea.first'), link('#nowhere')), evidence])).toEqual(['/ has a dead link: /evidence#tea.first', '/ has a dead link: #nowhere'])
})

it('links to other hosts, and slides, which are drawn in the browser, are not looked at', () => {
  expect(deadLinks([page('/', link('https://doi.org/10.1/x'), link('/12?slides'))], [], ['/12'])).toEqual([])
})

it('links that no document holds are looked at too', () => {
  expect(deadLinks([evidence], ['/evidence#verdict-tea-first', '/evidence#gone'])).toEqual(['a dead link: /evidence#gone'])
})
