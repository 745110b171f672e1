import type { BrowserContext, Page } from '@playwright/test'
import process from 'node:process'
import { course, expect, openSlide, slideNo, test } from './course.ts'

// What happens in front of a room: several windows of one browser, of the build for presenting.
const no = slideNo('vagus-nerve.course')
const last = course.outline.deck.length
const check = slideNo(course.outline.sections.find(({ id }) => id === 'depression')!.slides.find(({ layout }) => layout === 'check')!.id)

test.use({ baseURL: async ({}, use) => use(process.env.PRESENT_URL) }) // eslint-disable-line no-empty-pattern -- a fixture

async function open(context: BrowserContext, path: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(path)
  return page
}

/** Each of the windows shows, and announces, this slide. */
async function shows(no: number, ...pages: Page[]): Promise<void> {
  for (const page of pages)
    await expect(page.getByRole('status').filter({ hasText: /^\s*Slide/ })).toHaveText(new RegExp(`Slide ${no} of`))
}

test('opening a window, or reading in one, never moves the speaker; a window for the room joins them', async ({ context, page: presenter }) => {
  await presenter.goto(`/presenter/${no}`)
  await shows(no, presenter)
  const audience = await open(context, '/1')
  await shows(no, audience, presenter)
  await presenter.keyboard.press('PageDown')
  await shows(no + 1, presenter, audience)

  // Again after an accident, and the speaker's own view, too.
  await audience.close()
  const again = await open(context, '/1')
  await shows(no + 1, again, presenter)
  await again.reload()
  await shows(no + 1, again, presenter)

  const reader = await open(context, '/learn/depression')
  await reader.getByRole('link', { name: 'as slides' }).click()
  const first = slideNo(course.outline.sections.find(({ id }) => id === 'depression')!.slides[0]!.id)
  await shows(first, reader)
  await reader.keyboard.press('ArrowRight')
  await shows(first + 1, reader)
  // The answer to what comes next has passed the same way as anything the reader's window would have said.
  await presenter.keyboard.press('PageDown')
  await shows(no + 2, presenter, again)
  await shows(first + 1, reader)
  await reader.locator('.deck-bar').hover()
  await reader.getByRole('button', { name: 'Follow the presenter' }).click()
  await shows(no + 2, reader, presenter)

  await presenter.goto('/presenter/1')
  await shows(no + 2, presenter, again, reader)
})

test('room windows and the presenter end on the same slide, whichever is moved and however fast', async ({ context, page: presenter }) => {
  await presenter.goto(`/presenter/${no}`)
  await shows(no, presenter)
  const one = await open(context, '/1')
  const two = await open(context, '/1')
  await shows(no, one, two)
  for (let press = 0; press < 8; press++)
    await presenter.keyboard.press('PageDown')
  await shows(no + 8, presenter, one, two)
  for (let press = 0; press < 8; press++)
    await two.keyboard.press('PageUp')
  await shows(no, two, presenter, one)
})

test('a clicker works after any button of the presenter’s view, and its other keys do what they say', async ({ context, page: presenter }) => {
  await presenter.goto(`/presenter/${no}`)
  const audience = await open(context, '/1')
  await shows(no, audience)
  let at = no
  for (const name of ['Increase font size', 'Decrease font size', /Switch to (?:dark|light) mode theme/, 'Toggle Presenter Layout', /presenter cursor/]) {
    await presenter.getByRole('button', { name }).first().click()
    await presenter.keyboard.press('PageDown')
    await shows(++at, presenter, audience)
    await presenter.keyboard.press('ArrowLeft')
    await shows(--at, presenter, audience)
  }
  for (const key of ['b', '.']) {
    await presenter.keyboard.press(key)
    await expect(audience.getByRole('button', { name: 'Show the slide' })).toBeVisible()
    await expect(presenter.getByRole('button', { name: /screen is black/ })).toBeVisible()
    await presenter.keyboard.press(key === 'b' ? 'b' : 'Escape')
    await expect(audience.getByRole('button', { name: 'Show the slide' })).toHaveCount(0)
  }
  await presenter.keyboard.press('End')
  await shows(last, presenter, audience)
  await presenter.keyboard.press('Home')
  await shows(1, presenter, audience)
})

test('in a question arrows choose, and Page Up and Page Down move; after Check answer the clicker goes on', async ({ page }) => {
  await openSlide(page, check)
  const question = page.locator(`.slidev-page-${check} [data-question]`)
  await question.getByRole('radio').first().focus()
  await page.keyboard.press('ArrowDown')
  await expect(question.getByRole('radio').nth(1)).toBeChecked()
  await question.getByRole('button', { name: 'Check answer' }).click()
  await expect(question.getByRole('status')).not.toBeEmpty()
  expect(await page.evaluate(() => document.activeElement !== document.body), 'the focus is not lost').toBe(true)
  await page.keyboard.press('ArrowRight')
  await shows(check + 1, page)
  await page.keyboard.press('PageUp')
  await shows(check, page)
  await question.getByRole('radio').first().focus()
  await page.keyboard.press('PageDown')
  await shows(check + 1, page)
})

test.describe('where the browser denies storage', () => {
  test('the deck and the presenter’s view start, and say that nothing is kept', async ({ page }) => {
    await page.addInitScript(() => {
      for (const name of ['localStorage', 'sessionStorage'])
        Object.defineProperty(window, name, { get() { throw new DOMException('denied', 'SecurityError') }, configurable: true })
    })
    await openSlide(page, no)
    await expect(page.getByText('does not let the course save anything')).toBeVisible()
    await page.keyboard.press('ArrowRight')
    await shows(no + 1, page)
    await page.goto(`/presenter/${no}`)
    await shows(no, page)
  })
})

test.describe('without a connection', () => {
  test.use({ expectTrouble: true })

  test('a slide that cannot be loaded says so, with a way to load it again', async ({ page }) => {
    await openSlide(page, no)
    await page.context().setOffline(true)
    await page.keyboard.press('End')
    // The slide before it, drawn ready behind it, could not be loaded either.
    await expect(page.locator(`.slidev-page-${last}`).getByText('This slide could not be loaded')).toBeVisible()
    // A part of the deck that is missing as well says no more than the slide does.
    await page.evaluate(() => window.coursePage!.watchLoad(Promise.reject(new Error('lost'))).catch(() => {}))
    await expect(page.locator('.loss')).toBeAttached()
    await expect(page.getByRole('button', { name: 'Load it again' })).toHaveCount(1)
    await page.context().setOffline(false)
    await page.locator(`.slidev-page-${last}`).getByRole('button', { name: 'Load it again' }).click()
    await expect(page.locator(`.slidev-page-${last} .frame-title`).first()).toBeVisible()
  })
})
