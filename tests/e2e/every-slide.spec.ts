import type { Page } from '@playwright/test'
import { axeFaults, course, expect, openSlide, slideNo, test } from './course.ts'
import { lostInForcedColours, pageFaults, settle, slideFaults } from './looking.ts'

/** The deck as runs of slides that belong together: the cover, then section by section. */
const runs = [
  { name: 'the course', numbers: [1] },
  ...course.outline.sections.map(({ id, slides }) => ({ name: id, numbers: slides.map(slide => slideNo(slide.id)) })),
]

const desktop = { width: 1280, height: 720 }

test.use({ reducedMotion: 'reduce', viewport: desktop } as Parameters<typeof test.use>[0])

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

async function putOn(page: Page, scheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme: scheme, forcedColors: 'none' })
  await expect(page.locator(`html.${scheme}`)).toBeAttached()
  await settle(page)
}

for (const { name, numbers } of runs) {
  test(`the slides of ${name}: inside their frames, text of 18 px or more, and axe finds nothing, in light, dark and forced colours, at every width`, async ({ page }) => {
    test.setTimeout(180_000)
    await openSlide(page, numbers[0]!)
    const faults: Record<string, string[]> = {}
    for (const no of numbers) {
      await stepTo(page, no)
      await putOn(page, 'light')
      faults[`${no}, light`] = [...await slideFaults(page, no, 18), ...await axeFaults(page)]
      // What else axe looks at is the same in every colour.
      await putOn(page, 'dark')
      faults[`${no}, dark`] = [...await slideFaults(page, no, 18), ...await axeFaults(page, { only: ['color-contrast'] })]
      faults[`${no}, forced colours`] = [
        ...await lostInForcedColours(page),
        ...await slideFaults(page, no, 18),
        // What contrast there is then, the learner chose.
        ...await axeFaults(page, { without: ['color-contrast'] }),
      ]
      await page.emulateMedia({ forcedColors: 'none' })
      // A slide is scaled as a whole; what could reach beyond a small window stands around it.
      for (const width of [768, 390, 320]) {
        await page.setViewportSize({ width, height: desktop.height })
        // The deck takes its new size a moment after the window.
        await expect.poll(() => pageFaults(page), { message: `${no} at ${width} px` }).toEqual([])
      }
      await page.setViewportSize(desktop)
    }
    expect(Object.fromEntries(Object.entries(faults).filter(([, found]) => found.length > 0))).toEqual({})
  })
}
