import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces.js'
import type { EstimateQuestion, GapQuestion, Option, Question, Section } from '../core/course.ts'
import type { Target } from './target.ts'
import { create, fragment } from 'xmlbuilder2'
import { piecesOf } from '../core/question-types/gap.ts'
import { estimateIn, lostIn, orderByPlace, SOURCES } from '../words/en/exports.ts'
import { ALL_THAT_FIT } from '../words/en/questions.ts'
import { estimateSteps } from './estimate-steps.ts'
import { ANYTHING, bytesOf, literal, moodleCategory, packageName, sourcesOf } from './target.ts'

/** @returns paragraphs as HTML */
function html(...paragraphs: string[]): string {
  const root = fragment()
  for (const paragraph of paragraphs)
    root.ele('p').txt(paragraph)
  return root.toString()
}

function addHtml(parent: XMLBuilder, name: string, text: string): XMLBuilder {
  const element = parent.ele(name, { format: 'html' })
  element.ele('text').txt(text)
  return element
}

const share = (value: number) => String(Number((value * 100).toFixed(5)))

function addOptions(parent: XMLBuilder, options: Record<string, Option>, shareOf: (key: string) => number): void {
  for (const [key, { text, feedback }] of Object.entries(options)) {
    const answer = addHtml(parent, 'answer', html(text)).att('fraction', share(shareOf(key)))
    addHtml(answer, 'feedback', html(feedback))
  }
}

function addPairs(parent: XMLBuilder, pairs: [item: string, place: string][]): void {
  for (const [item, place] of pairs)
    addHtml(parent, 'subquestion', item && html(item)).ele('answer').ele('text').txt(place)
}

function addSteps(parent: XMLBuilder, question: EstimateQuestion): void {
  for (const { middle, tolerance, share: points, feedback } of estimateSteps(question)) {
    const answer = parent.ele('answer', { fraction: share(points), format: 'moodle_auto_format' })
    answer.ele('text').txt(String(middle))
    addHtml(answer, 'feedback', html(feedback))
    answer.ele('tolerance').txt(String(tolerance))
  }
}

/** @returns the text as it stands inside a gap of Moodle's cloze, which has signs of its own */
const inGap = (text: string) => text.replace(/[}#~]/g, sign => `\\${sign}`)

/** The sentence with its gaps, as Moodle writes them: `{1:MULTICHOICE_S:=right#feedback~wrong#feedback}`. */
function clozeOf({ sentence, gaps }: GapQuestion): string {
  return piecesOf(sentence).map(({ text, gap: key }) => {
    if (key === undefined)
      return text
    const gap = gaps[key]!
    return 'choices' in gap
      ? `{1:MULTICHOICE_S:${Object.entries(gap.choices).map(([choice, { text, feedback }]) => `${choice === gap.answer ? '=' : ''}${inGap(text)}#${inGap(feedback)}`).join('~')}}`
      : `{1:SHORTANSWER:${gap.accept.map(accepted => `=${inGap(literal(accepted))}#${inGap(gap.feedback)}`).join('~')}~${ANYTHING}#${inGap(gap.feedback)}}`
  }).join('')
}

/** What is said of each item, where the format says nothing of items. */
const behindItems = (options: Record<string, Option>) => Object.values(options).map(({ text, feedback }) => `${text}: ${feedback}`)

const moodleTypes = { choice: 'multichoice', choices: 'multichoice', hotspot: 'multichoice', order: 'matching', match: 'matching', sort: 'matching', gap: 'cloze', estimate: 'numerical' } as const

function promptOf(question: Question): string {
  const { prompt } = question
  switch (question.type) {
    case 'choices':
      return html(prompt, ALL_THAT_FIT)
    case 'order':
      return html(orderByPlace(prompt))
    case 'gap':
      return html(prompt, clozeOf(question))
    case 'estimate':
      return html(estimateIn(prompt, question))
    default:
      return html(prompt)
  }
}

function addAnswers(parent: XMLBuilder, question: Question): void {
  switch (question.type) {
    case 'choice':
    case 'hotspot':
      return addOptions(parent, question.options, key => key === question.answer ? 1 : 0)
    case 'choices':
      return addOptions(parent, question.options, key => (question.answer.includes(key) ? 1 : -1) / question.answer.length)
    case 'order':
      return addPairs(parent, question.answer.map((key, place) => [question.options[key]!.text, String(place + 1)]))
    case 'match':
    case 'sort': {
      const places = question.type === 'match' ? question.targets : question.bins
      const unused = Object.keys(places).filter(place => !Object.values(question.answer).includes(place))
      return addPairs(parent, [
        ...Object.entries(question.options).map(([key, { text }]): [string, string] => [text, places[question.answer[key]!]!]),
        ...unused.map((place): [string, string] => ['', places[place]!]),
      ])
    }
    case 'estimate':
      return addSteps(parent, question)
  }
}

function addQuestion(quiz: XMLBuilder, question: Question, section: Section): void {
  const element = quiz.ele('question', { type: moodleTypes[question.type] })
  element.ele('name').ele('text').txt(question.id)
  addHtml(element, 'questiontext', promptOf(question))
  const behind = ['order', 'match', 'sort'].includes(question.type) && 'options' in question ? behindItems(question.options) : []
  const sources = sourcesOf(question, section).map(({ citation, url }) => `${citation} ${url}`.trim())
  addHtml(element, 'generalfeedback', html(question.explanation, ...behind, `${SOURCES}:`, ...sources))
  // The cloze is worth a point a gap.
  if (question.type !== 'gap')
    element.ele('defaultgrade').txt('1')
  element.ele('penalty').txt('0.3333333')
  element.ele('hidden').txt('0')
  element.ele('idnumber').txt(question.id)
  if (moodleTypes[question.type] === 'multichoice') {
    element.ele('single').txt(String(question.type !== 'choices'))
    element.ele('answernumbering').txt('abc')
  }
  if (question.type !== 'gap' && question.type !== 'estimate')
    element.ele('shuffleanswers').txt('true')
  addAnswers(element, question)
  if (question.hint)
    addHtml(element, 'hint', html(question.hint))
  const tags = element.ele('tags')
  for (const tag of [question.about, question.type])
    tags.ele('tag').ele('text').txt(tag)
}

export const moodleXml: Target = {
  what: 'the questions as Moodle XML',
  goesTo: 'in a course of Moodle, More, Question bank, Import (in the list at the top), Moodle XML format',
  make(selection) {
    const quiz = create({ version: '1.0', encoding: 'UTF-8' }).ele('quiz')
    for (const section of selection.sections) {
      const category = quiz.ele('question', { type: 'category' })
      category.ele('category').ele('text').txt(`$course$/top/${moodleCategory(selection.course, section)}`)
      addHtml(category, 'info', html(...lostIn('moodle')))
      category.ele('idnumber').txt(section.id)
      for (const question of section.questions)
        addQuestion(quiz, question, section)
    }
    return { [`${packageName(selection)}.moodle.xml`]: bytesOf(`${quiz.end({ prettyPrint: true })}\n`) }
  },
}
