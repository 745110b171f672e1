import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { loadCourse } from '../content/load-course.ts'
import { pdf } from '../exports/pdf/pdf.ts'
import { pagesOf } from '../exports/pptx/pages.ts'
import { pptx } from '../exports/pptx/pptx.ts'
import { buildCourse } from './build-course.ts'
import { withDeck } from './draw-deck.ts'
import { drawFigures } from './draw-figures.ts'
import { findOffice } from './office.ts'
import { printDeck } from './print-deck.ts'

// The deck, its PowerPoint (as LibreOffice draws it) and its PDF side by side, slide by slide: npm run contact-sheets -- depression, or all of it without a name.
// Needs LibreOffice and pdftoppm (Debian: libreoffice-impress, poppler-utils).
const BUILT = '.test-dist/contact-sheets'
const OUT = 'exports-out/contact-sheets'
/** Slides on a sheet, each in three pictures */
const ROWS = 6

const office = findOffice()
if (!office) {
  console.error('Install LibreOffice first (on Debian: apt-get install libreoffice-impress poppler-utils).')
  process.exit(1)
}
const course = await loadCourse(process.cwd())
const name = process.argv[2] ?? 'all'
const built = process.env.BUILT ?? BUILT
if (!process.env.BUILT)
  await buildCourse({ out: BUILT, base: '/', presents: false })
const selection = {
  course,
  sections: course.sections.filter(({ id }) => name === 'all' || id === name),
  name,
  changedMs: 0,
  notes: false,
  buildForLms: () => Promise.reject(new Error('Of no use here.')),
  buildForFiles: () => Promise.reject(new Error('Of no use here.')),
  drawFigures: (slides: Record<string, number>) => drawFigures(slides, built),
  printDeck: (...[slides, options]: Parameters<typeof printDeck>) => printDeck(slides, options, built),
}
const folder = mkdtempSync(join(tmpdir(), 'contact-'))

/** @returns the pages of a PDF as pictures, in their order */
function picturesOf(path: string): string[] {
  const prefix = path.replace(/\.pdf$/, '-')
  execFileSync('pdftoppm', ['-r', '60', '-png', path, prefix])
  return readdirSync(folder).map(file => join(folder, file)).filter(file => file.startsWith(prefix) && file.endsWith('.png')).sort()
}

const [slidesFile, pdfFile] = [join(folder, 'slides.pptx'), join(folder, 'print.pdf')]
writeFileSync(slidesFile, Object.values(await pptx.make(selection))[0]!)
execFileSync(office, [`-env:UserInstallation=file://${folder}/office`, '--headless', '--convert-to', 'pdf', '--outdir', folder, slidesFile], { stdio: 'ignore' })
writeFileSync(pdfFile, Object.values(await pdf.make(selection))[0]!)
const columns = [picturesOf(join(folder, 'slides.pdf')), picturesOf(pdfFile)]

rmSync(OUT, { recursive: true, force: true })
mkdirSync(OUT, { recursive: true })
await withDeck(async ({ page, show }) => {
  const data = (png: Buffer) => `data:image/png;base64,${png.toString('base64')}`
  const rows: string[][] = []
  for (const [place, { source }] of pagesOf(selection).entries()) {
    const frame = await show(course.slides.indexOf(source) + 1, source.id)
    rows.push([data(await frame.screenshot({ scale: 'css' })), ...columns.map(pictures => data(readFileSync(pictures[place]!)))])
  }
  await page.setViewportSize({ width: 1500, height: 900 })
  for (let from = 0; from < rows.length; from += ROWS) {
    await page.setContent(`<style>body { margin: 8px; background: #777; display: grid; grid-template-columns: repeat(3, 1fr); gap: 8px; } img { width: 100%; }</style>${rows.slice(from, from + ROWS).flat().map(src => `<img src="${src}">`).join('')}`)
    const path = join(OUT, `${name}-${String(from + 1).padStart(3, '0')}.png`)
    await page.screenshot({ path, fullPage: true, scale: 'css' })
    console.log(path)
  }
}, built)
rmSync(folder, { recursive: true })
if (!process.env.BUILT)
  rmSync(BUILT, { recursive: true })
