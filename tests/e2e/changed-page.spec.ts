import type { Page } from '@playwright/test'
import { writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { translate } from '../fixtures/translate.ts'
import { answer, expect, outlineOf, questionOf, test } from './course.ts'

// Pages that others change: a browser that translates, a clock that is years ahead.

const check = outlineOf('depression').checks[0]!

/** Holds back a chunk of the page. @returns what lets it come */
async function hold(page: Page, chunk: RegExp): Promise<() => void> {
  let arrive = () => {}
  const held = new Promise<void>(resolve => arrive = resolve)
  await page.route(chunk, async (route) => {
    await held
    await route.continue()
  })
  return arrive
}

const translatePage = (page: Page) => page.evaluate(`(${translate})(document.body)`)

test.describe('translated before it is hydrated', () => {
  // That the words are not those that were prerendered, Vue says in the console, and mends.
  test.use({ expectTrouble: true })

  async function openTranslated(page: Page, path: string) {
    const arrive = await hold(page, /\/site\/main-/)
    await page.goto(path, { waitUntil: 'commit' })
    await page.locator('.end').waitFor()
    await translatePage(page)
    arrive()
    await expect(page.locator('#app:not([data-hydrating])')).toBeAttached()
    await translatePage(page)
  }

  test('a page is answered, and the map shows what another window did', async ({ page, context }) => {
    const errors: string[] = []
    const map = await context.newPage()
    for (const seen of [page, map])
      seen.on('pageerror', error => errors.push(error.message))
    await openTranslated(map, '/')
    await openTranslated(page, '/learn/depression')
    await answer(page, check, false)
    const question = page.locator(`[data-question="${check}"]`)
    await expect(question.getByRole('status')).toHaveText(/^(?:Not quite|Partly right)/)
    await translatePage(page)
    await question.getByRole('button', { name: 'Show the answer' }).click()
    await expect(question.getByRole('status')).toContainText(questionOf(check).explanation)
    await expect(question.getByRole('status')).not.toContainText(/second try|hint/i)

    await expect(map.locator('[data-section=depression]')).toContainText(/1 of \d+ checks/)
    await expect(map.locator('.go')).toContainText('Continue')
    expect(errors).toEqual([])
  })
})

test('a page with a clock years ahead is hydrated as it was prerendered, and then says what is out of date', async ({ page }) => {
  for (const year of [2028, 2100]) {
    await page.clock.setFixedTime(new Date(`${year}-02-29T12:00:00Z`))
    for (const path of ['/', '/evidence', '/learn/depression', '/progress']) {
      await page.goto(path)
      await expect(page.locator('#app:not([data-hydrating])')).toBeAttached()
      if (path === '/evidence')
        await expect(page.getByText('May be out of date.').first()).toBeVisible()
    }
  }
})

test.describe('kept as a file', () => {
  // None of its scripts comes, as the browser complains.
  test.use({ expectTrouble: true })

  test('a copy of a quiz page says after a while that it cannot show the questions, and where they are', async ({ page, request }, info) => {
    const copy = info.outputPath('quiz.html')
    writeFileSync(copy, await (await request.get('/quiz/depression/')).text())
    await page.goto(pathToFileURL(copy).href)
    const word = page.getByText('a saved copy of it cannot show the questions')
    await expect(word).toBeHidden()
    await page.evaluate(() => document.getAnimations().forEach(animation => animation.finish()))
    await expect(word).toBeVisible()
  })
})
