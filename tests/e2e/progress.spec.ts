import type { Page } from '@playwright/test'
import { readFile } from 'node:fs/promises'
import process from 'node:process'
import { PROGRESS_VERSION } from '../../core/packed-progress.ts'
import { readSaved } from '../../core/saved-progress.ts'
import { answer, expect, openReading, outlineOf, readPart, test } from './course.ts'

const KEY = 'wandering-nerve.progress'
const section = outlineOf('depression')
const check = section.checks[0]!
const statusOf = (page: Page, id: string) => page.locator(`[data-question="${id}"]`).getByRole('status')
/** A part of a page is hydrated, and shows what was answered, when it is nearly in view. */
const inView = (page: Page, id: string) => page.locator(`[data-question="${id}"]`).scrollIntoViewIfNeeded()
const notice = (page: Page) => page.locator('[data-notice="storage"]')

/** What is saved, as the course reads it. */
async function saved(page: Page) {
  return readSaved(await page.evaluate(key => localStorage.getItem(key) ?? '', KEY))
}

/** Puts a text where progress is saved, as if an earlier visit or a fault had left it there. */
async function leave(page: Page, text: string): Promise<void> {
  // From a picture of the same place: a page of the course would read it before anybody looks.
  await page.goto('/favicon.svg')
  await page.evaluate(([key, text]) => localStorage.setItem(key!, text!), [KEY, text] as const)
}

const good = { question: check, response: 'a', score: 1, atMs: 1000, mode: 'page', revision: 1 }
const whole = { version: 1, answers: [good], attempts: [], seen: {} }

test('reload, crash, power loss: everything up to the last answer is there', async ({ page, context }) => {
  await openReading(page, 'depression')
  await answer(page, check)
  // No unload handler runs: the page is gone in the middle of things.
  const session = await context.newCDPSession(page)
  const crashed = page.waitForEvent('crash')
  session.send('Page.crash').catch(() => {})
  await crashed
  const again = await context.newPage()
  await again.goto(`${process.env.SITE_URL}/learn/depression`)
  await inView(again, check)
  await expect(statusOf(again, check)).toHaveText(/^Correct/)
})

test('two tabs: an answer given in one shows in the other without a reload, and neither is lost', async ({ page, context }) => {
  await openReading(page, 'depression')
  const other = await context.newPage()
  await other.goto(new URL('/learn/depression', page.url()).href)
  await other.locator('.onward').waitFor()
  await answer(page, check)
  await inView(other, check)
  await expect(statusOf(other, check)).toHaveText(/^Correct/)
  await answer(other, section.checks[1]!)
  await inView(page, section.checks[1]!)
  await expect(statusOf(page, section.checks[1]!)).toHaveText(/^Correct/)
  const { progress } = await saved(page)
  expect(progress.answers.map(({ question }) => question)).toEqual([check, section.checks[1]!])
})

test('a newer build: added, retired and reworded questions lose nothing, and changed ones are counted', async ({ page }) => {
  await leave(page, JSON.stringify({
    version: 1,
    answers: [
      { ...good, question: 'depression.long-retired' },
      { ...good, atMs: 2000, mode: 'slide', revision: 1 },
    ],
    attempts: [{ section: 'depression', seed: 'old', questions: ['depression.long-retired', check], sinceMs: 0, startedAtMs: 1500 }],
    seen: { 'depression.start': 500, 'depression.gone': 600 },
  }))
  await openReading(page, 'depression')
  await inView(page, check)
  await expect(statusOf(page, check)).toHaveText(/^(?:Correct|Not quite)/)
  await page.goto('/quiz/depression')
  await expect(page.getByRole('heading', { name: 'Passed: 100%' })).toBeVisible()
  expect((await saved(page)).progress.answers.map(({ question }) => question)).toContain('depression.long-retired')
})

