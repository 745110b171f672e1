import type { Page } from '@playwright/test'
import process from 'node:process'
import { axeFaults, expect } from './course.ts'
import { pageFaults, settle } from './looking.ts'
import { isFirefox } from './room-answers.ts'

/*
 * How each view of a live room is looked at, wherever it is in the hour: what is wrong is told at the end, and the hour
 * goes on. SHOTS=<folder> keeps a picture of each.
 */

async function shoot(page: Page, name: string, fullPage = false): Promise<void> {
  if (process.env.SHOTS)
    await page.screenshot({ path: `${process.env.SHOTS}/${name}.png`, fullPage })
}

const isDark = (page: Page) => page.evaluate(() => document.documentElement.classList.contains('dark'))

async function inColours(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme })
  await page.waitForFunction(dark => document.documentElement.classList.contains('dark') === dark, colorScheme === 'dark')
}

/** Axe finds nothing in it, in light colours nor in dark ones; what is the same in each engine is looked at in Chromium alone. */
export async function clean(who: string, page: Page, of: { within?: string } = {}): Promise<void> {
  await shoot(page, who)
  expect.soft([who, await axeFaults(page, of)]).toEqual([who, []])
  if (await isDark(page) || isFirefox(page.context().browser()!))
    return
  await inColours(page, 'dark')
  await shoot(page, `${who} in dark`)
  // Nothing but the colours is another.
  expect.soft([`${who} in dark`, await axeFaults(page, { ...of, only: ['color-contrast'] })]).toEqual([`${who} in dark`, []])
  await inColours(page, 'light')
}

/** Nothing of a page is cut off at 320 px, nor with text of 200% there. */
export async function fits(who: string, page: Page): Promise<void> {
  const size = page.viewportSize()!
  await page.setViewportSize({ width: 320, height: 640 })
  for (const fontSize of ['100%', '200%']) {
    await page.evaluate(fontSize => document.documentElement.style.fontSize = fontSize, fontSize)
    await settle(page)
    await shoot(page, `${who} at 320 px, text of ${fontSize}`, true)
    expect.soft([who, fontSize, await pageFaults(page)]).toEqual([who, fontSize, []])
  }
  await page.evaluate(() => document.documentElement.style.fontSize = '')
  await page.setViewportSize(size)
}

/** The join slide is in the size of its window, so larger text is a zoomed page: of 200% and 400%. */
export async function joinSlideFits(projector: Page): Promise<void> {
  const size = projector.viewportSize()!
  for (const zoomed of [{ width: 640, height: 360 }, { width: 320, height: 180 }]) {
    await projector.setViewportSize(zoomed)
    await settle(projector)
    await shoot(projector, `the join slide at ${zoomed.width} px`)
    const beyond = await projector.getByRole('region', { name: 'Take part with your phone' }).locator('*').evaluateAll(all => all.filter(element => element.getBoundingClientRect().right > innerWidth).map(element => element.textContent))
    expect.soft([zoomed, beyond]).toEqual([zoomed, []])
  }
  await projector.setViewportSize(size)
}

/** The report on paper: in white, nothing beyond the side, no row over two pages, and no page that is left empty. Only Chromium prints for a test. */
export async function printsWhole(report: Page): Promise<void> {
  if (isFirefox(report.context().browser()!))
    return
  const size = report.viewportSize()!
  await report.emulateMedia({ media: 'print', colorScheme: 'dark' })
  await expect(report.locator('body')).toHaveCSS('background-color', 'rgb(255, 255, 255)')
  for (const part of ['main tr', 'main section'])
    await expect(report.locator(part).first()).toHaveCSS('break-inside', 'avoid')
  // As wide as a page between its margins of 15 mm.
  for (const [format, width] of [['A4', 680], ['Letter', 703]] as const) {
    await report.setViewportSize({ width, height: 1000 })
    await settle(report)
    expect([format, await pageFaults(report)]).toEqual([format, []])
    const pdf = await report.pdf({ format, path: process.env.SHOTS && `${process.env.SHOTS}/report ${format}.pdf` })
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)!.length).toBeLessThanOrEqual(5)
  }
  await report.emulateMedia({ media: 'screen', colorScheme: 'light' })
  await report.setViewportSize(size)
}
