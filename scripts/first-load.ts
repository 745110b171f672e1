import type { Page } from '@playwright/test'
import { gzipSync } from 'node:zlib'

export interface FirstLoad {
  htmlKib: number
  /** Gzipped at level 9 */
  jsKib: number
  cssKib: number
  /** As they are; fonts are packed already */
  fontKib: number
  /** All of these, and what is of no kind: data, pictures, manifest */
  totalKib: number
  /** Hosts that were asked for anything */
  hosts: string[]
}

/** That long without any answer, a page is quiet */
const QUIET_MS = 1000

/** What a page does on purpose that long after its start (at rest, the deck fetches the slides beside it) is no part of its first load. */
const LATER_MS = 2000

declare global {
  interface Window {
    /** Begins what was held back */
    beginHeld: () => void
  }
}

/** Runs inside the page: holds back what is set for later, or a slow machine would weigh what a quick one does not. */
function holdWhatIsLater(laterMs: number): void {
  const { setTimeout: begin, clearTimeout: end } = window
  const held = new Map<number, () => void>()
  let last = 0
  window.setTimeout = ((work: TimerHandler, ms = 0, ...rest: unknown[]) => {
    if (ms < laterMs)
      return begin(work, ms, ...rest)
    held.set(--last, () => begin(work, ms, ...rest))
    return last
  }) as typeof begin
  window.clearTimeout = id => held.delete(id as number) || end(id)
  window.beginHeld = () => {
    window.setTimeout = begin
    held.forEach(work => work())
    held.clear()
  }
}

/** Opens a page with an empty cache, waits until it is quiet, and weighs what came over the wire. @returns sizes in KiB (1024 bytes) */
export async function measureFirstLoad(page: Page, url: string): Promise<FirstLoad> {
  const bytes = { document: 0, script: 0, stylesheet: 0, font: 0, other: 0 }
  const hosts = new Set<string>()
  const weighing: Promise<void>[] = []
  page.on('response', (response) => {
    hosts.add(new URL(response.url()).hostname)
    weighing.push(response.body().then((body) => {
      const type = response.request().resourceType()
      const kind = type in bytes ? type as keyof typeof bytes : 'other'
      bytes[kind] += kind === 'font' ? body.length : gzipSync(body, { level: 9 }).length
    }).catch(() => {}))
  })
  await page.addInitScript(holdWhatIsLater, LATER_MS)
  await page.goto(url, { waitUntil: 'networkidle' })
  // What a page fetches when idle comes late on a busy machine.
  for (let weighed = -1; weighed < weighing.length; await page.waitForTimeout(QUIET_MS)) {
    weighed = weighing.length
    await page.evaluate(() => new Promise(resolve => requestIdleCallback(resolve)))
  }
  await Promise.all(weighing)
  await page.evaluate(() => window.beginHeld())
  const kib = (size: number) => Math.round(size / 1024 * 10) / 10
  return {
    htmlKib: kib(bytes.document),
    jsKib: kib(bytes.script),
    cssKib: kib(bytes.stylesheet),
    fontKib: kib(bytes.font),
    totalKib: kib(Object.values(bytes).reduce((sum, size) => sum + size)),
    hosts: [...hosts],
  }
}
