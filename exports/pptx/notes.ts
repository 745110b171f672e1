import type { Question } from '../../core/course.ts'
import type { SlideInDeck } from './slide.ts'
import { noteWords } from '../../words/en/slides.ts'
import { orderOf, plainOf } from './answer.ts'
import { questionOf, sourcesIn, trialOf, verdictOf } from './slide.ts'

/** What the speaker reads: the author's notes, and what the slide of the course shows at a press: answers, limits, sources. */
export function notesOf({ source, course, isAnswer }: SlideInDeck): string {
  const question = source.question ? questionOf(source.question, course) : undefined
  const verdicts = source.verdicts.map(id => verdictOf(id, course))
  const shown = [...verdicts, ...source.trial ? [trialOf(source.trial, course)] : [], ...question ? [question] : []]
  const sources = [...new Map(shown.flatMap(item => sourcesIn(item, course)).map(source => [source.id, source])).values()]
  return [
    ...isAnswer ? [] : [source.note.trim()],
    ...question ? answerOf(question) : [],
    ...verdicts.flatMap(({ title, limits }) => limits ? [`${noteWords.limits} (${title}): ${limits}`] : []),
    ...sources.length > 0 ? [`${noteWords.sources}:`, ...sources.map(({ citation, url }) => `– ${citation} ${url}`)] : [],
  ].join('\n')
}

/** The answer is on the slide after the question, and who speaks knows it before. */
function answerOf(question: Question): string[] {
  return [
    `${noteWords.answer}: ${plainOf(question).solution}`,
    `${noteWords.why}: ${question.explanation}`,
    ...'options' in question ? [`${noteWords.each}:`, ...orderOf(question).map(key => `– ${question.options[key]!.text}: ${question.options[key]!.feedback}`)] : [],
  ]
}
