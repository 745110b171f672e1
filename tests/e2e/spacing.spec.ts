import { expect, test } from './course.ts'
import { settle } from './looking.ts'

/** What WCAG 1.4.12 names: somebody who needs it sets it by a style of their own. */
const SPACED = '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }'

for (const path of ['/', '/learn/depression', '/learn/whole-picture', '/quiz/gut', '/evidence', '/glossary', '/progress', '/accessibility']) {
  test(`${path} takes wider spacing of letters, words and lines, and nothing is cut off at the side`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto(path)
    await settle(page)
    await page.addStyleTag({ content: SPACED })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    const cut = await page.evaluate(() => [...document.querySelectorAll<HTMLElement>('main :is(button, a, p, li, label, th, td, h1, h2, h3)')]
      .filter(element => getComputedStyle(element).overflowX === 'hidden' && element.scrollWidth > element.clientWidth + 1 && !element.closest('.visually-hidden'))
      .map(element => element.textContent?.slice(0, 40)))
    expect(cut).toEqual([])
  })
}
