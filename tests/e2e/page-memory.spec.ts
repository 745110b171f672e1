import type { Page } from '@playwright/test'
import { readSaved } from '../../core/saved-progress.ts'
import { chromiumWithWindows, launchArgs } from '../../scripts/chromium.ts'
import { answer, expect, openReading, outlineOf, test } from './course.ts'

// People's browsers keep a page that is left in memory; test browsers are told not to, and one without windows cannot.
const browser = chromiumWithWindows()
test.skip(!browser, 'There is no Chromium with windows here; Firefox and WebKit are asked the same in tests/engines')
test.use({ launchOptions: { executablePath: browser, args: launchArgs, ignoreDefaultArgs: ['--disable-back-forward-cache'] } })

const KEY = 'wandering-nerve.progress'
const [first, second] = outlineOf('depression').checks as [string, string]
const [elsewhere] = outlineOf('heart').checks as [string]

async function saved(page: Page): Promise<string[]> {
  const text = await page.evaluate(key => localStorage.getItem(key) ?? '', KEY)
  return readSaved(text).progress.answers.map(({ question }) => question)
}

const onMap = (page: Page, section: string) => page.locator(`[data-section="${section}"]`)

/** Goes back to a page that the browser kept, which is the point of it. */
async function back(page: Page): Promise<void> {
  const shown = page.waitForFunction(() => (window as any).cameBack)
  await page.goBack({ waitUntil: 'commit' })
  await shown
  await page.evaluate(() => (window as any).cameBack = false)
}

test('a page that comes back from the browser’s memory shows what happened meanwhile, and saves nothing over it', async ({ page }) => {
  await page.addInitScript(() => {
    // Firefox and WebKit send no storage event to a page that comes back.
    window.addEventListener('storage', event => event.stopImmediatePropagation())
    window.addEventListener('pageshow', ({ persisted }) => (window as any).cameBack = persisted)
  })
  await openReading(page, 'depression')
  await answer(page, first)
  await page.goto('/')
  await expect(onMap(page, 'depression')).toHaveClass(/learning/)
  await openReading(page, 'heart')
  await answer(page, elsewhere)
  await page.getByRole('button', { name: 'Display' }).click()
  await page.getByRole('radio', { name: 'Dark' }).check()
  await page.keyboard.press('Escape')

  await back(page)
  await expect(page.locator('html')).toHaveClass(/dark/)
  await expect(onMap(page, 'heart'), 'the map').toHaveClass(/learning/)
  await back(page)
  await answer(page, second)
  await expect.poll(() => saved(page)).toEqual([first, elsewhere, second])

  await page.goto('/progress')
  await page.getByRole('button', { name: 'Start afresh' }).click()
  await page.getByRole('button', { name: 'Yes, forget everything' }).click()
  await back(page)
  await expect(page.locator(`[data-question="${first}"]`).getByRole('button', { name: 'Check answer' })).toBeVisible()
  await answer(page, first)
  await expect.poll(() => saved(page)).toEqual([first])
})
