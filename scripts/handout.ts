import type { Course } from '../content/load-course.ts'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { chromium } from '@playwright/test'
import { cutFonts, fontsAsData } from '../content/fonts.ts'
import { loadCourse } from '../content/load-course.ts'
import { notesOnPaper } from '../content/notes-on-paper.ts'
import { agendaPlaces, handoutPlace, pagePlaces } from '../core/places.ts'
import { buildSite } from './build-site.ts'
import { ensureChromium, launchArgs } from './chromium.ts'
import { addressOf, serve } from './server.ts'

// Handouts as PDF: npm run handout -- depression, or --agenda 60 for a workshop, or all sections without a name

/** A page of the course, or a document of its own */
interface Sheet { file: string, foot: string, place?: string, html?: (fonts: string) => string }

/**
 * @returns what is to be printed
 * @throws {Error} where there is no such section or agenda
 */
function sheetsFor([what, id]: string[], { outline, agendas, slides }: Course): Sheet[] {
  const sections = outline.sections.filter(section => !what || section.id === what)
  const agenda = agendas.find(agenda => what === '--agenda' && agenda.id === id)
  if (agenda) {
    return [
      { file: `agenda-${agenda.id}`, place: agendaPlaces.agendaHandout(agenda.id), foot: agenda.title },
      { file: `agenda-${agenda.id}-answers`, place: agendaPlaces.agendaAnswers(agenda.id), foot: agenda.title },
      { file: `agenda-${agenda.id}-notes`, html: fonts => notesOnPaper(agenda, slides, fonts), foot: agenda.title },
      { file: 'lessons', place: pagePlaces.lessonsHandout, foot: 'Lessons' },
    ]
  }
  if (sections.length === 0)
    throw new Error(`There is no such handout. Use: npm run handout -- <section>, with one of: ${outline.sections.map(({ id }) => id).join(', ')}; --agenda <agenda>, with one of: ${agendas.map(({ id }) => id).join(', ')}; or nothing for all sections.`)
  return sections.map(({ id, title }) => ({ file: id, place: handoutPlace(id), foot: title }))
}

/** @returns what stands under each page; the browser's own foot would not wait for the font. JSON writes a string as CSS does. */
function footOf(title: string, foot: string) {
  return `@page {
  margin: 15mm 15mm 18mm;
  font: 8pt 'Atkinson Hyperlegible Next Variable', sans-serif;
  @bottom-left { content: ${JSON.stringify(`${title} · ${foot} · education, not medical advice`)}; }
  @bottom-right { content: counter(page) ' of ' counter(pages); }
}`
}

try {
  const course = await loadCourse(process.cwd())
  const sheets = sheetsFor(process.argv.slice(2), course)
  await cutFonts(process.cwd())
  const fonts = await fontsAsData(process.cwd())
  // The pages alone: nothing of the deck is printed.
  const out = join(process.cwd(), 'node_modules', '.course', 'handout')
  rmSync(out, { recursive: true, force: true })
  await buildSite({ root: process.cwd(), out, base: '/', presents: true })
  const server = await serve(out, { port: 0 })
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: launchArgs })
  mkdirSync('handouts', { recursive: true })
  for (const { file, foot, place, html } of sheets) {
    const page = await browser.newPage({ reducedMotion: 'reduce' })
    if (html) {
      await page.setContent(html(fonts))
      await page.evaluate(() => document.fonts.ready)
    }
    else {
      await page.goto(`${addressOf(server)}${place}`, { waitUntil: 'networkidle' })
      await page.locator('[data-ready]').waitFor()
    }
    await page.addStyleTag({ content: footOf(course.about.title, foot) })
    await page.pdf({
      path: `handouts/${file}.pdf`,
      format: 'A4',
      tagged: true,
      outline: true,
      printBackground: true,
    })
    console.log(`handouts/${file}.pdf`)
    await page.close()
  }
  await browser.close()
  server.close()
}
catch (error) {
  console.error((error as Error).message)
  process.exit(1)
}
