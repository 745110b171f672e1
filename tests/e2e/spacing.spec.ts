import { expect, openReading, test } from './course.ts'
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

test('text that is set larger is larger in figures, and under them, as on the page', async ({ page }) => {
  await openReading(page, 'depression')
  const figure = page.locator('.on-page .figure:has(.caption):has(.figure-foot)').first()
  await figure.scrollIntoViewIfNeeded()
  const sizes = () => Promise.all(['.caption', '.figure-foot summary, .figure-foot button'].map(part => figure.locator(part).first().evaluate(element => Number.parseFloat(getComputedStyle(element).fontSize) * (element as Element & { currentCSSZoom: number }).currentCSSZoom)))
  const before = await sizes()
  await page.evaluate(() => document.documentElement.dataset.text = 'larger')
  const grown = (await sizes()).map((size, index) => size / before[index]!)
  expect(grown).toEqual([expect.closeTo(25 / 18, 1), expect.closeTo(25 / 18, 1)])
})
