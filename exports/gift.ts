import type { EstimateQuestion, GapQuestion, Option, Question, Section } from '../core/course.ts'
import type { Target } from './target.ts'
import { piecesOf } from '../core/question-types/gap.ts'
import { BLANK, estimateIn, lostIn, orderByPlace, SOURCES } from '../words/en/exports.ts'
import { estimateSteps } from './estimate-steps.ts'
import { ANYTHING, bytesOf, literal, moodleCategory, packageName, sourcesOf } from './target.ts'

/** @returns the text with GIFT's own signs escaped, on one line; none keeps an arrow from parting a pair */
const escaped = (text: string) => text.replaceAll('->', '→').replace(/[\\~=#{}:]/g, sign => `\\${sign}`).replace(/\s*\n\s*/g, '\\n')

/** @returns a share of the points in percent, as Moodle lists it */
const percent = (share: number) => `%${Number((share * 100).toFixed(5))}%`

function choicesOf(options: Record<string, Option>, weightOf: (key: string) => string) {
  return Object.entries(options)
    .map(([key, { text, feedback }]) => `${weightOf(key)}${escaped(text)}#${escaped(feedback)}`)
}

const pairsOf = (pairs: [item: string, place: string][]) => pairs.map(([item, place]) => `=${escaped(item)} -> ${escaped(place)}`)

/** What stands behind the answer, where a format has no place for what is said of each item. */
const behindItems = (options: Record<string, Option>) => Object.values(options).map(({ text, feedback }) => `${text}: ${feedback}`)

/** A question as GIFT has it: what is said after the answer, and the text with its answers. */
interface Block {
  id: string
  stem: string
  answers: string[]
  after?: string
  behind?: string[]
}

function estimateAnswers(question: EstimateQuestion): string[] {
  return ['#', ...estimateSteps(question).map(({ middle, tolerance, share, feedback }) =>
    `=${share < 1 ? percent(share) : ''}${middle}:${tolerance}#${escaped(feedback)}`)]
}

/** One question a gap: the format has no more than one place for an answer. */
function gapBlocks({ id, prompt, sentence, gaps }: GapQuestion): Block[] {
  return Object.entries(gaps).map(([key, gap]) => {
    const pieces = piecesOf(sentence)
    const place = pieces.findIndex(piece => piece.gap === key)
    const say = (from: number, to?: number) => escaped(pieces.slice(from, to).map(piece => piece.text ?? BLANK).join(''))
    return {
      id: `${id}.${key}`,
      stem: `${escaped(prompt)}\\n${say(0, place)}`,
      answers: 'choices' in gap
        ? choicesOf(gap.choices, choice => choice === gap.answer ? '=' : '~')
        : [...gap.accept.map(accepted => `=${escaped(literal(accepted))}`), `=${percent(0)}${ANYTHING}`].map(answer => `${answer}#${escaped(gap.feedback)}`),
      after: say(place + 1),
    }
  })
}

function blocksOf(question: Question): Block[] {
  const { id, prompt } = question
  const one = (answers: string[], behind?: string[], stem = prompt): Block[] => [{ id, stem: escaped(stem), answers, behind }]
  switch (question.type) {
    case 'choice':
    case 'hotspot':
      return one(choicesOf(question.options, key => key === question.answer ? '=' : '~'))
    case 'choices':
      return one(choicesOf(question.options, key => `~${percent((question.answer.includes(key) ? 1 : -1) / question.answer.length)}`))
    case 'order':
      return one(pairsOf(question.answer.map((key, place) => [question.options[key]!.text, String(place + 1)])), behindItems(question.options), orderByPlace(prompt))
    case 'match':
    case 'sort': {
      const places = question.type === 'match' ? question.targets : question.bins
      const unused = Object.keys(places).filter(place => !Object.values(question.answer).includes(place))
      return one(pairsOf([
        ...Object.entries(question.options).map(([key, { text }]): [string, string] => [text, places[question.answer[key]!]!]),
        ...unused.map((place): [string, string] => ['', places[place]!]),
      ]), behindItems(question.options))
    }
    case 'gap':
      return gapBlocks(question)
    case 'estimate':
      return one(estimateAnswers(question), undefined, estimateIn(prompt, question))
  }
}

function written(question: Question, section: Section): string[] {
  const sources = sourcesOf(question, section).map(({ citation, url }) => `${citation} ${url}`.trim())
  return blocksOf(question).map(({ id, stem, answers, after = '', behind = [] }) => [
    `// [id:${id}] [tag:${question.about}] [tag:${question.type}]`,
    `::${escaped(id)}::[plain]${stem}{${answers[0] === '#' ? '#' : ''}`,
    ...answers.filter(answer => answer !== '#'),
    `####${escaped([question.explanation, ...behind, `${SOURCES}:`, ...sources].join('\n'))}`,
    `}${after}`,
  ].join('\n'))
}

export const gift: Target = {
  what: 'the questions as GIFT',
  goesTo: 'in a course of Moodle, More, Question bank, Import (in the list at the top), GIFT format',
  make: (selection) => {
    const blocks = selection.sections.flatMap(section => [
      `$CATEGORY: ${moodleCategory(selection.course, section)}`,
      ...section.questions.flatMap(question => written(question, section)),
    ])
    const description = [`${selection.course.about.title}. What each type of question loses in this format:`, ...lostIn('gift')].map(line => `// ${line}`).join('\n')
    return { [`${packageName(selection)}.gift.txt`]: bytesOf(`${[description, ...blocks].join('\n\n')}\n`) }
  },
}
