import { readFileSync } from 'node:fs'
import process from 'node:process'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { readCourseFiles } from '../content/course-files.ts'
import { deckEntry } from './deck-entry.ts'

it('the deck of the hour has its slides in their order, gives the clock all of its minutes, and leaves a fifth of them free', async () => {
  const { files } = await readCourseFiles(process.cwd())
  const agenda = files.agendas.data!.find(({ id }) => id === '60')!
  const { entry, slides, clean } = await deckEntry(['--agenda', agenda.id])
  const { minutes } = parse(readFileSync(entry, 'utf8').split('---')[1]!)
  clean()
  expect(slides).toEqual(agenda.slides)
  expect(minutes).toBe(agenda.minutes)
  const spoken = files.slides.filter(({ id }) => slides.includes(id)).reduce((sum, slide) => sum + slide.minutes, 0)
  expect(spoken).toBeLessThanOrEqual(0.8 * minutes)
})
