import type { PrintedDeck, SlideToPrint } from '../exports/target.ts'
import { withDeck } from './draw-deck.ts'
import { takeSlide } from './take-slide.ts'

/** Runs in the page that is printed: long answers are set smaller, and where that is not enough what is said of the rest goes: it stands in the notes too. */
function fitQuestions(): void {
  for (const box of document.querySelectorAll<HTMLElement>('.print-question')) {
    const isTooLong = () => box.scrollHeight > box.clientHeight
    for (const leaveOut of ['', '.print-options li:not(.right) .says']) {
      if (leaveOut) {
        for (const said of isTooLong() ? box.querySelectorAll(leaveOut) : [])
          said.remove()
      }
      for (let size = 24; size >= 17 && (size === 24 || isTooLong()); size--)
        box.style.fontSize = `${size}px`
    }
  }
}

const PRINT = `
  html, body { margin: 0; padding: 0; overflow: visible !important; height: auto !important; background: var(--paper); }
  * { animation: none !important; transition: none !important; }
  .print-page { break-after: page; break-inside: avoid; }
  .print-page:last-child { break-after: auto; }
  .print-question.print-question { display: flex; gap: 30px; align-items: center; overflow: hidden; font-size: 24px; line-height: 1.25; }
  .print-question p { margin: 0; }
  .print-words { flex: 1; align-self: start; }
  .print-prompt { padding: 0.4em 0; font-weight: 650; }
  .print-options { padding: 0; margin: 0; list-style: none; }
  .print-options li { padding: 0.22em 0; margin: 0; }
  .print-options .sign { color: var(--accent); font-family: var(--font-head); font-weight: 600; }
  .print-options .says { color: var(--muted); font-size: 0.9em; }
  .print-options .right .says { color: var(--ink); }
  .print-why { padding-top: 0.4em; color: var(--accent); }
  .print-drawing { --figure-height: 320px; flex: 0 1 auto; inline-size: 320px; }
  .print-drawing text { font-size: 19.2px; }
  .print-drawing .spot { display: flex; width: 36px; height: 36px; align-items: center; justify-content: center; border: 2px solid var(--line); border-radius: 50%; background: var(--surface); color: var(--accent); font-family: var(--font-head); }
  .print-drawing .spot.lit { border-color: var(--ink); background: var(--ink); color: var(--paper); font-weight: 700; }
  .print-page .layout > .caption { margin: 0; font-size: 18px; line-height: 1.3; }
  .print-chosen { font-weight: 650; white-space: nowrap; }
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
    for (const { no, id, level, heading, question, notes } of slides) {
      const frame = await show(no, id)
      taken.push({ ...await frame.evaluate(takeSlide, { level, heading, question }), notes })
    }
    await page.emulateMedia({ media: 'screen', colorScheme: 'light', reducedMotion: 'reduce' })
    await page.evaluate(async ({ taken, title, lang, notes, css }) => {
      const style = Object.assign(document.createElement('style'), { textContent: css })
      // Some stand in the body, which gives way to the pages.
      const sheets = Array.from(document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]'))
      const there = new Set(sheets.map(({ href }) => href))
      const missing = [...new Set(taken.flatMap(({ styles }) => styles))].filter(href => !there.has(href))
      sheets.push(...missing.map(href => Object.assign(document.createElement('link'), { rel: 'stylesheet', href })))
      const loaded = sheets.map(sheet => new Promise<void>((resolve, reject) => {
        sheet.onload = () => resolve()
        sheet.onerror = () => reject(new Error(`${sheet.href} could not be loaded.`))
      }))
      document.head.append(...sheets, style)
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
      await Promise.all(loaded)
    }, { taken, title, lang, notes, css: PRINT })
    await page.evaluate(() => document.fonts.ready)
    await page.evaluate(fitQuestions)
    const pdf = await page.pdf({
      tagged: true,
      outline: true,
      printBackground: true,
      ...notes ? { format: 'A4' as const, margin: { top: '12mm', bottom: '12mm', left: '12mm', right: '12mm' } } : { width: '980px', height: '552px', margin: { top: 0, bottom: 0, left: 0, right: 0 } },
    })
    return { pdf: new Uint8Array(pdf), alts: taken.flatMap(({ alts }) => alts) }
  }, built)
}
