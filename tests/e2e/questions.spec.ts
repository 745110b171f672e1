import type { Page } from '@playwright/test'
import { isHeadline } from '../../core/course.ts'
import { answer, course, expect, outlineOf, questionOf, test } from './course.ts'

const types = ['choice', 'choices', 'order', 'match', 'sort', 'gap', 'estimate', 'hotspot'] as const
const questions = course.sections.flatMap(section => section.questions)

/** One question of each type, from the real banks. */
const oneOfEach = types.map(type => questions.find(question => question.type === type && question.quiz)!)

test('all eight types are in use, each at least three times', () => {
  for (const type of types)
    expect(questions.filter(question => question.type === type).length, type).toBeGreaterThanOrEqual(3)
})

/** Opens a section's quiz with this question as its first, and nothing answered. */
async function openQuizWith(page: Page, id: string): Promise<void> {
  const [section] = id.split('.') as [string]
  const others = outlineOf(section).questions.filter(question => question.quiz && question.id !== id).slice(0, 5).map(question => question.id)
  await page.addInitScript((attempt) => {
    localStorage.setItem('wandering-nerve.progress', JSON.stringify({ version: 1, answers: [], seen: {}, attempts: [attempt] }))
  }, { section, seed: 'test', questions: [id, ...others], sinceMs: 1, startedAtMs: 1 })
  await page.goto(`/quiz/${section}`)
  await page.locator(`[data-question="${id}"]`).waitFor()
}

for (const { id, type, prompt } of oneOfEach) {
  test(`a ${type} question has its prompt as name, says what is missing, and tells the outcome, right or wrong`, async ({ page }) => {
    await openQuizWith(page, id)
    const root = page.getByRole('group', { name: prompt, exact: true })
    await expect(root).toHaveAttribute('data-question', id)
    await root.getByRole('button', { name: 'Check answer' }).click()
    await expect(root.getByRole('status')).not.toBeEmpty()
    await expect(root.getByRole('status')).not.toHaveText(/^(?:Correct|Partly right|Not quite)/)
    expect(await page.evaluate(() => Object.keys(JSON.parse(localStorage.getItem('wandering-nerve.progress')!).answers))).toEqual([])
    await answer(page, id)
    await expect(root.getByRole('status')).toHaveText(/^Correct/)

    await openQuizWith(page, id)
    await answer(page, id, false)
    await expect(root.getByRole('status')).toHaveText(/^(?:Not quite|Partly right)/)
  })
}

test('the option under a figure is pressed on its words, though the figure fades out over them', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await openQuizWith(page, 'gut.which-part')
  const option = page.locator('.options label').first()
  await option.click()
  await expect(option.getByRole('radio')).toBeChecked()
})

test('the terms of a question are explained under it when their line is opened, and fit a narrow window', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await openQuizWith(page, 'pain.chronic-attacks')
  const root = page.locator('[data-question]')
  const line = root.getByText('Words in this question')
  await expect(root.getByText('Sham group', { exact: true })).toBeHidden()
  await root.getByRole('button', { name: 'Check answer' }).focus()
  await page.keyboard.press('Tab')
  await expect(line).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(root.getByText('Sham group', { exact: true })).toBeVisible()
  await expect(root.getByText('How often a gap of this size', { exact: false })).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  await page.keyboard.press('Enter')
  await page.emulateMedia({ media: 'print' })
  await expect(line).toBeHidden()
})

test('a quiz that was not enough leads from every miss to the place where it is taught', async ({ page }) => {
  await page.goto('/quiz/heart')
  const missed: string[] = []
  await page.locator('[data-question]').waitFor()
  while (await page.locator('[data-question]').isVisible()) {
    const root = page.locator('[data-question]')
    const id = (await root.getAttribute('data-question'))!
    missed.push(id)
    await answer(page, id, false)
    await root.getByRole('button', { name: /Next question|See the result/ }).click()
    await page.locator(`[data-question]:not([data-question="${id}"]), h2.result`).waitFor()
  }
  await expect(page.getByRole('heading', { name: /^Not yet/ })).toBeVisible()
  for (const id of missed) {
    const [section, slide] = isHeadline(id) ? [] : questionOf(id).taughtAt.split('.')
    const place = section ? `/learn/${section}/#${slide}` : `/glossary/#${course.headlines.find(headline => headline.id === id)!.lessons[0]}`
    await expect(page.locator(`main a[href$="${place}"]`).first()).toBeVisible()
  }
})
