import { expect, it } from 'vitest'
import { answerTo, progressOf } from '../tests/fixtures/build.ts'
import { packProgress } from './packed-progress.ts'
import { answerModes, confidences } from './progress.ts'

/** What has been saved since the first days; a byte of it that changes is progress that is lost. */
const SAVED = {
  slide: ['0 a 0;', '0 a 1;', '0 a 2;', '0 a 3;'],
  page: ['0 a 4;', '0 a 5;', '0 a 6;', '0 a 7;'],
  quiz: ['0 a 8;', '0 a 9;', '0 a a;', '0 a b;'],
  review: ['0 a c;', '0 a d;', '0 a e;', '0 a f;'],
}

it('saves each mode and confidence with its own number for ever, in whatever order the lists stand', () => {
  const confidence = [undefined, 'guess', 'fairly-sure', 'sure'] as const
  expect(Object.keys(SAVED)).toEqual(expect.arrayContaining([...answerModes]))
  expect(confidence).toEqual(expect.arrayContaining([...confidences]))
  for (const [mode, entries] of Object.entries(SAVED)) {
    for (const [place, entry] of entries.entries()) {
      const { answers } = packProgress(progressOf({ answers: [answerTo('tea.a', 1, 10, { mode: mode as 'page', confidence: confidence[place] })] }))
      expect(answers).toEqual({ 'tea.a': { given: [['a', 1]], at: entry } })
    }
  }
})

it('saves nothing of clocks where none was wrong', () => {
  expect(JSON.stringify(packProgress(progressOf({})))).toBe('{"version":2,"answers":{},"attempts":{},"beliefs":[],"seen":{}}')
})
