import { addressesOf, notFound } from '../../content/addresses.ts'
import { axeFaults, course, expect, test } from './course.ts'
import { lostInForcedColours, pageFaults, readThrough, settle, unfold } from './looking.ts'

// 320 px is also a window of 1280 px at 400% zoom.
const widths = [1280, 768, 390, 320]
const height = 844

// Labels inside a figure may go down to 14 px, reading text may not.
const least = { text: 16, inFigure: 14 }

// One page opens them all, emptied between two tests: what a browser has made of the scripts and of axe it makes once.
test.use({ reducedMotion: 'reduce', reuseContext: true } as Parameters<typeof test.use>[0])

for (const { path, title } of [...addressesOf(course, { presents: false }), { ...notFound, path: '/404.html' }]) {
  test(`${path} opens from a plain static host with a title of its own, one main and one h1, keeps inside the window at every width, with text that can be read, and axe finds nothing`, async ({ page }) => {
    await page.setViewportSize({ width: widths[0]!, height })
    const response = await page.goto(path)
    expect(response?.status()).toBe(200)
    await readThrough(page)
    await expect(page).toHaveTitle(title ? `${title} · Wandering Nerve` : 'Wandering Nerve')
    await expect(page.getByRole('main')).toHaveCount(1)
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
    await unfold(page)

    // A whole look of axe costs as much as all else here: one in a wide window and light colours, one in a narrow one and dark.
    const faults: Record<string, string[]> = { 'axe, wide and light': await axeFaults(page) }
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
    await page.emulateMedia({ colorScheme: 'dark' })
    await settle(page)
    faults['axe, narrow and dark'] = await axeFaults(page)
    faults['lost in forced colours'] = await lostInForcedColours(page)
    faults['forced colours'] = await pageFaults(page)
    expect(Object.fromEntries(Object.entries(faults).filter(([, found]) => found.length > 0))).toEqual({})
  })
}
