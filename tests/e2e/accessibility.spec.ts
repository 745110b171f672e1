import { answer, axeFaults, course, expect, openReading, openSlide, slideNo, test } from './course.ts'

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`axe finds nothing in the ${colorScheme} scheme`, () => {
    test.use({ colorScheme, reducedMotion: 'reduce' } as Parameters<typeof test.use>[0])

    test('on the map', async ({ page }) => {
      await page.goto('/')
      await page.locator('[data-section]').first().waitFor()
      expect(await axeFaults(page)).toEqual([])
    })

    test('on the evidence page', async ({ page }) => {
      await page.goto('/evidence')
      await page.locator('article').first().waitFor()
      expect(await axeFaults(page)).toEqual([])
    })

    for (const path of ['/glossary', '/progress', '/review', '/beliefs', '/handout/gut', '/questions/next-steps']) {
      test(`on ${path}`, async ({ page }) => {
        await page.goto(path)
        await page.waitForLoadState('networkidle')
        expect(await axeFaults(page)).toEqual([])
      })
    }

    for (const { id: section } of course.outline.sections) {
      test(`on the reading page of ${section}`, async ({ page }) => {
        await openReading(page, section)
        expect(await axeFaults(page)).toEqual([])
      })
    }

    for (const { id: section } of course.outline.sections) {
      test(`on the quiz of ${section}, before and after an answer`, async ({ page }) => {
        await page.goto(`/quiz/${section}`)
        await page.locator('[data-question]').waitFor()
        expect(await axeFaults(page)).toEqual([])
        await answer(page, (await page.locator('[data-question]').getAttribute('data-question'))!, false)
        expect(await axeFaults(page)).toEqual([])
      })
    }

    test('on the summary of a quiz, and on the map after it', async ({ page }) => {
      await page.goto('/quiz/gut')
      await page.locator('[data-question]').waitFor()
      while (await page.locator('[data-question]').isVisible()) {
        const id = (await page.locator('[data-question]').getAttribute('data-question'))!
        await answer(page, id)
        await page.getByRole('button', { name: /Next question|See the result/ }).click()
        await page.locator(`[data-question]:not([data-question="${id}"]), h2.result`).waitFor()
      }
      expect(await axeFaults(page)).toEqual([])
      await page.goto('/')
      await expect(page.locator('[data-section="gut"]')).toContainText('Learned')
      expect(await axeFaults(page)).toEqual([])
    })

    // Every slide in light; in dark the parts are the same in other colours, so two sections stand for all.
    for (const id of course.outline.deck.filter(id => id !== null && (colorScheme === 'light' || /^(?:vagus-nerve|whole-picture)\./.test(id)))) {
      test(`on the slide ${id}`, async ({ page }) => {
        await openSlide(page, slideNo(id!))
        expect(await axeFaults(page)).toEqual([])
      })
    }
  })
}
