import type { Question } from '../core/question-types/index.schema.ts'
import type { CourseFiles, SectionFiles } from './course-files.ts'
import type { Problem } from './problem.ts'
import { wrongAnswer } from '../core/question-types/index.schema.ts'
import { didYouMean } from './did-you-mean.ts'
import { duplicates, known, knownIn } from './known.ts'
import { termFinder } from './question-terms.ts'

/** @returns what stands beside each other to be chosen from, by field and key */
function textsToChoose(question: Question): Record<string, [key: string, text: string][]> {
  return {
    ...'options' in question && { options: Object.entries(question.options).map(([key, { text }]) => [key, text]) },
    ...'targets' in question && { targets: Object.entries(question.targets) },
    ...'bins' in question && { bins: Object.entries(question.bins) },
  }
}

/** @returns what is wrong with a section's questions: double or unplaced ids, answers that are no option, unknown things named */
export function checkBank({ id: section, bank }: SectionFiles, files: CourseFiles): Problem[] {
  const questions = bank.data ?? []
  const slideIds = new Set(files.slides.map(slide => slide.id))
  const onSlides = new Set(files.slides.map(slide => slide.question))
  const verdicts = known(files, section => section.evidence.data?.verdicts)
  const sources = knownIn(files.sources)
  const lessons = knownIn(files.lessons)
  const terms = knownIn(files.glossary)
  const termsOf = termFinder(files.glossary.data ?? [])
  const retired = new Set(files.retired.data?.map(({ id }) => id))
  const ids = new Set(questions.map(({ id }) => id))
  const twice = new Set(duplicates(questions, question => question.id))

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
    if (retired.has(full)) {
      found.push([
        ['id'],
        `The id "${full}" was that of a question that is asked no more`,
        'Give this one another id: saved answers to the old one would count for it.',
      ])
    }
    if (!verdicts.has(question.about)) {
      found.push([
        ['about'],
        `"${full}" is about the unknown verdict "${question.about}"`,
        `${verdicts.hint(question.about)}Name a verdict of evidence/*.yaml as <section>.<verdict>.`,
      ])
    }
    if (!slideIds.has(question.taughtAt)) {
      found.push([
        ['taughtAt'],
        `"${full}" is taught at the unknown slide "${question.taughtAt}"`,
        `${didYouMean(question.taughtAt, slideIds)}Name a slide as <section>.<slide id>.`,
      ])
    }
    if (!question.quiz && !onSlides.has(full)) {
      found.push([
        ['quiz'],
        `"${full}" is placed nowhere`,
        'Put it on a check slide, or take "quiz: false" away.',
      ])
    }
    for (const [place, other] of (question.notWith ?? []).entries()) {
      if (other === question.id || !ids.has(other)) {
        found.push([
          ['notWith', place],
          `"${full}" may not stand with the unknown question "${other}"`,
          `${didYouMean(other, ids)}Name another question of ${bank.file}, by its short id.`,
        ])
      }
    }
    if (question.quiz && /suicid/i.test(JSON.stringify(question))) {
      found.push([
        ['quiz'],
        `"${full}" speaks of suicide, and could come up in a quiz or a review`,
        'Write "quiz: false", and put it on a check slide.',
      ])
    }
    for (const [place, source] of question.sources.entries()) {
      if (!sources.has(source)) {
        found.push([
          ['sources', place],
          `"${full}" names the unknown source "${source}"`,
          `${sources.hint(source)}Add it to evidence/sources.json, or correct the id.`,
        ])
      }
    }
    for (const [place, lesson] of (question.lessons ?? []).entries()) {
      if (!lessons.has(lesson)) {
        found.push([
          ['lessons', place],
          `"${full}" turns on the unknown lesson "${lesson}"`,
          `${lessons.hint(lesson)}Name a lesson of evidence/lessons.yaml.`,
        ])
      }
    }
    for (const [place, term] of (question.notExplained ?? []).entries()) {
      if (!terms.has(term) || (files.glossary.data && !termsOf(question).standing.includes(term))) {
        found.push([
          ['notExplained', place],
          `"${full}" does not explain ${terms.has(term) ? `"${term}", which does not stand in it` : `the unknown term "${term}"`}`,
          `${terms.hint(term)}Name a term of evidence/glossary.yaml that stands in it, or take it out.`,
        ])
      }
    }
    for (const [gap, words] of question.type === 'gap' ? Object.entries(question.gaps) : []) {
      if ('accept' in words && words.accept.length === 0) {
        found.push([
          ['gaps', gap, 'accept'],
          `"${full}" accepts the words of a list that is not there`,
          `Name a list of quizzes/accepted-words.yaml (${Object.keys(files.acceptedWords.data ?? {}).join(', ')}), or write the words as [one, another].`,
        ])
      }
    }
    for (const [field, texts] of Object.entries(textsToChoose(question))) {
      const seen = new Set<string>()
      for (const [key, text] of texts) {
        const said = text.trim().toLowerCase()
        if (seen.has(said)) {
          found.push([
            [field, key],
            `"${full}" says "${text}" twice, and one of the two is wrong`,
            'Say one of them otherwise, or leave it out.',
          ])
        }
        seen.add(said)
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
