import type { Browser } from '@playwright/test'
import process from 'node:process'
import { chromium } from '@playwright/test'
import { buildCourse } from './build-course.ts'
import { ensureChromium, launchArgs } from './chromium.ts'
import { addressOf, serve } from './server.ts'

/** A phone held upright, for which the first minutes are measured. */
export const PHONE = { width: 390, height: 844 }

/** Runs `use` with a browser and the address of the public site: of the folder that the command names, or built anew without one. */
export async function withBrowser(use: (browser: Browser, address: string) => Promise<void>): Promise<void> {
  const built = process.argv[2]
  const folder = built ?? '.test-dist/public'
  if (!built)
    await buildCourse({ out: folder, base: '/', presents: false })
  const server = await serve(folder, { port: 0 })
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: launchArgs })
  await use(browser, addressOf(server))
  await browser.close()
  server.close()
}
