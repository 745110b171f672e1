import type { CourseFiles } from './course-files.ts'
import type { Problem } from './problem.ts'
import { sectionOf, slugOf } from '../core/course.ts'
import { known } from './known.ts'
import { countWords, minutesFor } from './reading-time.ts'

const MOST_MINUTES = 10
/** From opening the map to the first answer: a minute, of which two buttons, a choice and what every page says by itself take this */
const LEFT_OF_FIRST_MINUTE = 22 / 60

/** @returns what is wrong with the way in: unknown things named, and more than ten minutes, or more than one from opening the map to the first answer */
export function checkTour(files: CourseFiles): Problem[] {
  const { tour } = files
  const { lead = '', steps = [] } = tour.data ?? {}
  const problems: Problem[] = []
  const report = (message: string, remedy: string, ...place: (string | number)[]) => problems.push({ file: tour.file, line: tour.lineOf(...place), message, remedy })
  const things = {
    question: known(files, section => section.bank.data),
    trial: known(files, section => section.evidence.data?.trials),
    verdict: known(files, section => section.evidence.data?.verdicts),
  }
  for (const [index, step] of steps.entries()) {
    for (const kind of ['trial', 'question', 'verdict'] as const) {
      const id = step[kind]
      // A section that the deck leaves out was reported itself.
      const isOut = id && files.slugs.includes(sectionOf(id)) && !files.sections.some(section => section.id === sectionOf(id))
      if (id && files.sections.length > 0 && !isOut && !things[kind].has(id))
        report(`The tour names the unknown ${kind} "${id}"`, `${things[kind].hint(id)}Name it as <section>.<${kind}>.`, 'steps', index, kind)
    }
    const trial = step.trial && files.sections.find(({ id }) => id === sectionOf(step.trial!))?.evidence.data?.trials.find(({ id }) => id === slugOf(step.trial!))
    if (trial && !trial.outcomes.some(({ id, arms }) => id === step.outcome && arms))
      report(`The tour draws the outcome "${step.outcome}" of "${step.trial}", which has no groups with numbers`, 'Name an outcome of the trial that has "arms".', 'steps', index, 'outcome')
  }
  const questionOf = (full: string) => files.sections.find(({ id }) => id === sectionOf(full))?.bank.data?.find(({ id }) => id === slugOf(full))
  const promptOf = (full: string) => questionOf(full)?.prompt ?? ''
  const first = steps[0]
  if (first) {
    const question = questionOf(first.question)
    const options = question && 'options' in question ? Object.values(question.options).map(({ text }) => text) : []
    const home = files.about.data?.home
    const toFirst = [home?.title, home?.lead, lead, first.claim, question?.prompt, ...options].join(' ')
    if (minutesFor({ words: countWords(toFirst) }) > 1 - LEFT_OF_FIRST_MINUTE)
      report(`It takes ${countWords(toFirst)} words to answer the first question of the tour, which is more than a minute`, 'Say less before it, there or in "home" of course.yaml, or ask a shorter one first.', 'lead')
  }
  const words = countWords([lead, ...steps.flatMap(({ claim, look, says, question }) => [claim, look, says, promptOf(question)])].join(' '))
  const minutes = minutesFor({ words, figures: steps.length, questions: steps.length })
  if (minutes > MOST_MINUTES)
    report(`The tour takes ${Math.round(minutes)} minutes, more than ${MOST_MINUTES}`, 'Take a step away.', 'steps')
  return problems
}