const damages: [name: string, text: string, kept: number][] = [
  ['cut off', JSON.stringify({ ...whole, answers: [good, { ...good, atMs: 2000 }] }).slice(0, -60), 1],
  ['not JSON', 'hello', 0],
  ['of wrong shapes', JSON.stringify({ ...whole, answers: [good, 17, { question: check }], seen: 'yesterday' }), 1],
  ['hostile', JSON.stringify({ ...whole, answers: [good, { ...good, score: 1e9, atMs: 2 }, { ...good, question: '<img src=x onerror=alert(1)>.x' }] }), 1],
  ['4 MB of junk', 'x'.repeat(4 * 1024 * 1024), 0],
]
for (const [name, text, kept] of damages) {
  test(`damaged progress, ${name}: what can be read is read, the text is set aside and offered, one notice says so`, async ({ page }) => {
    await leave(page, text)
    await page.goto('/progress')
    await expect(notice(page)).toHaveCount(1)
    await expect(notice(page)).toContainText('set aside')
    await expect(page.getByText(kept === 0 ? 'Nothing yet' : '1 answer given')).toBeVisible()
    const [download] = await Promise.all([page.waitForEvent('download'), notice(page).getByRole('button', { name: 'Save the damaged text' }).click()])
    expect(await readFile(await download.path(), 'utf8')).toBe(text)
    await notice(page).getByRole('button', { name: 'Throw it away' }).click()
    await expect(notice(page)).toHaveCount(0)
    await openReading(page, 'depression')
    await answer(page, section.checks[1]!)
    await page.reload()
    await expect(statusOf(page, section.checks[1]!)).toHaveText(/^Correct/)
    expect((await saved(page)).progress.answers).toHaveLength(kept + 1)
  })
}

test('progress of a newer version is left untouched, and a notice says so', async ({ page }) => {
  const newer = JSON.stringify({ version: PROGRESS_VERSION + 1, journal: ['something unknown'] })
  await leave(page, newer)
  await openReading(page, 'depression')
  await expect(notice(page)).toContainText('newer version')
  await answer(page, check)
  await expect(statusOf(page, check)).toHaveText(/^Correct/)
  expect(await page.evaluate(key => localStorage.getItem(key), KEY)).toBe(newer)
})

test('storage full: answers stay in memory, one notice offers the file, and nothing saved is lost', async ({ page }) => {
  await leave(page, JSON.stringify(whole))
  await page.addInitScript((key) => {
    const set = Storage.prototype.setItem
    Storage.prototype.setItem = function (name, value) {
      if (name === key)
        throw new DOMException('full', 'QuotaExceededError')
      set.call(this, name, value)
    }
  }, KEY)
  await openReading(page, 'depression')
  await answer(page, section.checks[1]!)
  await expect(notice(page)).toHaveCount(1)
  await expect(notice(page)).toContainText('storage is full')
  await expect(statusOf(page, section.checks[1]!)).toHaveText(/^Correct/)
  expect((await saved(page)).progress.answers).toHaveLength(1)
  const [download] = await Promise.all([page.waitForEvent('download'), notice(page).getByRole('button', { name: 'Save a copy as a file' }).click()])
  expect(readSaved(await readFile(await download.path(), 'utf8')).progress.answers).toHaveLength(2)
})

test('storage blocked: the course works, says that nothing is kept, and offers the file', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(window, 'localStorage', { get() {
    throw new DOMException('denied', 'SecurityError')
  } }))
  await openReading(page, 'depression')
  await expect(notice(page)).toHaveCount(1)
  await expect(notice(page)).toContainText('will not be kept')
  await answer(page, check)
  await expect(statusOf(page, check)).toHaveText(/^Correct/)
  const [download] = await Promise.all([page.waitForEvent('download'), notice(page).getByRole('button', { name: 'Save a copy as a file' }).click()])
  expect(readSaved(await readFile(await download.path(), 'utf8')).progress.answers).toHaveLength(1)
})

test('the browser is asked to keep what is saved once the first section is learned, and not before', async ({ page }) => {
  const asked: number[] = []
  await page.exposeFunction('persistWasAsked', () => asked.push(1))
  await page.addInitScript(() => {
    navigator.storage.persist = async () => {
      await (window as any).persistWasAsked()
      return true
    }
  })
  await openReading(page, 'depression')
  for (const id of section.checks)
    await answer(page, id)
  for (const { id } of section.slides.slice(0, -1))
    await readPart(page, id)
  expect(asked).toEqual([])
  await readPart(page, section.slides.at(-1)!.id)
  await expect.poll(() => asked.length).toBe(1)
  await page.goto('/progress')
  await expect(page.getByText('in Safari after seven days without a visit')).toBeVisible()
})
