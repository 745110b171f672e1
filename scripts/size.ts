import { chromium } from '@playwright/test'
import { budgets } from './budgets.ts'
import { buildCourse } from './build-course.ts'
import { ensureChromium, launchArgs } from './chromium.ts'
import { measureFirstLoad } from './first-load.ts'
import { addressOf, serve } from './server.ts'

// What a first visit downloads from the public site, page by page.
await buildCourse({ out: '.test-dist/public', base: '/', presents: false })
const server = await serve('.test-dist/public', { port: 0 })
const browser = await chromium.launch({ executablePath: ensureChromium(), args: launchArgs })

/** @returns what a size is by its budget: `under 66`, `OVER 66 by 3.4`; nothing where there is none */
function verdict(what: string, kib: number, maxKib: number | undefined): string {
  if (maxKib === undefined)
    return ''
  return kib <= maxKib ? `${what} under ${maxKib}` : `${what} OVER ${maxKib} by ${(kib - maxKib).toFixed(1)}`
}

console.log('first load, KiB gzip    HTML     JS    CSS  fonts  total  hosts      budget')
for (const path of new Set(['/', ...Object.keys(budgets), '/evidence'])) {
  const page = await browser.newPage()
  const { htmlKib, jsKib, cssKib, fontKib, totalKib, hosts } = await measureFirstLoad(page, addressOf(server) + path)
  const verdicts = [verdict('JS', jsKib, budgets[path]?.jsKib), verdict('total', totalKib, budgets[path]?.totalKib)].filter(Boolean)
  console.log(path.padEnd(21), ...[htmlKib, jsKib, cssKib, fontKib, totalKib].map(kib => kib.toFixed(1).padStart(6)), '', hosts.join(' ').padEnd(10), verdicts.join(', '))
  await page.close()
}
await browser.close()
server.close()
