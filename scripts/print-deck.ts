import type { PrintedDeck, SlideToPrint } from '../exports/target.ts'
import { withDeck } from './draw-deck.ts'

/** Runs in the deck's page. @returns the slide as markup that needs no script, and the alternative texts of its drawings */
function takeSlide(shown: Element, { level, question }: Pick<SlideToPrint, 'level' | 'question'>): { html: string, alts: string[], styles: string[] } {
  const frame = shown.cloneNode(true) as HTMLElement
  const box = frame.querySelector('.question-box')
  if (box && question) {
    // On paper nobody presses: the question stands there with its options, as on the handout.
    const list = document.createElement('ul')
    list.className = 'print-options'
    list.append(...question.lines.map(line => Object.assign(document.createElement('li'), { textContent: line })))
    box.replaceChildren(Object.assign(document.createElement('p'), { className: 'print-prompt', textContent: question.prompt }), list)
  }
  for (const details of frame.querySelectorAll('details')) {
    const count = document.createElement('p')
    for (const { name, value } of details.attributes)
      count.setAttribute(name, value)
    count.textContent = details.querySelector('summary')?.textContent ?? ''
    details.replaceWith(count)
  }
  // What is there to be pressed goes, but for the words that stand among it.
  for (const control of frame.querySelectorAll('.controls, .filters, .skip, .frame-keeper, .course .side'))
    control.replaceWith(...control.querySelectorAll('.caption'))
  // A figure of HTML is words and marks, which are read one by one; as a figure of a PDF it would be read as one picture.
  for (const figure of frame.querySelectorAll('figure'))
    figure.setAttribute('role', 'group')
  const alts = Array.from(frame.querySelectorAll('svg[role="img"]'), (drawing) => {
    const alt = ['title', 'desc'].map(name => drawing.querySelector(name)?.textContent?.trim()).filter(Boolean).join('. ')
    drawing.setAttribute('aria-label', alt)
    drawing.removeAttribute('aria-labelledby')
    return alt
  })
  for (const heading of frame.querySelectorAll('h1')) {
    const own = document.createElement(`h${level}`)
    own.className = heading.className
    for (const { name, value } of heading.attributes) {
      if (name.startsWith('data-v-'))
        own.setAttribute(name, value)
    }
    own.textContent = heading.textContent
    heading.replaceWith(own)
  }
  for (const focusable of frame.querySelectorAll('[tabindex]'))
    focusable.removeAttribute('tabindex')
  const section = document.createElement('section')
  for (const { name, value } of frame.attributes) {
    if (name !== 'tabindex' && name !== 'id')
      section.setAttribute(name, value)
  }
  section.append(...frame.childNodes)
  return {
    html: section.outerHTML,
    alts,
    // Each slide brings the styles of what it shows.
    styles: Array.from(document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]'), ({ href }) => href),
  }
}

const PRINT = `
  html, body { margin: 0; padding: 0; overflow: visible !important; height: auto !important; background: var(--paper); }
  * { animation: none !important; transition: none !important; }
  .print-page { break-after: page; break-inside: avoid; }
  .print-page:last-child { break-after: auto; }
  .print-prompt { font-size: 25px; font-weight: 650; line-height: 1.3; margin: 0.4em 0 0.7em; }
  .print-options { padding: 0; margin: 0; list-style: none; font-size: 23px; line-height: 1.3; }
  .print-options li { padding: 0.25em 0; margin: 0; }
  p.sources { margin: 0; color: var(--muted); font-size: 18px; }
  .slides .print-page { width: 980px; height: 552px; overflow: hidden; }
  html:has(.with-notes), .with-notes { background: white; }
  .with-notes .print-page { padding: 0 0 8mm; break-inside: auto; }
  .with-notes .print-slide { width: 980px; height: 552px; overflow: hidden; zoom: 0.7; border: 1px solid var(--hairline); }
  .print-notes { margin: 6mm 0 0; font: 11pt/1.45 var(--font-text); color: var(--ink); overflow-wrap: anywhere; }
  .print-notes p { margin: 0 0 0.5em; }
`

/** Prints slides as a tagged PDF with an outline, by Chromium, each on a page of its own. */
export function printDeck(slides: SlideToPrint[], { title, lang, notes }: { title: string, lang: string, notes: boolean }, built?: string): Promise<PrintedDeck> {
  return withDeck(async ({ page, show }) => {
    const taken: { html: string, alts: string[], styles: string[], notes: string[] }[] = []
    for (const { no, id, level, question, notes } of slides) {
      const frame = await show(no, id)
      taken.push({ ...await frame.evaluate(takeSlide, { level, question }), notes })
    }
    await page.emulateMedia({ media: 'screen', colorScheme: 'light', reducedMotion: 'reduce' })
    await page.evaluate(({ taken, title, lang, notes, css }) => {
      const style = Object.assign(document.createElement('style'), { textContent: css })
      const there = new Set(Array.from(document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]'), ({ href }) => href))
      const missing = [...new Set(taken.flatMap(({ styles }) => styles))].filter(href => !there.has(href))
      document.head.append(...missing.map(href => Object.assign(document.createElement('link'), { rel: 'stylesheet', href })), style)
      document.title = title
      document.documentElement.lang = lang
      document.body.className = notes ? 'with-notes' : 'slides'
      document.body.replaceChildren(...taken.map(({ html, notes: lines }) => {
        const article = Object.assign(document.createElement('div'), { className: 'print-page' })
        const slide = Object.assign(document.createElement('div'), { className: 'print-slide', innerHTML: html })
        article.append(slide)
        if (notes) {
          const box = Object.assign(document.createElement('div'), { className: 'print-notes' })
          box.append(...lines.map(line => Object.assign(document.createElement('p'), { textContent: line })))
          article.append(box)
        }
        return article
      }))
    }, { taken, title, lang, notes, css: PRINT })
    await page.waitForLoadState('networkidle')
    await page.evaluate(() => document.fonts.ready)
    const pdf = await page.pdf({
      tagged: true,
      outline: true,
      printBackground: true,
      ...notes ? { format: 'A4' as const, margin: { top: '12mm', bottom: '12mm', left: '12mm', right: '12mm' } } : { width: '980px', height: '552px', margin: { top: 0, bottom: 0, left: 0, right: 0 } },
    })
    return { pdf: new Uint8Array(pdf), alts: taken.flatMap(({ alts }) => alts) }
  }, built)
}
