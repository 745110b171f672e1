import { expect, it } from 'vitest'
import { loadCourse } from '../content/load-course.ts'
import { roomCourse } from './room-course.ts'

it('a room may ask any question of a section, and the invented headlines', async () => {
  const { question } = roomCourse(await loadCourse('tests/fixtures/tiny'))
  expect(['tea.colour', 'headlines.form-a', 'headlines.none'].map(id => question(id)?.id)).toEqual(['tea.colour', 'headlines.form-a', undefined])
})
