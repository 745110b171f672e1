import type { Page } from '@playwright/test'
import { axeFaults, course, expect, openSlide, slideNo, test } from './course.ts'
import { lostInForcedColours, pageFaults, settle, slideFaults } from './looking.ts'

/** The deck as runs of slides that belong together: the cover, then section by section. */
const runs = [
  { name: 'the course', numbers: [1] },
  ...course.outline.sections.map(({ id, slides }) => ({ name: id, numbers: slides.map(slide => slideNo(slide.id)) })),
]

test.use({ reducedMotion: 'reduce' } as Parameters<typeof test.use>[0])

/** Steps on to a slide. Slidev repeats a key that is held, and on a busy machine a press lasts: then it steps back. */
async function stepTo(page: Page, no: number): Promise<void> {
  await expect(async () => {
    const at = Number(new URL(page.url()).pathname.slice(1))
    if (at !== no)
      await page.keyboard.press(at < no ? 'ArrowRight' : 'ArrowLeft')
    await expect(page).toHaveURL(new RegExp(`/${no}$`), { timeout: 2000 })
  }).toPass({ timeout: 20_000 })
  await page.locator(`.slidev-page-${no} main.frame`).waitFor()
  await settle(page)
}

for (const scheme of ['light', 'dark', 'forced colours'] as const) {
  for (const { name, numbers } of runs) {
    test(`the slides of ${name}, ${scheme}: inside their frames, text of 18 px or more, and axe finds nothing`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: scheme === 'light' ? 'light' : 'dark' })
      await openSlide(page, numbers[0]!)
      const faults: Record<string, string[]> = {}
      for (const no of numbers) {
        await stepTo(page, no)
        const lost = scheme === 'forced colours' ? await lostInForcedColours(page) : []
        // What contrast there is in forced colours, the learner chose.
        faults[`${no}`] = [...lost, ...await slideFaults(page, no, 18), ...await axeFaults(page, { 'color-contrast': scheme !== 'forced colours' })]
        await page.emulateMedia({ forcedColors: 'none' })
      }
      expect(Object.fromEntries(Object.entries(faults).filter(([, found]) => found.length > 0))).toEqual({})
    })
  }
}

// A slide is scaled as a whole; what could reach beyond a small window stands around it.
for (const { name, numbers } of runs) {
  test(`the slides of ${name} keep inside the window at 768, 390 and 320 px`, async ({ page }) => {
    await openSlide(page, numbers[0]!)
    for (const no of numbers) {
      await stepTo(page, no)
      for (const width of [768, 390, 320]) {
        await page.setViewportSize({ width, height: 720 })
        // The deck takes its new size a moment after the window.
        await expect.poll(() => pageFaults(page), { message: `${no} at ${width} px` }).toEqual([])
      }
    }
  })
}
