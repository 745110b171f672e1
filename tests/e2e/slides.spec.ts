import process from 'node:process'
import { course, expect, openSlide, slideNo, test } from './course.ts'

test('arrow keys and the bar move the deck, and a slide that is stayed at counts as seen', async ({ page }) => {
  const no = slideNo('depression.start')
  // A slide counts once it has stayed: who steps over it has not seen it.
  const seen = (count: number) => expect.poll(() => page.evaluate(() => Object.keys(JSON.parse(localStorage.getItem('wandering-nerve.progress') ?? '{}').seen ?? {}).length)).toBe(count)
  await openSlide(page, no)
  await seen(1)
  await page.keyboard.press('ArrowRight')
  await expect(page).toHaveURL(new RegExp(`/${no + 1}$`))
  await seen(2)
  await page.getByRole('navigation', { name: 'Slides' }).getByRole('button', { name: 'Next' }).click()
  await expect(page).toHaveURL(new RegExp(`/${no + 2}$`))
  await seen(3)
})

test('a slide drawn ready behind the shown one is not seen, not heard and not reached by Tab', async ({ page }) => {
  const check = slideNo(course.outline.sections.find(({ id }) => id === 'depression')!.slides.find(({ layout }) => layout === 'check')!.id)
  await openSlide(page, check - 1)
  // The question stands there, with its options and its button.
  const next = page.locator(`.slidev-page-${check}`)
  await expect(next.locator('input').first()).toBeAttached()
  await expect(next.locator('main')).toBeHidden()
  await expect(page.getByRole('main')).toHaveCount(1)
  const heading = next.locator('h1')
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(await heading.textContent() ?? '')
  for (let tab = 0; tab < 12; tab++) {
    await page.keyboard.press('Tab')
    expect(await next.evaluate(slide => slide.contains(document.activeElement))).toBe(false)
  }
  expect(await next.evaluate(slide => getComputedStyle(slide).contentVisibility)).toBe('hidden')
})

test('a figure’s words can be read: each drawing has a name or is marked as decoration', async ({ page }) => {
  for (const id of ['vagus-nerve', 'depression']) {
    await page.goto(`/learn/${id}`)
    await page.locator('.onward').waitFor()
    const nameless = await page.locator('main svg').evaluateAll(drawings => drawings.filter(svg =>
      !svg.closest('[aria-hidden="true"]') && !svg.getAttribute('aria-labelledby') && !svg.getAttribute('aria-label')).map(svg => svg.outerHTML.slice(0, 80)))
    expect(nameless).toEqual([])
  }
})

test('the presenter’s view shows a question of the next slide that cannot be operated', async ({ page }) => {
  const check = slideNo(course.outline.sections.find(({ id }) => id === 'depression')!.slides.find(({ layout }) => layout === 'check')!.id)
  await page.goto(`${process.env.PRESENT_URL}/presenter/${check - 1}`)
  const preview = page.locator(`.slidev-page-${check} [data-question]`)
  await expect(preview).toBeAttached()
  expect(await preview.evaluate(question => question.closest('[inert]') !== null)).toBe(true)
})
