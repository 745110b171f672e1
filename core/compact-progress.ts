import type { KeptCourse } from './compact-format.ts'
import type { SectionOutline } from './course.ts'
import type { Answer, Attempt, Progress } from './progress.ts'
import { idsOf, writeCompact } from './compact-format.ts'
import { knownIn, quizResult, sectionRecord } from './records.ts'

/* What is kept of progress where all of it has no room: 4,096 characters in SCORM 1.2. What does not fit is left out, the oldest first. */

type DayAt = (atMs: number) => number

/** @returns whether the two say the same of the section's quizzes */
function sayTheSame(a: Progress, b: Progress, section: SectionOutline, dayAt: DayAt): boolean {
  const [one, other] = [sectionRecord(a, section, dayAt), sectionRecord(b, section, dayAt)]
  return one.quiz === other.quiz && one.isOldRule === other.isOldRule && one.quizScore === other.quizScore
}

/**
 * Finds what the record of a section hangs on, by the course's own rules.
 * @returns the fewest attempts that say the same of it, with the latest, and the answers they are made of
 */
function kept(progress: Progress, section: SectionOutline, dayAt: DayAt): { attempts: Attempt[], answers: Answer[] } {
  let attempts = progress.attempts.filter(attempt => attempt.section === section.id)
  for (const attempt of attempts.slice(0, -1)) {
    const without = attempts.filter(other => other !== attempt)
    if (sayTheSame(progress, { ...progress, attempts: without }, section, dayAt))
      attempts = without
  }
  const known = knownIn(section)
  const results = attempts.map(attempt => quizResult({ ...progress, attempts }, attempt, known))
  return { attempts, answers: results.filter(({ score }) => score !== undefined).flatMap(({ answers }) => answers) }
}

/**
 * Writes progress in at most so many characters. Left out are, as far as needed: answers before the latest to each
 * question, the oldest first; then latest answers, the oldest first, those to checks at last, as a section is learned by
 * them; then which slides were seen, and beliefs. What a quiz was passed with always stays.
 * @returns the text, for `readCompact`
 */
export function compactProgress(progress: Progress, course: KeptCourse, limit: number, dayAt: DayAt): string {
  const ids = idsOf(course)
  const known = new Set(ids.questions)
  const parts = course.sections.map(section => kept(progress, section, dayAt))
  const needed = new Set(parts.flatMap(({ answers }) => answers))
  const chosen = new Set(parts.flatMap(({ attempts }) => attempts))
  const attempts = progress.attempts.filter(attempt => chosen.has(attempt))
  const base: Progress = { ...progress, attempts, answers: progress.answers.filter(answer => known.has(answer.question) || needed.has(answer)) }
  const latest = new Set(new Map(base.answers.map(answer => [answer.question, answer])).values())
  const checks = new Set(course.sections.flatMap(section => section.checks))
  const worth = (answer: Answer) => !latest.has(answer) ? 0 : checks.has(answer.question) ? 2 : 1
  const dropped = base.answers.filter(answer => !needed.has(answer)).sort((a, b) => worth(a) - worth(b) || a.atMs - b.atMs)
  const without = (count: number, more: Partial<Progress> = {}) => {
    const gone = new Set(dropped.slice(0, count))
    return writeCompact({ ...base, ...more, answers: base.answers.filter(answer => !gone.has(answer)) }, ids)
  }
  let [least, most] = [0, dropped.length]
  while (least < most) {
    const middle = Math.floor((least + most) / 2)
    if (without(middle).length <= limit)
      most = middle
    else
      least = middle + 1
  }
  return [() => without(least), () => without(least, { seen: {} }), () => without(least, { seen: {}, beliefs: [] })]
    .reduce((text, write) => text !== undefined && text.length <= limit ? text : write(), undefined as string | undefined)!
}
