import type { HotspotQuestion, Question, Section } from '../../core/course.ts'
import { fragment } from 'xmlbuilder2'
import { piecesOf } from '../../core/question-types/gap.ts'
import { listsOf, plain } from '../../core/question-types/index.ts'
import { BLANK, HINT, SOURCES } from '../../words/en/exports.ts'
import { plainWords } from '../../words/en/questions.ts'
import { lettersMark } from '../../words/en/slides.ts'
import { isDrawn } from '../subject/hotspot-figure.ts'
import { sourcesOf } from '../target.ts'

/** What is in the fields of a note; a `cloze` makes a card of each of its gaps. */
export interface Note {
  id: string
  kind: 'question' | 'cloze'
  question: string
  answer: string
  behind: string
  tags: string[]
}

/** @returns lines of text as HTML */
function lines(texts: string[], tag: 'p' | 'div' = 'div'): string {
  const root = fragment()
  for (const text of texts)
    root.ele(tag).txt(text)
  return root.toString()
}

/** @returns what the figure of a hotspot shows, with the letters that stand in it */
function altOf({ options }: HotspotQuestion): string {
  return lettersMark(Object.values(options).map(({ text }, place) => `${String.fromCharCode(65 + place)} ${text}`))
}

export const figureFile = (courseId: string, id: string) => `${courseId}.${id}.svg`

/** @returns the sentence in Anki's own signs: `{{c1::proof::measured / promised}}` */
function clozeOf({ prompt, sentence, gaps }: Extract<Question, { type: 'gap' }>): string {
  const keys = Object.keys(gaps)
  const inGap = (text: string) => text.replaceAll('::', ': :').replaceAll('}}', '} }')
  const text = piecesOf(sentence).map(({ text, gap: key }) => {
    if (key === undefined)
      return text
    const gap = gaps[key]!
    const [filling, hint] = 'choices' in gap
      ? [gap.choices[gap.answer]!.text, Object.values(gap.choices).map(choice => choice.text).join(' / ')]
      : [gap.accept[0]!, BLANK]
    return `{{c${keys.indexOf(key) + 1}::${inGap(filling)}::${inGap(hint)}}}`
  }).join('')
  return lines([prompt, text], 'p')
}

function said(question: Question): string[] {
  switch (question.type) {
    case 'estimate': {
      const { answer, tolerance, min, max, unit, feedback } = question
      const [least, most] = [answer - tolerance, answer + tolerance].map(end => Number(end.toFixed(6))) as [number, number]
      return [
        ...least > min ? [`< ${least} ${unit}: ${feedback.low}`] : [],
        `${answer} ${unit}: ${feedback.near}`,
        ...most < max ? [`> ${most} ${unit}: ${feedback.high}`] : [],
      ]
    }
    case 'gap':
      return Object.values(question.gaps).flatMap(gap => 'choices' in gap ? Object.values(gap.choices).map(({ text, feedback }) => `${text}: ${feedback}`) : [gap.feedback])
    default:
      return Object.values(question.options).map(({ text, feedback }) => `${text}: ${feedback}`)
  }
}

function behindOf(question: Question, section: Section): string {
  const root = fragment()
  for (const text of said(question))
    root.ele('div').txt(text)
  root.ele('p').ele('b').txt(question.explanation)
  if (question.hint)
    root.ele('p').txt(`${HINT}: ${question.hint}`)
  const list = root.ele('details')
  list.ele('summary').txt(SOURCES)
  for (const { citation, url } of sourcesOf(question, section)) {
    const line = list.ele('div')
    line.txt(`${citation} `)
    if (url)
      line.ele('a', { href: url }).txt(url)
  }
  return root.toString()
}

/** Anki parts tags by blanks, and their levels by `::`. */
function tagsOf({ about, type }: Question, { id, verdicts }: Section): string[] {
  const verdict = verdicts.find(verdict => verdict.id === about)
  return [`section::${id}`, `type::${type}`, `verdict::${about}`, ...verdict ? [`proof::${verdict.evidence}`] : [], ...(verdict?.lessons ?? []).map(lesson => `lesson::${lesson}`)]
}

/** @returns the question as a person can answer it alone, from memory or with what there is to choose in view */
export function noteOf(question: Question, section: Section, courseId: string): Note {
  const common = { id: question.id, behind: behindOf(question, section), tags: tagsOf(question, section) }
  if (question.type === 'gap')
    return { ...common, kind: 'cloze', question: clozeOf(question), answer: '' }
  const order = 'options' in question ? Object.keys(question.options) : []
  const { lines: offered, solution } = plain(question, order, listsOf(question), plainWords)
  const figure = question.type === 'hotspot' && isDrawn(question) ? fragment().ele('img', { src: figureFile(courseId, question.id), alt: altOf(question) }).toString() : ''
  return { ...common, kind: 'question', question: lines([question.prompt], 'p') + figure + lines(offered), answer: lines([solution]) }
}
