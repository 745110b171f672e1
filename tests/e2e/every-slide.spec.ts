import type { Page } from '@playwright/test'
import { axeFaults, course, expect, openSlide, slideNo, slideReady, test } from './course.ts'
import { lostInForcedColours, pageFaults, settle, slideFaults } from './looking.ts'

/** The deck as runs of slides that belong together: the cover, then section by section. */
const runs = [
  { name: 'the course', path: '/1', slides: [{ no: 1, title: 'Slides · Wandering Nerve' }] },
  ...course.outline.sections.map(({ id, title, slides }) => ({
    name: id,
    path: `/${id}`,
    slides: slides.map(slide => ({ no: slideNo(slide.id), title: `${slide.title === title ? 'slides' : slide.title} · ${title} · Wandering Nerve` })),
  })),
]

const desktop = { width: 1280, height: 720 }

test.use({ reducedMotion: 'reduce', viewport: desktop } as Parameters<typeof test.use>[0])

/** Steps on to a slide. Slidev repeats a key that is held, and on a busy machine a press lasts: then it steps back. */
async function stepTo(page: Page, no: number): Promise<void> {
  await expect(async () => {
    // The address of a section's first slide is the section's name.
    const at = Number(new URL(page.url()).pathname.slice(1))
    if (at !== no)
      await page.keyboard.press(at > no ? 'ArrowLeft' : 'ArrowRight')
    await expect(page).toHaveURL(new RegExp(`/${no}$`), { timeout: 2000 })
  }).toPass({ timeout: 60_000 })
  await page.locator(`.slidev-page-${no} main.frame`).waitFor()
  await settle(page)
}

async function putOn(page: Page, scheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme: scheme, forcedColors: 'none' })
  await expect(page.locator(`html.${scheme}`)).toBeAttached()
  await settle(page)
}

for (const { name, path, slides } of runs) {
  test(`the slides of ${name}: a title each, inside their frames, text of 18 px or more, and axe finds nothing, in light, dark and forced colours`, async ({ page }) => {
    const response = await page.goto(path)
    expect(response?.status()).toBe(200)
    await slideReady(page, slides[0]!.no)
    const faults: Record<string, string[]> = {}
    for (const { no, title } of slides) {
      if (no !== slides[0]!.no)
        await stepTo(page, no)
      await expect(page).toHaveTitle(title)
      await expect(page.getByRole('main')).toHaveCount(1)
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
      await putOn(page, 'light')
      faults[`${no}, light`] = [...await slideFaults(page, no, 18), ...await axeFaults(page)]
      // What else axe looks at is the same in every colour.
      await putOn(page, 'dark')
      faults[`${no}, dark`] = [...await slideFaults(page, no, 18), ...await axeFaults(page, { only: ['color-contrast'] })]
      faults[`${no}, forced colours`] = [...await lostInForcedColours(page), ...await slideFaults(page, no, 18)]
    }
    expect(Object.fromEntries(Object.entries(faults).filter(([, found]) => found.length > 0))).toEqual({})
  })
}

test('in a small window nothing around a slide of any layout reaches beyond it', async ({ page }) => {
  // A slide is scaled as a whole; what could reach beyond a small window stands around it, and hangs on the layout.
  const ofLayout = new Map(course.slides.map(({ layout, id }) => [layout, slideNo(id)]))
  for (const no of ofLayout.values()) {
    await page.setViewportSize(desktop)
    await openSlide(page, no)
    for (const width of [768, 390, 320]) {
      await page.setViewportSize({ width, height: desktop.height })
      // The deck takes its new size a moment after the window.
      await expect.poll(() => pageFaults(page), { message: `${no} at ${width} px` }).toEqual([])
    }
  }
})
