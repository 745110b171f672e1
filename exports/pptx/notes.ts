import type { Question } from '../../core/course.ts'
import type { SlideInDeck } from './slide.ts'
import { listOrders, optionOrder } from '../../core/option-order.ts'
import { plain } from '../../core/question-types/index.ts'
import { plainWords } from '../../words/en/questions.ts'
import { noteWords } from '../../words/en/slides.ts'
import { SEED } from './layouts.ts'
import { questionOf, sourcesIn, trialOf, verdictOf } from './slide.ts'

/** What the speaker reads: the author's notes, and what the slide of the course shows at a press: answers, limits, sources. */
export function notesOf({ source, course }: SlideInDeck): string {
  const question = source.question ? questionOf(source.question, course) : undefined
  const verdicts = source.verdicts.map(id => verdictOf(id, course))
  const shown = [...verdicts, ...source.trial ? [trialOf(source.trial, course)] : [], ...question ? [question] : []]
  const sources = [...new Map(shown.flatMap(item => sourcesIn(item, course)).map(source => [source.id, source])).values()]
  return [
    source.note.trim(),
    ...question ? answerOf(question) : [],
    ...verdicts.flatMap(({ title, limits }) => limits ? [`${noteWords.unknown} (${title}): ${limits}`] : []),
    ...sources.length > 0 ? [`${noteWords.sources}:`, ...sources.map(({ citation, url }) => `– ${citation} ${url}`)] : [],
  ].join('\n')
}

function answerOf(question: Question): string[] {
  const order = optionOrder(question, SEED)
  const { solution } = plain(question, order, listOrders(question, SEED), plainWords)
  return [
    `${noteWords.answer}: ${solution}`,
    `${noteWords.why}: ${question.explanation}`,
    ...'options' in question ? [`${noteWords.each}:`, ...order.map(key => `– ${question.options[key]!.text}: ${question.options[key]!.feedback}`)] : [],
  ]
}
