import type { AskedQuestion } from '../core/question-types/index.schema.ts'
import type { SectionFiles } from './course-files.ts'
import type { WrittenFigure } from './figures.ts'
import type { DataFile } from './read-data.ts'
import type { SlideSource } from './read-slides.ts'

/** A piece of text that learners read, and where it stands. */
export interface Words {
  file: string
  /** 1-based */
  line: number
  text: string
}

/** @returns what a slide says: title, lead, question and every line of its words with `::more::`, without notes and markup */
export function wordsOfSlide({ file, line, title, lead, ask, content, contentLine }: SlideSource): Words[] {
  const above = [title, lead, ask].flatMap(text => text ? { file, line, text } : [])
  return [
    ...above,
    ...plainLines(content).flatMap((text, index) => text === '' ? [] : { file, line: contentLine + index, text }),
  ]
}

/** Attributes that name a thing and say nothing. */
const NAMES = /\s:?(?:id|ids|trial|outcome|verdict)=(?:"[^"]*"|'[^']*')/g

/** @returns the Markdown line by line as it is read; what a figure is told in its tag is read too */
function plainLines(markdown: string): string[] {
  const keepLines = (text: string) => text.replace(/[^\n]+/g, '')
  return markdown
    .replace(/<!--[\s\S]*?-->/g, keepLines)
    .replace(/<\/?[a-z][^>]*>/gi, tag => tag.replace(NAMES, '').replace(/^<\/?[\w-]+/, '').replace(/\/?>$/, ''))
    .replace(/^::[\w-]+::$/gm, '')
    .replace(/\]\([^)]*\)/g, ']')
    .split('\n')
    .map(line => line.replace(/^\s*(?:[-*>]|\d+\.|#+)\s+/, '').replace(/!?\[|[*\]`]|\b_|_\b/g, '').trim())
}

/** Fields of a question, and of what is in it, that learners do not read as words. */
const UNREAD = new Set([
  'id',
  'type',
  'about',
  'taughtAt',
  'notExplained',
  'answer',
  'sources',
  'revision',
  'quiz',
  'as',
  'min',
  'max',
  'step',
  'tolerance',
  'figure',
  'region',
  'level',
  'leans',
  'lessons',
  'claim',
  'form',
])

/** @returns every text of a bank's questions: prompts, options, feedback, explanations; and the figure that an estimate asks for */
export function wordsOfBank(bank: DataFile<AskedQuestion[]>): Words[] {
  return (bank.data ?? []).flatMap((question, index) => {
    const found = textsIn(question, UNREAD)
    if (question.type === 'estimate')
      found.push({ path: ['answer'], text: String(question.answer) })
    return found.map(({ path, text }) => ({ file: bank.file, line: bank.lineOf(index, ...path), text }))
  })
}

/** Fields of the evidence that are read: the rest is ids, words of a scale, and the data of trials. */
const PROSE = [
  'lead',
  'safety',
  'belief',
  'questionsToTake',
  'claims',
  'verdicts',
  'trials',
] as const

const NO_PROSE = new Set([
  'id',
  'paragraph',
  'claims',
  'verdict',
  'device',
  'system',
  'approval',
  'evidence',
  'lessons',
  'checked',
  'recheckBy',
  'sources',
  'goal',
  'kind',
  'result',
  'unit',
  'arms',
  'p',
])

/** @returns the prose of a section's evidence without its figures: claims, verdicts, what trials asked and found, safety */
export function wordsOfEvidence({ evidence }: SectionFiles): Words[] {
  const data = evidence.data
  return data
    ? PROSE.flatMap(field => textsIn(data[field], NO_PROSE).map(({ path, text }) => ({ file: evidence.file, line: evidence.lineOf(field, ...path), text })))
    : []
}

/** Fields of a figure that are not read as words. */
const NO_WORDS_OF_FIGURE = new Set(['id', 'kind', 'by', 'checked', 'recheckBy', 'sources', 'verdicts', 'decision', 'trials', 'subgroups'])

/** "(2)" is the mark of that number in the drawing. */
const MARK = / ?\(\d\)/g

/** @returns everything that a figure says, its description for those who do not see it too */
export function wordsOfFigure({ name, section: { evidence }, data }: WrittenFigure): Words[] {
  return textsIn(data, NO_WORDS_OF_FIGURE).map(({ path, text }) => ({
    file: evidence.file,
    line: evidence.lineOf('figures', name, ...path),
    text: path[0] === 'description' ? text.replace(MARK, '') : text,
  }))
}

/** @returns every text in a value, and the path to it; fields of these names are left out */
export function textsIn(value: unknown, unread: Set<string>): { path: (string | number)[], text: string }[] {
  if (typeof value === 'string')
    return [{ path: [], text: value }]
  if (typeof value !== 'object' || value === null)
    return []
  const entries: [string | number, unknown][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value)
  return entries
    .filter(([key]) => typeof key === 'number' || !unread.has(key))
    .flatMap(([key, inner]) => textsIn(inner, unread).map(({ path, text }) => ({ path: [key, ...path], text })))
}
