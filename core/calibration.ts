import type { Confidence, Progress } from './progress.ts'
import { sectionOf } from './course.ts'
import { confidences } from './progress.ts'

/** How often answers that were given with one confidence were right. */
export interface CalibrationLevel {
  confidence: Confidence
  answers: number
  right: number
}

/** With fewer answers of a confidence, a section is not named as over-sure or under-sure. */
const MIN_ANSWERS = 4

/** @returns one entry for each confidence, from guess to sure; only fully right answers count as right */
export function calibrationOf({ answers }: Progress, section?: string): CalibrationLevel[] {
  return confidences.map((confidence) => {
    const given = answers.filter(answer => answer.confidence === confidence && (section === undefined || sectionOf(answer.question) === section))
    return { confidence, answers: given.length, right: given.filter(answer => answer.score === 1).length }
  })
}

/**
 * Where the learner's feeling was off: over-sure where fewer than 7 in 10 of the sure answers were right, under-sure
 * where more than 8 in 10 of the guesses were.
 * @returns ids of sections
 */
export function miscalibrated(progress: Progress, sections: readonly string[]): { overSure: string[], underSure: string[] } {
  const share = (section: string, confidence: Confidence) => {
    const level = calibrationOf(progress, section).find(level => level.confidence === confidence)!
    return level.answers >= MIN_ANSWERS ? level.right / level.answers : undefined
  }
  return {
    overSure: sections.filter(section => (share(section, 'sure') ?? 1) < 0.7),
    underSure: sections.filter(section => (share(section, 'guess') ?? 0) > 0.8),
  }
}
