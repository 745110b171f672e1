import type { Page } from '@playwright/test'
import { answer, axeFaults, expect, openReading, openSlide, outlineOf, slideNo, test } from './course.ts'
import { settle } from './looking.ts'

// What comes only by acting; pages and slides as they open are walked by every-page and every-slide, questions by gallery.

test.use({ reducedMotion: 'reduce' } as Parameters<typeof test.use>[0])

async function expectClean(page: Page, where: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await settle(page)
    expect(await axeFaults(page), `${where}, ${colorScheme}`).toEqual([])
  }
}

test('axe finds nothing in a quiz after an answer, on its summary, and on the map and the progress after it', async ({ page }) => {
  await page.goto('/quiz/gut')
  await page.locator('[data-question]').waitFor()
  for (let asked = 0; await page.locator('[data-question]').isVisible(); asked++) {
    const id = (await page.locator('[data-question]').getAttribute('data-question'))!
    await answer(page, id, asked > 0)
    await expectClean(page, `after the answer to ${id}`)
    await page.getByRole('button', { name: /Next question|See the result/ }).click()
    await page.locator(`[data-question]:not([data-question="${id}"]), h2.result`).waitFor()
  }
  await expectClean(page, 'on the summary')
  await page.goto('/')
  await expect(page.locator('[data-section="gut"]')).toContainText('practised')
  await expectClean(page, 'on the map')
  await page.goto('/progress')
  await expect(page.getByText(/0 of \d+ sections learned/)).toBeVisible()
  await expectClean(page, 'on the progress')
})

test('axe finds nothing in a review of what is due, and after it', async ({ page }) => {
  await page.clock.setFixedTime('2026-11-01T12:00:00Z')
  await openReading(page, 'gut')
  await answer(page, outlineOf('gut').checks[0]!)
  await page.clock.setFixedTime('2026-12-01T12:00:00Z')
  await page.goto('/review')
  await page.locator('[data-question]').waitFor()
  await expectClean(page, 'in the review')
  await answer(page, outlineOf('gut').checks[0]!)
  await page.getByRole('button', { name: 'Finish' }).click()
  await page.getByRole('heading', { name: /^Done/ }).waitFor()
  await expectClean(page, 'after it')
})

test('axe finds nothing in the search, in the settings and in a definition', async ({ page }) => {
  await openReading(page, 'depression')
  await page.getByRole('button', { name: 'Search' }).click()
  await page.getByRole('dialog').getByRole('searchbox').fill('sham')
  await page.getByRole('dialog').getByRole('link').first().waitFor()
  await expectClean(page, 'in the search')
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
  await page.getByRole('button', { name: 'Display' }).click()
  await page.getByRole('dialog', { name: 'Display' }).waitFor()
  await expectClean(page, 'in the settings')
  await page.keyboard.press('Escape')
  await page.locator('.term').first().click()
  await page.locator('.definition:popover-open').waitFor()
  await expectClean(page, 'in a definition')
})

test('axe finds nothing on a slide after an answer', async ({ page }) => {
  const check = outlineOf('depression').checks[0]!
  await openSlide(page, slideNo(outlineOf('depression').slides.find(({ layout }) => layout === 'check')!.id))
  await answer(page, check, false)
  await expectClean(page, 'after an answer')
})
