import { answer, expect, openReading, outlineOf, test } from './course.ts'

const KEY = 'wandering-nerve.progress'
const section = outlineOf('depression')
const check = section.checks[0]!

test('answers survive a reload and a newer build with more questions and other words', async ({ page }) => {
  await page.goto('/')
  // What an older build saved: it knew another slide and another question, and one draw of six that is now partly gone.
  await page.evaluate(([key, check]) => localStorage.setItem(key!, JSON.stringify({
    version: 1,
    answers: [
      { question: 'depression.long-retired', response: 'a', score: 1, atMs: 1000, mode: 'page', revision: 1 },
      { question: check, response: 'a', score: 1, atMs: 2000, mode: 'slide', revision: 1 },
    ],
    attempts: [{ section: 'depression', seed: 'old', questions: ['depression.long-retired', check], sinceMs: 0, startedAtMs: 1500 }],
    seen: { 'depression.start': 500, 'depression.gone': 600 },
  })), [KEY, check] as const)
  await openReading(page, 'depression')
  await expect(page.locator(`[data-question="${check}"]`).getByRole('status')).toHaveText(/^Correct/)
  await page.goto('/quiz/depression')
  await expect(page.getByRole('heading', { name: 'Passed: 100 %' })).toBeVisible()
  const saved = await page.evaluate(key => JSON.parse(localStorage.getItem(key)!), KEY)
  expect(saved.answers.map((answer: { question: string }) => answer.question)).toContain('depression.long-retired')
})

test('with storage blocked the course goes on and says once that progress will not be kept', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(window, 'localStorage', { get() {
    throw new DOMException('denied', 'SecurityError')
  } }))
  await openReading(page, 'depression')
  await expect(page.locator('[data-notice="storage"]')).toHaveCount(1)
  await expect(page.locator('[data-notice="storage"]')).toContainText('will not be kept')
  await answer(page, check)
  await expect(page.locator(`[data-question="${check}"]`).getByRole('status')).toHaveText(/^Correct/)
})

test('with storage full the course goes on and says so', async ({ page }) => {
  await page.addInitScript((key) => {
    const set = Storage.prototype.setItem
    Storage.prototype.setItem = function (name, value) {
      if (name === key)
        throw new DOMException('full', 'QuotaExceededError')
      set.call(this, name, value)
    }
  }, KEY)
  await openReading(page, 'depression')
  await answer(page, check)
  await expect(page.locator('[data-notice="storage"]')).toContainText('storage is full')
  await expect(page.locator(`[data-question="${check}"]`).getByRole('status')).toHaveText(/^Correct/)
})

test('damaged progress is set aside, not written over', async ({ page }) => {
  await page.goto('/')
  await page.evaluate(key => localStorage.setItem(key, '{"version":1,"answers":[{"quest'), KEY)
  await page.reload()
  await expect(page.locator('[data-notice="storage"]')).toContainText('set aside')
  expect(await page.evaluate(key => localStorage.getItem(`${key}.damaged`), KEY)).toContain('"quest')
})

test('an answer given in one tab shows in the other without a reload, and neither is lost', async ({ page, context }) => {
  await openReading(page, 'depression')
  const other = await context.newPage()
  await other.goto(new URL('/learn/depression', page.url()).href)
  await other.locator('.onward').waitFor()
  await answer(page, check)
  await expect(other.locator(`[data-question="${check}"]`).getByRole('status')).toHaveText(/^Correct/)
  await answer(other, section.checks[1]!)
  const saved = await page.evaluate(key => JSON.parse(localStorage.getItem(key)!), KEY)
  expect(saved.answers).toHaveLength(2)
})
