import { axeFaults, course, expect, openSlide, slideNo, test } from './course.ts'
import { settle, slideFaults } from './looking.ts'

/** The deck as runs of slides that belong together: the cover, then section by section. */
const runs = [
  { name: 'the course', numbers: [1] },
  ...course.outline.sections.map(({ id, slides }) => ({ name: id, numbers: slides.map(slide => slideNo(slide.id)) })),
]

test.use({ reducedMotion: 'reduce' } as Parameters<typeof test.use>[0])

for (const colorScheme of ['light', 'dark'] as const) {
  for (const { name, numbers } of runs) {
    test(`the slides of ${name} keep inside their frames, with text of 18 px or more, and axe finds nothing, ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme })
      await openSlide(page, numbers[0]!)
      const faults: Record<string, string[]> = {}
      for (const no of numbers) {
        if (no !== numbers[0])
          await page.keyboard.press('ArrowRight')
        await expect(page).toHaveURL(new RegExp(`/${no}$`))
        await page.locator(`.slidev-page-${no} main.frame`).waitFor()
        await settle(page)
        faults[`${no}`] = [...await slideFaults(page, no, 18), ...await axeFaults(page)]
      }
      expect(Object.fromEntries(Object.entries(faults).filter(([, found]) => found.length > 0))).toEqual({})
    })
  }
}
