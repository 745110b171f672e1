import { chromium } from '@playwright/test'
import { buildCourse } from './build-course.ts'
import { ensureChromium, launchArgs } from './chromium.ts'
import { measureFirstLoad } from './first-load.ts'
import { addressOf, serve } from './server.ts'

// What a first visit downloads from the public site, page by page.
await buildCourse({ out: '.test-dist/public', base: '/', notes: false })
const server = await serve('.test-dist/public', { port: 0 })
const browser = await chromium.launch({ executablePath: ensureChromium(), args: launchArgs })
console.log('first load, KiB gzip      JS    CSS  fonts  total  hosts')
for (const path of ['/', '/learn/depression', '/quiz/depression', '/evidence', '/depression']) {
  const page = await browser.newPage()
  const { jsKib, cssKib, fontKib, totalKib, hosts } = await measureFirstLoad(page, addressOf(server) + path)
  console.log(path.padEnd(20), ...[jsKib, cssKib, fontKib, totalKib].map(kib => kib.toFixed(1).padStart(6)), '', hosts.join(' '))
  await page.close()
}
await browser.close()
server.close()
