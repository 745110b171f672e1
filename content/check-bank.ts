import type { Question } from '../core/question-types/index.schema.ts'
import type { CourseFiles, SectionFiles } from './course-files.ts'
import type { Problem } from './problem.ts'
import { validate } from '../core/question-types/index.ts'
import { doubles, isKnown, isKnownSource } from './known.ts'

/** @returns what is wrong with a section's questions: double or unplaced ids, answers that are no option, things named that there are not */
export function checkBank({ id: section, bank }: SectionFiles, files: CourseFiles): Problem[] {
  const questions = bank.data ?? []
  const slideIds = new Set(files.slides.map(slide => slide.id))
  const onSlides = new Set(files.slides.map(slide => slide.question))
  const isVerdict = isKnown(files, section => section.evidence.data?.verdicts)
  const isSource = isKnownSource(files)
  const twice = new Set(doubles(questions, question => question.id))

  return questions.flatMap((question, index) => {
    const found: [path: (string | number)[], message: string, remedy: string][] = []
    const full = `${section}.${question.id}`
    if (twice.has(question)) {
      found.push([
        ['id'],
        `The question id "${question.id}" stands twice`,
        'Give one of the two another id; ids are never reused.',
      ])
    }
    if (!isVerdict(question.about)) {
      found.push([
        ['about'],
        `"${full}" is about the verdict "${question.about}", which there is not`,
        'Name a verdict of evidence/*.yaml as <section>.<verdict>.',
      ])
    }
    if (!slideIds.has(question.taughtAt)) {
      found.push([
        ['taughtAt'],
        `"${full}" is taught at the slide "${question.taughtAt}", which there is not`,
        'Name a slide as <section>.<slide id>.',
      ])
    }
    if (!question.quiz && !onSlides.has(full)) {
      found.push([
        ['quiz'],
        `"${full}" is placed nowhere`,
        'Put it on a check slide, or take "quiz: false" away.',
      ])
    }
    for (const [place, source] of question.sources.entries()) {
      if (!isSource(source)) {
        found.push([
          ['sources', place],
          `"${full}" names the source "${source}", which there is not`,
          'Add it to evidence/sources.json, or correct the id.',
        ])
      }
    }
    const wrong = wrongAnswer(question)
    if (wrong) {
      found.push([
        ['answer'],
        `"${full}": ${wrong}`,
        'Correct the answer or the option keys.',
      ])
    }
    return found.map(([path, message, remedy]) => ({
      file: bank.file,
      line: bank.lineOf(index, ...path),
      message,
      remedy,
    }))
  })
}

/** @returns what is wrong with an answer key, if anything */
function wrongAnswer(question: Question): string | undefined {
  const keys = Object.keys(question.options)
  switch (question.type) {
    case 'match': {
      const given = Object.entries(question.answer)
      const unknown = given.find(([option, target]) => !keys.includes(option) || !Object.hasOwn(question.targets, target))
      return unknown
        ? `the answer "${unknown[0]}: ${unknown[1]}" is no option with a target`
        : missing(keys, given.map(([option]) => option))
    }
    case 'order':
      return validate(question, question.answer) && `the answer [${question.answer}] must name every option once (${keys})`
    case 'choices':
      return validate(question, question.answer) && `the answer [${question.answer}] is not among the options (${keys})`
    case 'choice':
      return keys.includes(question.answer)
        ? undefined
        : `the answer "${question.answer}" is no option (${keys})`
  }
}

function missing(keys: string[], given: string[]): string | undefined {
  const left = keys.filter(key => !given.includes(key))
  return left.length > 0
    ? `the answer leaves out ${left.join(', ')}`
    : undefined
}
