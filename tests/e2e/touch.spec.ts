import { expect, openSlide, outlineOf, slideNo, test } from './course.ts'

const checkSlide = slideNo(outlineOf('depression').slides.find(({ layout }) => layout === 'check')!.id)

test('a swipe inside a question never moves the deck', async ({ page }) => {
  await openSlide(page, checkSlide)
  const box = (await page.locator(`.slidev-page-${checkSlide} [data-question]`).boundingBox())!
  const session = await page.context().newCDPSession(page)
  const y = box.y + box.height / 3
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x: box.x + box.width - 20, y }] })
  for (let x = box.x + box.width - 40; x > box.x + 20; x -= 30)
    await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ x, y }] })
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  await page.waitForTimeout(300)
  await expect(page).toHaveURL(new RegExp(`/${checkSlide}\\?slides$`))
})
