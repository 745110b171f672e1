import { expect, openSlide, outlineOf, slideNo, test } from './course.ts'

const check = outlineOf('depression').checks[0]!
const checkSlide = slideNo(outlineOf('depression').slides.find(({ layout }) => layout === 'check')!.id)

test('keys inside a question never move the deck', async ({ page }) => {
  await openSlide(page, checkSlide)
  const root = page.locator(`[data-question="${check}"]`)
  await root.getByRole('radio').first().focus()
  for (const key of ['ArrowDown', 'ArrowRight', 'ArrowLeft', 'Space', 'PageDown', 'd', 'g', 'o'])
    await page.keyboard.press(key)
  await expect(page).toHaveURL(new RegExp(`/${checkSlide}$`))
  await expect(root.getByRole('radio', { checked: true })).toHaveCount(1)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(root.getByRole('status')).toHaveText(/^(?:Correct|Not quite)/)
  await expect(page).toHaveURL(new RegExp(`/${checkSlide}$`))
})

test('one check is done with the keyboard alone, from the map on', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('link', { name: 'Depression', exact: true }).focus()
  await page.keyboard.press('Enter')
  await page.locator('.onward').waitFor()
  const root = page.locator(`[data-question="${check}"]`)
  for (let presses = 0; presses < 80 && !(await root.getByRole('radio').first().evaluate(radio => radio === document.activeElement)); presses++)
    await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(root.getByRole('status')).toHaveText(/^(?:Correct|Not quite)/)
})
