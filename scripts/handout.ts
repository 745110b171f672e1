import { mkdirSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { loadCourse } from '../content/load-course.ts'
import { handoutPlace } from '../core/places.ts'
import { buildCourse } from './build-course.ts'
import { ensureChromium, launchArgs } from './chromium.ts'
import { addressOf, serve } from './server.ts'

// Handouts as PDF: npm run handout -- depression, or all of them without a name
const wanted = process.argv[2]
const { outline } = await loadCourse(process.cwd())
const sections = outline.sections.filter(({ id }) => !wanted || id === wanted)
if (sections.length === 0) {
  console.error(`There is no section "${wanted}". Use: npm run handout -- <section>, with one of: ${outline.sections.map(({ id }) => id).join(', ')}; or no name for all.`)
  process.exit(1)
}

const small = 'font: 8pt sans-serif; width: 100%; padding: 0 15mm; display: flex; justify-content: space-between'
await buildCourse({ out: '.test-dist/public', base: '/', presents: false })
const server = await serve('.test-dist/public', { port: 0 })
const browser = await chromium.launch({ executablePath: ensureChromium(), args: launchArgs })
mkdirSync('handouts', { recursive: true })
for (const { id, title } of sections) {
  const page = await browser.newPage({ reducedMotion: 'reduce' })
  await page.goto(`${addressOf(server)}${handoutPlace(id)}`, { waitUntil: 'networkidle' })
  await page.locator('[data-ready]').waitFor()
  await page.pdf({
    path: `handouts/${id}.pdf`,
    format: 'A4',
    tagged: true,
    outline: true,
    printBackground: true,
    displayHeaderFooter: true,
    headerTemplate: '<span></span>',
    footerTemplate: `<div style="${small}"><span>Wandering Nerve · ${title} · education, not medical advice</span><span><span class="pageNumber"></span> of <span class="totalPages"></span></span></div>`,
    margin: { top: '15mm', bottom: '18mm', left: '15mm', right: '15mm' },
  })
  console.log(`handouts/${id}.pdf`)
  await page.close()
}
await browser.close()
server.close()
