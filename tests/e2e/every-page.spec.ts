import { addressesOf } from '../../content/addresses.ts'
import { axeFaults, course, expect, test } from './course.ts'
import { lostInForcedColours, pageFaults, readThrough, settle, unfold } from './looking.ts'

// 320 px is also a window of 1280 px at 400 % zoom.
const widths = [1280, 768, 390, 320]
const height = 844

// Labels inside a figure may go down to 14 px, reading text may not.
const least = { text: 16, inFigure: 14 }

test.use({ reducedMotion: 'reduce' } as Parameters<typeof test.use>[0])

for (const { path } of [...addressesOf(course, false), { path: '/404.html' }]) {
  test(`${path} keeps inside the window at every width, with text that can be read, and axe finds nothing`, async ({ page }) => {
    await page.setViewportSize({ width: widths[0]!, height })
    await page.goto(path)
    await readThrough(page)
    await unfold(page)

    const faults: Record<string, string[]> = { 'axe, wide': await axeFaults(page) }
    for (const width of widths) {
      await page.setViewportSize({ width, height })
      await settle(page)
      faults[`${width} px`] = await pageFaults(page, least)
      if (width <= 390) {
        await page.evaluate(() => document.documentElement.dataset.text = 'larger')
        faults[`${width} px, larger text`] = await pageFaults(page)
        await page.evaluate(() => document.documentElement.dataset.text = 'normal')
      }
    }
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await settle(page)
      faults[`axe, ${colorScheme}`] = await axeFaults(page)
    }
    faults['lost in forced colours'] = await lostInForcedColours(page)
    faults['forced colours'] = await pageFaults(page)
    // What contrast there is then, the learner chose.
    faults['axe, forced colours'] = await axeFaults(page, { without: ['color-contrast'] })
    expect(Object.fromEntries(Object.entries(faults).filter(([, found]) => found.length > 0))).toEqual({})
  })
}
