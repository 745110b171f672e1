import type { Locator, Page, Route } from '@playwright/test'
import type { ChoiceQuestion } from '../../core/course.ts'
import { answer, course, expect, outlineOf, questionOf, slideNo, test } from './course.ts'

// The browser says in the console what did not come.
test.use({ expectTrouble: true })

/** How a file goes missing: the connection breaks; the host has a new version, and answers 404 or with its first page */
const ways = {
  'a lost connection': (route: Route) => route.abort(),
  'an old name that is 404': (route: Route) => route.fulfill({ status: 404, body: 'not found' }),
  'a host that answers with a page': (route: Route) => route.fulfill({ contentType: 'text/html', body: '<!DOCTYPE html><title>Home</title>' }),
}

const notice = (page: Page) => page.locator('.loss')
const again = (page: Page) => notice(page).getByRole('button', { name: 'Load it again' })

/** The chunk that holds this text, found by what is in it. */
async function chunkWith(page: Page, path: string, text: string, shown: Locator): Promise<string> {
  const found: string[] = []
  page.on('response', async response => response.url().endsWith('.js') && (await response.text().catch(() => '')).includes(text) && found.push(response.url()))
  await page.goto(path)
  await shown.waitFor()
  await expect.poll(() => found.length).toBe(1)
  await page.evaluate(() => localStorage.clear())
  return found[0]!
}

for (const [name, goMissing] of Object.entries(ways)) {
  test(`${name}: a part of a reading page can be read, says what is missing, and keeps what was chosen`, async ({ page }) => {
    const check = outlineOf('depression').checks[0]!
    let asked = 0
    await page.route(/\/site\/question-/, (route) => {
      asked++
      return goMissing(route)
    })
    await page.goto('/learn/depression')
    const question = page.locator(`[data-question="${check}"]`)
    const { answer: right } = questionOf(check) as ChoiceQuestion
    await question.locator(`input[value="${right}"]`).check()
    await expect(notice(page)).toContainText('A part could not be loaded')
    expect(asked, 'requests').toBeLessThan(5)
    await page.unroute(/\/site\/question-/)
    await again(page).click()
    await expect(question.locator(`input[value="${right}"]`)).toBeChecked()
    await expect(notice(page)).toBeHidden()
    await question.getByRole('button', { name: 'Check answer' }).click()
    await expect(question.getByRole('status')).toHaveText(/^Correct/)
  })

  test(`${name}: the page's own script is told of, and so is the page's part`, async ({ page }) => {
    for (const chunk of [/\/site\/main-/, /\/site\/LearnPage-/]) {
      await page.route(chunk, goMissing)
      await page.goto('/learn/depression')
      await expect(page.locator('#takeaways li').first()).toBeVisible()
      await expect(notice(page)).toContainText('A part could not be loaded')
      await page.unroute(chunk)
      await again(page).click()
      await expect(page.locator('#app:not([data-hydrating])')).toBeAttached()
    }
    await answer(page, outlineOf('depression').checks[0]!)
  })
}

// What tells of a loss is the same for every part: above in all ways, below each part in one.

test('search and display say so, and what was chosen in a quiz is there after the next try', async ({ page }) => {
  for (const [button, chunk] of [['Search', /\/site\/CourseSearch-/], ['Display', /\/site\/CourseSettings-/]] as const) {
    await page.route(chunk, ways['a host that answers with a page'])
    await page.goto('/quiz/depression')
    await page.locator('[data-question]').waitFor()
    const control = page.locator('[data-question] input:is([type=radio], [type=checkbox])').first()
    const chosen = await control.count() > 0
    if (chosen)
      await control.check()
    await page.getByRole('button', { name: button }).click()
    await expect(notice(page)).toContainText('A part could not be loaded')
    await page.unroute(chunk)
    await again(page).click()
    await expect(notice(page)).toBeHidden()
    if (chosen)
      await expect(control).toBeChecked()
    await page.getByRole('button', { name: button }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
  }
})

test('the questions of a quiz are told of, and the next try brings them', async ({ page }) => {
  const { questions } = course.sections.find(({ id }) => id === 'depression')!
  const chunk = await chunkWith(page, '/quiz/depression', questions[0]!.explanation, page.locator('[data-question]'))
  await page.route(chunk, ways['an old name that is 404'])
  await page.goto('/quiz/depression')
  const missing = page.getByRole('main').getByRole('alert').filter({ hasText: 'could not load the questions' })
  await expect(missing).toBeVisible()
  await page.unroute(chunk)
  await missing.getByRole('button', { name: 'Load the page again' }).click()
  await expect(page.locator('[data-question]')).toBeVisible()
})

test('the deck says that its stage or its overview is missing, and the next try brings it', async ({ page }) => {
  const slide = page.locator(`.slidev-page-${slideNo('depression.d02')}`).first()
  for (const [chunk, key] of [[/\/assets\/slidev\/play-/], [/\/assets\/slidev\/Controls-/, 'o']] as const) {
    await page.route(chunk, ways['an old name that is 404'])
    await page.goto(`/${slideNo('depression.d02')}`)
    if (key) {
      await slide.waitFor()
      await page.keyboard.press(key)
    }
    await expect(notice(page)).toContainText('A part could not be loaded')
    await page.unroute(chunk)
    await again(page).click()
    await expect(slide).toBeVisible()
    await expect(notice(page)).toBeHidden()
  }
})

test('without a connection the next try says so, and the page stays', async ({ page, context }) => {
  await page.route(/\/site\/LearnPage-/, route => route.abort())
  await page.goto('/learn/depression')
  await expect(notice(page)).toContainText('A part could not be loaded')
  await page.route('**/learn/depression/**', route => route.abort())
  await context.setOffline(true)
  await again(page).click()
  await expect(notice(page)).toContainText('There is still no connection')
  await expect(page.locator('#takeaways li').first()).toBeVisible()
})

test('what hangs has a word after a few seconds, and none once it came', async ({ page }) => {
  for (const chunk of [/\/site\/main-/, /\/site\/question-/]) {
    let arrive = () => {}
    const held = new Promise<void>(resolve => arrive = resolve)
    await page.route(chunk, async (route) => {
      await held
      await route.continue()
    })
    await page.goto('/learn/depression', { waitUntil: 'commit' })
    await page.locator(`[data-question="${outlineOf('depression').checks[0]!}"]`).scrollIntoViewIfNeeded()
    await expect(notice(page)).toContainText('Still loading', { timeout: 10_000 })
    arrive()
    await expect(notice(page)).toBeHidden()
    await page.unroute(chunk)
  }
})

test('/beliefs says that its claims are missing', async ({ page }) => {
  const chunk = await chunkWith(page, '/beliefs', 'beliefs:[{section:', page.locator('main form, main fieldset').first())
  await page.route(chunk, route => route.abort())
  await page.goto('/beliefs')
  await expect(page.getByText(/could not be loaded|could not load the claims/).first()).toBeVisible()
})
