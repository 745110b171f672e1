import { SECOND_PRESS_MS } from '../../core/asking.ts'
import { pressCheck } from './by-keyboard.ts'
import { course, expect, openSlide, outlineOf, questionOf, slideNo, test } from './course.ts'

const check = outlineOf('depression').checks[0]!
const checkSlide = slideNo(outlineOf('depression').slides.find(({ layout }) => layout === 'check')!.id)

test('keys that a question uses never move the deck', async ({ page }) => {
  await openSlide(page, checkSlide)
  const root = page.locator(`[data-question="${check}"]`)
  await root.getByRole('radio').first().focus()
  for (const key of ['ArrowDown', 'ArrowRight', 'ArrowLeft', 'Space', 'd', 'g', 'o'])
    await page.keyboard.press(key)
  await expect(page).toHaveURL(new RegExp(`/${checkSlide}$`))
  await expect(root.getByRole('radio', { checked: true })).toHaveCount(1)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(root.getByRole('status')).toHaveText(/^(?:Correct|Not quite)/)
  await expect(page).toHaveURL(new RegExp(`/${checkSlide}$`))
})

test('arrow keys in the slider of an estimate never move the deck', async ({ page }) => {
  const no = course.outline.sections
    .flatMap(({ slides, checks }) => slides.filter(({ layout }) => layout === 'check').map((slide, place) => ({ no: slideNo(slide.id), check: checks[place]! })))
    .find(({ check }) => questionOf(check).type === 'estimate')!
    .no
  await openSlide(page, no)
  const slider = page.locator(`.slidev-page-${no}`).getByRole('slider')
  await slider.focus()
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowLeft', 'ArrowUp', 'Home'])
    await page.keyboard.press(key)
  await expect(slider).toHaveAttribute('aria-valuetext', /^\d+ people in 100$/)
  await expect(page).toHaveURL(new RegExp(`/${no}$`))
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
  await pressCheck(page, root)
  await expect(root.getByRole('status')).toHaveText(/^(?:Correct|Not quite)/)
})

test.describe('in a hurry', () => {
  test.use({ hasty: true })

  test('who goes on by key chooses in the next question at once', async ({ page }) => {
    await page.goto('/quiz/depression?questions=serotonin-in-people,pathway-is-not-mood&seed=a')
    const first = page.locator('[data-question]')
    await first.getByRole('radio').first().focus()
    await page.keyboard.press('Space')
    await pressCheck(page, first)
    await first.getByRole('button', { name: 'Next question' }).focus()
    await page.waitForTimeout(SECOND_PRESS_MS)
    const id = await first.getAttribute('data-question')
    await page.keyboard.press('Enter')
    const next = page.locator(`[data-question]:not([data-question="${id}"])`)
    await next.getByRole('radio').first().waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    await expect(next.getByRole('radio', { checked: true })).toHaveCount(1)
  })
})

test('after a click on Check answer, or Escape, the arrow keys move the deck again', async ({ page }) => {
  await openSlide(page, checkSlide)
  const root = page.locator(`.slidev-page-${checkSlide} [data-question]`)
  await root.getByRole('radio').first().check()
  await root.getByRole('button', { name: 'Check answer' }).click()
  await page.keyboard.press('ArrowRight')
  await expect(page).toHaveURL(new RegExp(`/${checkSlide + 1}$`))
  await page.keyboard.press('ArrowLeft')
  await expect(page).toHaveURL(new RegExp(`/${checkSlide}$`))
  await root.getByRole('radio').first().focus()
  await page.keyboard.press('ArrowRight')
  await expect(page).toHaveURL(new RegExp(`/${checkSlide}$`))
  await page.keyboard.press('Escape')
  await page.keyboard.press('ArrowRight')
  await expect(page).toHaveURL(new RegExp(`/${checkSlide + 1}$`))
})

test('after a click on a figure or on the bar the arrow keys move the deck', async ({ page }) => {
  const no = slideNo('vagus-nerve.course')
  await openSlide(page, no)
  await page.getByRole('button', { name: 'Heart', exact: true }).click()
  await page.keyboard.press('ArrowRight')
  await expect(page).toHaveURL(new RegExp(`/${no + 1}$`))
  await page.getByRole('navigation', { name: 'Slides' }).getByRole('button', { name: 'Next' }).click()
  await expect(page).toHaveURL(new RegExp(`/${no + 2}$`))
  await page.keyboard.press('ArrowRight')
  await expect(page).toHaveURL(new RegExp(`/${no + 3}$`))
})
