import type { Browser } from '@playwright/test'
import type { FirstLoad } from '../first-load.ts'
import { setTimeout } from 'node:timers/promises'
import { measureFirstLoad } from '../first-load.ts'
import { onPhone } from './profile.ts'

export interface LoadTimes {
  fcpMs: number
  lcpMs: number
  /** Cumulative layout shift, no unit */
  cls: number
  longestTaskMs: number
  /** Tasks of more than 200 ms */
  tasksOver200Ms: number
}

/** Tasks are looked for that long after navigation; nothing is touched meanwhile. */
const WATCHED_MS = 10_000
const LONG_MS = 200

/** Loads a page on the slow phone and watches it for ten seconds. */
export function measureLoadTimes(browser: Browser, url: string): Promise<LoadTimes> {
  return onPhone(browser, async (page) => {
    await page.goto(url, { waitUntil: 'commit' })
    const passedMs = await page.evaluate(() => performance.now())
    await setTimeout(Math.max(0, WATCHED_MS - passedMs))
    const { fcpMs, lcpMs, cls, longTasksMs } = await page.evaluate(() => window.benchPaint)
    return { fcpMs, lcpMs, cls, longestTaskMs: Math.max(0, ...longTasksMs), tasksOver200Ms: longTasksMs.filter(ms => ms > LONG_MS).length }
  })
}

/** Weighs a first load, without what is kept for offline use afterwards. On a fast CPU: sizes do not hang on it. @returns KiB, gzipped */
export async function measureWeightKib(browser: Browser, url: string): Promise<FirstLoad> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, serviceWorkers: 'block' })
  try {
    return await measureFirstLoad(await context.newPage(), url)
  }
  finally {
    await context.close()
  }
}
