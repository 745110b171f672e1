import type { SectionOutline } from './course.ts'
import type { Progress } from './progress.ts'
import { learnPlace, readingPlace } from './places.ts'
import { latestAnswer } from './progress.ts'
import { knownIn, latestAttempt, quizResult, sectionRecord } from './records.ts'

/** @returns when the learner touched each part of a section last: read it, or answered what it asks; parts never touched are left out */
function touches(progress: Progress, { slides, questions }: SectionOutline): { place: number, atMs: number }[] {
  const known = new Set(questions.map(({ id }) => id))
  return slides.flatMap(({ id, question }, place) => {
    const atMs = Math.max(progress.seen[id] ?? 0, question && known.has(question) ? latestAnswer(progress, question)?.atMs ?? 0 : 0)
    return atMs > 0 ? [{ place, atMs }] : []
  })
}

/**
 * Where somebody goes on in a section: at the part after the one that they read last. What they skipped before it they
 * skipped on purpose.
 * @returns that part; `undefined` where nothing was read, and where the end was
 */
export function stoppedAt(progress: Progress, section: SectionOutline): SectionOutline['slides'][number] | undefined {
  const last = touches(progress, section).reduce<{ place: number, atMs: number } | undefined>((best, touch) => !best || touch.atMs >= best.atMs ? touch : best, undefined)
  return last && section.slides[last.place + 1]
}

/** @returns where reading goes on in a section: where it stopped; at the end of one that was read in part, what was left out first */
export function placeToContinue(progress: Progress, section: SectionOutline): string {
  const isLeft = ({ id }: { id: string }) => !(id in progress.seen)
  const part = stoppedAt(progress, section) ?? (section.slides.every(isLeft) ? undefined : section.slides.find(isLeft))
  return part ? readingPlace(part.id) : learnPlace(section.id)
}

/** @returns when the learner read or answered something of the section last; 0 for never */
function touchedAtMs(progress: Progress, { slides, questions }: SectionOutline): number {
  return Math.max(
    0,
    ...slides.map(slide => progress.seen[slide.id] ?? 0),
    ...questions.map(question => latestAnswer(progress, question.id)?.atMs ?? 0),
  )
}

/** @returns the section touched last, and those where to look for what is open: first after it, then from the beginning */
function fromLast(sections: readonly SectionOutline[], touchedAt: (section: SectionOutline) => number): { last?: SectionOutline, others: SectionOutline[] } {
  const last = sections.reduce<SectionOutline | undefined>((best, section) => touchedAt(section) > (best ? touchedAt(best) : 0) ? section : best, undefined)
  return { last, others: [...sections.slice(last ? sections.indexOf(last) + 1 : 0), ...sections] }
}

/**
 * Where to go on.
 * @returns the section that was touched last if it is unfinished and its end was not reached, else the next unfinished
 * one in the course's order; `undefined` when all are learned
 */
export function whereToContinue(progress: Progress, sections: readonly SectionOutline[], dayAt: (atMs: number) => number): SectionOutline | undefined {
  const isOpen = (section: SectionOutline) => sectionRecord(progress, section, dayAt).state !== 'learned'
  const isAtEnd = (section: SectionOutline) => touches(progress, section).length > 0 && !stoppedAt(progress, section)
  const { last, others } = fromLast(sections, section => touchedAtMs(progress, section))
  return last && isOpen(last) && !isAtEnd(last) ? last : others.find(isOpen)
}

/** @returns the section whose quiz is next: of the one that was touched last, by reading or by a quiz, else of the next in the course's order; `undefined` when all are passed */
export function quizToContinue(progress: Progress, sections: readonly SectionOutline[], dayAt: (atMs: number) => number): SectionOutline | undefined {
  const isOpen = (section: SectionOutline) => sectionRecord(progress, section, dayAt).quiz !== 'passed'
  const { last, others } = fromLast(sections, section => Math.max(touchedAtMs(progress, section), latestAttempt(progress, section.id)?.startedAtMs ?? 0))
  return last && isOpen(last) ? last : others.find(isOpen)
}

/** @returns the newest quiz of a section that was begun and not finished, and how many of its questions are answered; `undefined` where there is none */
export function quizUnderWay(progress: Progress, sections: readonly SectionOutline[]): { section: SectionOutline, answered: number, total: number } | undefined {
  return sections.flatMap((section) => {
    const attempt = latestAttempt(progress, section.id)
    const result = attempt && quizResult(progress, attempt, knownIn(section))
    return result && result.score === undefined && result.answers.length > 0
      ? [{ section, answered: result.answers.length, total: result.total, atMs: attempt.startedAtMs }]
      : []
  }).sort((a, b) => b.atMs - a.atMs).map(({ section, answered, total }) => ({ section, answered, total }))[0]
}
