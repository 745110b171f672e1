import type { Page } from '@playwright/test'
import { answer, course, expect, openSlide, outlineOf, questionOf, slideNo, test } from './course.ts'

/** One question of each type, from the real banks. */
const oneOfEach = ['choice', 'choices', 'order', 'match'].map(type =>
  course.sections.filter(({ id }) => id === 'vagus-nerve' || id === 'depression').flatMap(section => section.questions).find(question => question.type === type && question.quiz)!)

/** Opens a section's quiz with this question as its first. */
async function openQuizWith(page: Page, id: string): Promise<void> {
  const [section] = id.split('.') as [string]
  const others = outlineOf(section).questions.filter(question => question.quiz && question.id !== id).slice(0, 5).map(question => question.id)
  await page.goto('/')
  await page.evaluate((attempt) => {
    localStorage.setItem('wandering-nerve.progress', JSON.stringify({ version: 1, answers: [], seen: {}, attempts: [attempt] }))
  }, { section, seed: 'test', questions: [id, ...others], sinceMs: 1, startedAtMs: 1 })
  await page.goto(`/quiz/${section}`)
  await page.locator(`[data-question="${id}"]`).waitFor()
}

for (const { id, type, prompt } of oneOfEach) {
  test(`a ${type} question has its prompt as name, says what is missing, and tells the outcome`, async ({ page }) => {
    await openQuizWith(page, id)
    const root = page.getByRole('group', { name: prompt, exact: true })
    await expect(root).toHaveAttribute('data-question', id)
    await root.getByRole('button', { name: 'Check answer' }).click()
    await expect(root.getByRole('status')).not.toBeEmpty()
    await expect(root.getByRole('status')).not.toHaveText(/^(?:Correct|Partly right|Not quite)/)
    expect(await page.evaluate(() => JSON.parse(localStorage.getItem('wandering-nerve.progress')!).answers)).toEqual([])
    await answer(page, id)
    await expect(root.getByRole('status')).toHaveText(/^Correct/)
  })

  test(`a wrong answer to a ${type} question is not correct`, async ({ page }) => {
    await openQuizWith(page, id)
    await answer(page, id, false)
    await expect(page.getByRole('status').first()).toHaveText(/^(?:Not quite|Partly right)/)
  })
}

test('a quiz that was not passed leads from every miss to the place where it is taught', async ({ page }) => {
  await page.goto('/quiz/heart')
  const missed: string[] = []
  await page.locator('[data-question]').waitFor()
  while (await page.locator('[data-question]').isVisible()) {
    const root = page.locator('[data-question]')
    const id = (await root.getAttribute('data-question'))!
    missed.push(id)
    await answer(page, id, false)
    await root.getByRole('button', { name: /Next question|See the result/ }).click()
    await page.locator(`[data-question]:not([data-question="${id}"]), .result`).waitFor()
  }
  await expect(page.getByRole('heading', { name: /^Not passed yet/ })).toBeVisible()
  for (const id of missed) {
    const [section, slide] = questionOf(id).taughtAt.split('.')
    await expect(page.locator(`main a[href="/learn/${section}#${slide}"]`).first()).toBeVisible()
  }
})

const check = outlineOf('depression').checks[0]!
const checkSlide = slideNo(outlineOf('depression').slides.find(({ layout }) => layout === 'check')!.id)

test('keys inside a question never move the deck', async ({ page, isMobile }) => {
  test.skip(isMobile, 'a keyboard is at hand on a desktop')
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

test('a swipe inside a question never moves the deck', async ({ page, isMobile }) => {
  test.skip(!isMobile, 'a swipe needs a touch screen')
  await openSlide(page, checkSlide)
  const box = (await page.locator(`.slidev-page-${checkSlide} [data-question]`).boundingBox())!
  const session = await page.context().newCDPSession(page)
  const y = box.y + box.height / 3
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x: box.x + box.width - 20, y }] })
  for (let x = box.x + box.width - 40; x > box.x + 20; x -= 30)
    await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ x, y }] })
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  await page.waitForTimeout(300)
  await expect(page).toHaveURL(new RegExp(`/${checkSlide}$`))
})

test('one check is done with the keyboard alone, from the map on', async ({ page, isMobile }) => {
  test.skip(isMobile, 'a keyboard is at hand on a desktop')
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
