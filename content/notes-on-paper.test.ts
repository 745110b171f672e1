import process from 'node:process'
import { expect, it } from 'vitest'
import { loadCourse } from './load-course.ts'
import { notesOnPaper } from './notes-on-paper.ts'
import { escapeHtml } from './page-html.ts'

it('has each slide of a workshop, its cover first, with the minute at which it begins, and what to say, ask and expect', async () => {
  const { agendas, slides } = await loadCourse(process.cwd())
  const agenda = agendas.find(({ id }) => id === '60')!
  const html = notesOnPaper(agenda, slides, '')
  const notes = ['', ...agenda.slides.map(({ id }) => id)].map(id => slides.find(slide => slide.id === id)!)
  for (const { title, note } of notes) {
    expect(html).toContain(`. ${escapeHtml(title)}</h2>`)
    for (const label of ['Say', 'Ask', 'Expect'])
      expect(html).toContain(`<strong>${label}:</strong> ${escapeHtml(new RegExp(`^${label}: *(.*)$`, 'm').exec(note)![1]!)}`)
  }
  const before = notes.slice(0, -1).reduce((sum, { minutes }) => sum + minutes, 0)
  expect(html).toContain(`from minute ${Math.round(before)}, for ${notes.at(-1)!.minutes}</p>`)
  expect(html).toContain(`<h2>1. ${escapeHtml(notes[0]!.title)}</h2><p class="when">from minute 0, for ${notes[0]!.minutes}</p>`)
  expect(html).toContain(`<h2>2. ${escapeHtml(notes[1]!.title)}</h2><p class="when">from minute ${notes[0]!.minutes}, for`)
  expect(html).not.toContain('Minutes:')
})
