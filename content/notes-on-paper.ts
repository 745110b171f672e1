import type { AgendaInFull } from '../core/course.ts'
import type { SlideSource } from './read-slides.ts'
import { noteLines } from '../core/notes.ts'
import { LANG } from '../words/en/language.ts'
import { escapeHtml } from './page-html.ts'

const STYLE = 'body{font:10.5pt/1.4 Atkinson Hyperlegible Next Variable,sans-serif;margin:0}h1,h2{font-family:Fraunces Variable,serif;font-weight:600;line-height:1.2}h1{font-size:19pt}h2{margin:1.1em 0 0;font-size:12.5pt}p{margin:.2em 0}.when{color:#555}section{break-inside:avoid}'

/**
 * What a speaker says, asks and expects, slide by slide from the cover on, with the minute at which each should begin: for
 * a speaker with one screen. Notes are in no build, as everybody in a live room has that.
 * @param agenda of which workshop
 * @param sources all slides, with their notes
 * @param fonts declares the fonts of the course (`fontsAsData`)
 * @returns a document to print
 */
export function notesOnPaper(agenda: Pick<AgendaInFull, 'id' | 'title' | 'slides'>, sources: readonly SlideSource[], fonts: string): string {
  const { id, title, slides } = agenda
  let minute = 0
  // The cover has no id, and no agenda names it.
  const spoken = [...sources.filter(({ id }) => !id), ...slides.map(slide => sources.find(({ id }) => id === slide.id)!)]
  const parts = spoken.map(({ title, minutes, note }, place) => {
    const from = Math.round(minute)
    minute += minutes
    const lines = noteLines(note).filter(({ label }) => label !== 'Minutes').map(({ label, text }) => `<p>${label ? `<strong>${escapeHtml(label)}:</strong> ` : ''}${escapeHtml(text)}</p>`)
    return `<section><h2>${place + 1}. ${escapeHtml(title)}</h2><p class="when">from minute ${from}, for ${minutes}</p>${lines.join('')}</section>`
  })
  const heading = `Speaker notes: ${escapeHtml(title)}`
  return `<!DOCTYPE html><html lang="${LANG}"><head><meta charset="utf-8"><title>${heading}</title><style>${fonts}${STYLE}</style></head><body data-agenda="${escapeHtml(id)}"><h1>${heading}</h1>${parts.join('')}</body></html>`
}
