import { expect, it } from 'vitest'
import { CHECK, slide } from '../tests/fixtures/breach.ts'
import { copyTiny } from '../tests/fixtures/tiny-copy.ts'
import { loadCourse } from './load-course.ts'

const TRIAL = 'trials:\n  - {id: d, name: The tea trial, device: implant, asked: x, who: x, compared: x, goal: met, goalText: x, sources: [smith-2001], lessons: [sham-improves-too]}\n'

async function placesAfter(change: (copy: ReturnType<typeof copyTiny>) => void) {
  const copy = copyTiny()
  change(copy)
  return (await loadCourse(copy.root)).glossary.lessons[0]!.places
}

it('a lesson is seen where it says, and wherever else something turns on it', async () => {
  expect(await placesAfter((copy) => {
    copy.replace('evidence/rain.yaml', '    device: implant', '    lessons: [sham-improves-too]\n    device: implant')
    copy.replace('evidence/tea.yaml', '    device: implant', '    lessons: [sham-improves-too]\n    device: implant')
  })).toEqual([
    { title: 'An implant for tea', slide: 'tea.verdict' },
    { title: 'An implant for rain', slide: 'rain.verdict' },
  ])
})

it('a trial is seen on the slide that names it, or whose figure draws it', async () => {
  const withTrial = (copy: ReturnType<typeof copyTiny>) => copy.replace('evidence/tea.yaml', 'verdicts:', `${TRIAL}verdicts:`)
  const seen = { title: 'The tea trial' }
  expect(await placesAfter(withTrial)).not.toContainEqual(expect.objectContaining(seen))
  expect(await placesAfter((copy) => {
    withTrial(copy)
    copy.replace('slides/tea.md', CHECK, slide('trial', 'trial: tea.d'))
  })).toContainEqual({ ...seen, slide: 'tea.new' })
  expect(await placesAfter((copy) => {
    withTrial(copy)
    copy.replace('slides/tea.md', 'One sentence.', '<EvidenceFigure trial="tea.d" />')
  })).toContainEqual({ ...seen, slide: 'tea.verdict' })
})
