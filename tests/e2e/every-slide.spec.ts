import { axeFaults, course, expect, openSlide, slideNo, test } from './course.ts'
import { lostInForcedColours, pageFaults, settle, slideFaults } from './looking.ts'

/** The deck as runs of slides that belong together: the cover, then section by section. */
const runs = [
  { name: 'the course', numbers: [1] },
  ...course.outline.sections.map(({ id, slides }) => ({ name: id, numbers: slides.map(slide => slideNo(slide.id)) })),
]

test.use({ reducedMotion: 'reduce' } as Parameters<typeof test.use>[0])

for (const scheme of ['light', 'dark', 'forced colours'] as const) {
  for (const { name, numbers } of runs) {
    test(`the slides of ${name}, ${scheme}: inside their frames, text of 18 px or more, and axe finds nothing`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: scheme === 'light' ? 'light' : 'dark' })
      await openSlide(page, numbers[0]!)
      const faults: Record<string, string[]> = {}
      for (const no of numbers) {
        if (no !== numbers[0])
          await page.keyboard.press('ArrowRight')
        await expect(page).toHaveURL(new RegExp(`/${no}$`))
        await page.locator(`.slidev-page-${no} main.frame`).waitFor()
        await settle(page)
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
    const faults: Record<string, string[]> = {}
    for (const no of numbers) {
      if (no !== numbers[0])
        await page.keyboard.press('ArrowRight')
      await page.locator(`.slidev-page-${no} main.frame`).waitFor()
      for (const width of [768, 390, 320]) {
        await page.setViewportSize({ width, height: 720 })
        await settle(page)
        faults[`${no} at ${width} px`] = await pageFaults(page)
      }
    }
    expect(Object.fromEntries(Object.entries(faults).filter(([, found]) => found.length > 0))).toEqual({})
  })
}
