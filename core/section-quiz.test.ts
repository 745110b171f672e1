import type { HeadlineOutline } from './headlines.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answerTo, attemptAt, progressOf, sectionOf } from '../tests/fixtures/build.ts'
import { isHeadline } from './course.ts'
import { emptyProgress } from './progress-parts/index.ts'
import { drawSectionQuiz, withoutLostHeadlines } from './section-quiz.ts'

const tea = { ...sectionOf('tea', ['start'], ['q0'], Array.from({ length: 12 }, (_, place) => `q${place}`)), lessons: ['sham', 'marker'] }
const headlines: HeadlineOutline[] = ['sham', 'marker', 'whom'].flatMap(lesson => [1, 2, 3].map(no => ({ id: `headlines.${lesson}-${no}`, lessons: [lesson], revision: 1 })))
const form: HeadlineOutline = { id: 'headlines.form', lessons: ['sham'], form: 'a', revision: 1 }
const all = [...headlines, form]
const lessonOf = (id: string) => all.find(headline => headline.id === id)?.lessons[0]
const headlinesIn = (drawn: string[]) => drawn.filter(isHeadline)

describe('the draw of a section quiz', () => {
  it('gives two of six places to headlines of lessons that the section teaches, one of each before two of one, and never to one of a form', () => {
    const places = new Set<number>()
    fc.assert(fc.property(fc.string(), (seed) => {
      const drawn = drawSectionQuiz(tea, all, emptyProgress(), seed)
      expect(new Set(drawn).size).toBe(6)
      expect(headlinesIn(drawn).map(lessonOf).sort()).toEqual(['marker', 'sham'])
      expect(drawn).not.toContain(form.id)
      drawn.forEach((id, place) => isHeadline(id) && places.add(place))
    }))
    expect([...places].sort(), 'in any place but the first').toEqual([1, 2, 3, 4, 5])
  })

  it('asks its own questions only where there are no headlines, or it teaches no lesson', () => {
    expect(headlinesIn(drawSectionQuiz(tea, [], emptyProgress(), 'x'))).toEqual([])
    const none = drawSectionQuiz({ ...tea, lessons: [] }, all, emptyProgress(), 'x')
    expect(none).toHaveLength(6)
    expect(headlinesIn(none)).toEqual([])
  })

  it('brings headlines that were seen least, though they were missed', () => {
    const progress = progressOf({ answers: ['sham-1', 'sham-2', 'marker-1', 'marker-3'].map((slug, place) => answerTo(`headlines.${slug}`, 0, place + 1)) })
    expect(headlinesIn(drawSectionQuiz(tea, all, progress, 'x')).sort()).toEqual(['headlines.marker-2', 'headlines.sham-3'])
  })

  it('the first time holds no headline that was read before, as its answer would count', () => {
    const progress = progressOf({ answers: headlines.filter(({ id }) => id !== 'headlines.sham-2').map(({ id }, place) => answerTo(id, 1, place + 1)) })
    const drawn = drawSectionQuiz(tea, all, progress, 'x', true)
    expect(drawn).toHaveLength(6)
    expect(headlinesIn(drawn)).toEqual(['headlines.sham-2'])
  })

  it('asks nothing of a quiz that it may confirm, headlines neither', () => {
    fc.assert(fc.property(fc.string(), (seed) => {
      const first = drawSectionQuiz(tea, all, emptyProgress(), seed, true)
      const progress = progressOf({
        attempts: [{ ...attemptAt(first, 1), origin: 'drawn' }],
        answers: first.map((id, place) => answerTo(id, 1, place + 2)),
      })
      const second = drawSectionQuiz(tea, all, progress, `${seed} again`)
      expect(second).toHaveLength(6)
      expect(second.filter(id => first.includes(id))).toEqual([])
    }))
  })
})

describe('a running quiz after the bank of headlines was edited', () => {
  const attempt = attemptAt(['tea.q0', 'headlines.gone', 'headlines.sham-1', 'headlines.form', 'headlines.gone-too'], 10)

  it('asks others in the place of those that are gone or not to be practised, and keeps what was answered', () => {
    const questions = withoutLostHeadlines(attempt, tea, all, progressOf({ answers: [answerTo('headlines.gone-too', 1, 11)] }))
    expect(questions).toHaveLength(5)
    expect([questions[0], questions[2], questions[4]]).toEqual(['tea.q0', 'headlines.sham-1', 'headlines.gone-too'])
    for (const id of [questions[1]!, questions[3]!])
      expect(tea.lessons).toContain(lessonOf(id))
    expect(new Set(questions).size).toBe(5)
  })

  it('is left alone where nothing is lost', () => {
    expect(withoutLostHeadlines(attemptAt(['tea.q0', 'headlines.sham-1'], 10), tea, all, emptyProgress())).toEqual(['tea.q0', 'headlines.sham-1'])
  })
})
