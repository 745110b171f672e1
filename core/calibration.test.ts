import { describe, expect, it } from 'vitest'
import { answerTo, progressOf } from '../tests/fixtures/build.ts'
import { calibrationOf, miscalibrated } from './calibration.ts'
import { emptyProgress } from './progress-parts/index.ts'

function given(section: string, confidence: 'guess' | 'sure', scores: number[]) {
  return scores.map((score, index) => answerTo(`${section}.q${index}`, score, index, { confidence }))
}

describe('calibration', () => {
  it('counts the answers of each confidence, and how many of them were fully right', () => {
    const progress = progressOf({ answers: [...given('tea', 'sure', [1, 1, 0.5]), ...given('rain', 'guess', [0]), answerTo('tea.x', 1, 9)] })
    expect(calibrationOf(progress)).toEqual([
      { confidence: 'guess', answers: 1, right: 0 },
      { confidence: 'fairly-sure', answers: 0, right: 0 },
      { confidence: 'sure', answers: 3, right: 2 },
    ])
    expect(calibrationOf(progress, 'rain')[2]).toEqual({ confidence: 'sure', answers: 0, right: 0 })
  })

  it('names sections where sure answers were often wrong, and where guesses were mostly right', () => {
    const progress = progressOf({ answers: [...given('tea', 'sure', [1, 0, 0, 1]), ...given('rain', 'guess', [1, 1, 1, 1, 1]), ...given('snow', 'sure', [1, 1, 1, 0.5, 1])] })
    expect(miscalibrated(progress, ['tea', 'rain', 'snow'])).toEqual({ overSure: ['tea'], underSure: ['rain'] })
  })

  it('says nothing of a section with too few answers', () => {
    expect(miscalibrated(progressOf({ answers: given('tea', 'sure', [0, 0, 0]) }), ['tea'])).toEqual({ overSure: [], underSure: [] })
    expect(miscalibrated(emptyProgress(), ['tea'])).toEqual({ overSure: [], underSure: [] })
  })
})
