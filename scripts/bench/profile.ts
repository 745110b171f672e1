import type { Browser, Page } from '@playwright/test'
import { setTimeout } from 'node:timers/promises'
import { watchPaint, watchSteps } from './in-page.ts'

/** The phone and the line that everything is measured on. */
export const profile = {
  widthPx: 390,
  heightPx: 844,
  latencyMs: 150,
  downMbits: 1.6,
  upMbits: 0.75,
  cpuSlowdown: 4,
}

const bytesPerSecond = (mbits: number) => mbits * 1_000_000 / 8

/** Opens a page of its own on the slow phone, with an empty cache and its own service worker, runs `work` in it, and closes it. */
export async function onPhone<Result>(browser: Browser, work: (page: Page) => Promise<Result>): Promise<Result> {
  const context = await browser.newContext({
    viewport: { width: profile.widthPx, height: profile.heightPx },
    isMobile: true,
    hasTouch: true,
    serviceWorkers: 'allow',
  })
  try {
    const page = await context.newPage()
    await page.addInitScript(watchPaint)
    await page.addInitScript(watchSteps)
    const devtools = await context.newCDPSession(page)
    await devtools.send('Network.enable')
    await devtools.send('Network.setCacheDisabled', { cacheDisabled: true })
    await devtools.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: profile.latencyMs,
      downloadThroughput: bytesPerSecond(profile.downMbits),
      uploadThroughput: bytesPerSecond(profile.upMbits),
    })
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: profile.cpuSlowdown })
    return await work(page)
  }
  finally {
    await context.close()
  }
}

/** Waits until nothing came over the line for half a second, then until what a page does when idle is done (Slidev mounts all slides after three seconds). */
export async function settle(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle', { timeout: 15_000 }).catch(() => {})
  await setTimeout(5000)
}

/** A reader's pause after a step; the page is not asked meanwhile, as that would cost it time. */
const PAUSE_MS = 500
const GIVE_UP_MS = 10_000

/**
 * Waits until the step that `window.benchStep` awaits is done.
 * @returns how long it took, in ms
 * @throws {Error} when it is not done within ten seconds
 */
export async function tookMs(page: Page, step: string): Promise<number> {
  for (const endMs = Date.now() + GIVE_UP_MS; Date.now() < endMs;) {
    await setTimeout(PAUSE_MS)
    const tookMs = await page.evaluate(() => window.benchStep.tookMs)
    if (tookMs !== undefined)
      return tookMs
  }
  throw new Error(`${page.url()}: ${step} was not shown within ${GIVE_UP_MS} ms`)
}
