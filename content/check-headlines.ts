import type { CourseFiles } from './course-files.ts'
import type { Problem } from './problem.ts'
import { HEADLINES } from '../core/course.ts'
import { wrongAnswer } from '../core/question-types/index.schema.ts'
import { duplicates, knownIn } from './known.ts'

type Found = [path: string, message: string, remedy: string]

/** @returns what is wrong with the invented headlines: double ids, unknown lessons, answers that are no option, forms that do not match */
export function checkHeadlines({ headlines, lessons }: CourseFiles): Problem[] {
  const bank = headlines.data ?? []
  const known = knownIn(lessons)
  const twice = new Set(duplicates(bank, ({ id }) => id))
  const problems = bank.flatMap((headline, index) => {
    const wrong = wrongAnswer(headline)
    const found: Found[] = [
      ...twice.has(headline) ? [['id', `The headline "${headline.id}" stands twice`, 'Give one of the two another id; ids are never reused.'] as Found] : [],
      ...headline.lessons.filter(lesson => !known.has(lesson)).map((lesson): Found =>
        ['lessons', `"${HEADLINES}.${headline.id}" turns on the unknown lesson "${lesson}"`, `${known.hint(lesson)}Name a lesson of evidence/lessons.yaml.`]),
      ...wrong ? [['answer', `"${HEADLINES}.${headline.id}": ${wrong}`, 'Correct the answer or the option keys.'] as Found] : [],
    ]
    return found.map(([path, message, remedy]) => ({ file: headlines.file, line: headlines.lineOf(index, path), message, remedy }))
  })
  return [...problems, ...unmatchedForms(bank).map(message => ({
    file: headlines.file,
    line: 1,
    message,
    remedy: 'Give both forms as many headlines, turning on the same lessons in the same order, as many of them holding.',
  }))]
}

/** Before and after can be compared only when both forms ask the same. */
function unmatchedForms(bank: NonNullable<CourseFiles['headlines']['data']>): string[] {
  const [a, b] = (['a', 'b'] as const).map(form => bank.filter(headline => headline.form === form).map(({ lessons, claim }) => `${lessons.join(' and ')} (${claim})`))
  const apart = Array.from({ length: Math.max(a!.length, b!.length) }, (_, place) => place).find(place => a![place] !== b![place])
  return apart === undefined ? [] : [`Form a asks ${a![apart] ?? 'nothing'} in place ${apart + 1}, form b ${b![apart] ?? 'nothing'}`]
}
