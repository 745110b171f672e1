import type { Locator, Page } from '@playwright/test'
import { expect, openSlide, outlineOf, slideNo, test } from './course.ts'

const checkSlide = slideNo(outlineOf('depression').slides.find(({ layout }) => layout === 'check')!.id)

/** Moves a finger over something from right to left. */
async function swipe(page: Page, over: Locator): Promise<void> {
  const box = (await over.boundingBox())!
  const session = await page.context().newCDPSession(page)
  const y = box.y + box.height / 3
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x: box.x + box.width - 20, y }] })
  for (let x = box.x + box.width - 40; x > box.x + 20; x -= 30)
    await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ x, y }] })
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
}

test('a swipe inside a question never moves the deck, and one beside it does', async ({ page }) => {
  await openSlide(page, checkSlide)
  await swipe(page, page.locator(`.slidev-page-${checkSlide} [data-question]`))
  // Where the next swipe leads tells what the first one did.
  await swipe(page, page.locator(`.slidev-page-${checkSlide} .frame-head`))
  await expect(page.locator(`.slidev-page-${checkSlide + 1} .frame-title`)).toBeFocused()
  await expect(page).toHaveURL(new RegExp(`/${checkSlide + 1}\\?slides$`))
})
