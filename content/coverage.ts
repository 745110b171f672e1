import type { CourseFiles } from './course-files.ts'
import type { Problem } from './problem.ts'

/** One claim of the article and what the course makes of it. */
export interface CoverageRow {
  /** `P2` */
  paragraph: string
  section: string
  claim: string
  verdicts: CoverageVerdict[]
}

interface CoverageVerdict {
  id: string
  /** How many slides show it */
  slides: number
  /** How many questions are about it */
  questions: number
}

/** @returns a row for each claim, in the order of the article and, in a paragraph, of the deck */
export function coverage({ sections }: CourseFiles): CoverageRow[] {
  const slides = sections.flatMap(section => section.slides)
  const questions = sections.flatMap(({ bank }) => bank.data ?? [])
  return sections.flatMap(({ id: section, evidence: { data } }) => (data?.claims ?? []).map(({ id, paragraph }) => ({
    paragraph,
    section,
    claim: id,
    verdicts: (data?.verdicts ?? []).filter(({ claims }) => claims.includes(id)).map((verdict) => {
      const full = `${section}.${verdict.id}`
      return {
        id: verdict.id,
        slides: slides.filter(({ verdicts }) => verdicts.includes(full)).length,
        questions: questions.filter(({ about }) => about === full).length,
      }
    }),
  }))).sort((a, b) => a.paragraph.localeCompare(b.paragraph))
}

/** @returns a problem for each verdict without a question; claims without verdicts and verdicts without slides stop the build before that */
export function checkCoverage({ sections }: CourseFiles): Problem[] {
  const tested = new Set(sections.flatMap(({ bank }) => (bank.data ?? []).map(({ about }) => about)))
  return sections.flatMap(({ id: section, evidence }) => (evidence.data?.verdicts ?? []).flatMap(({ id }, index) => tested.has(`${section}.${id}`)
    ? []
    : {
        file: evidence.file,
        line: evidence.lineOf('verdicts', index),
        message: `No question is about the verdict "${section}.${id}"`,
        remedy: `Write one with "about: ${section}.${id}" in quizzes/${section}.yaml.`,
      }))
}

const FEWEST = { slides: 10, questions: 12 }

/** @returns a warning for each section that is short of slides or questions */
export function thinSections({ sections }: CourseFiles): Problem[] {
  return sections.flatMap(({ id, slides, bank }) => {
    const counts = [
      { what: 'slides', file: `slides/${id}.md`, has: slides.length, least: FEWEST.slides },
      { what: 'questions', file: bank.file, has: bank.data?.length ?? 0, least: FEWEST.questions },
    ]
    return counts.filter(({ has, least }) => has < least).map(({ what, file, has, least }) => ({
      file,
      line: 1,
      message: `"${id}" has ${has} ${what}, at least ${least} are wanted`,
      remedy: 'Write more where a claim is told in haste.',
    }))
  })
}
