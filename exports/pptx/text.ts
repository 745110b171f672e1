import type { Colour } from './colours.ts'
import { createMarkdownExit } from 'markdown-exit'
import { markupOf } from '../../content/markup.ts'
import { slotsOf } from '../../content/slide-component.ts'

/** A stretch of text that looks alike. */
export interface Run {
  text: string
  bold?: boolean
  italic?: boolean
  struck?: boolean
  colour?: Colour
  /** Its size beside that of the text around it: 1 without it */
  scale?: number
}

/** What stands in a slide's Markdown, as PowerPoint knows it too. */
export type Block
  = | { kind: 'paragraph', runs: Run[] }
    | { kind: 'list', ordered: boolean, items: Run[][] }
    | { kind: 'table', rows: Run[][][] }
    | { kind: 'component', name: string, attributes: Record<string, { text?: string, expression?: string }> }

const markdown = createMarkdownExit({ html: true, linkify: true })
type Token = ReturnType<typeof markdown.parse>[number]

/** @returns the words of a line, without the links to the glossary, which lead nowhere in a file */
function runsOf({ children }: Token): Run[] {
  const runs: Run[] = []
  let [bold, italic] = [0, 0]
  for (const { type, content } of children ?? []) {
    bold += type === 'strong_open' ? 1 : type === 'strong_close' ? -1 : 0
    italic += type === 'em_open' ? 1 : type === 'em_close' ? -1 : 0
    const text = type === 'text' || type === 'code_inline' ? content : type === 'softbreak' || type === 'hardbreak' ? ' ' : ''
    if (text)
      runs.push({ text, ...bold > 0 && { bold: true }, ...italic > 0 && { italic: true } })
  }
  return runs
}

/** Words as they stand in elements of HTML: to Markdown they are none, so that nothing else is read in them. */
const elements = createMarkdownExit({ html: true })
elements.inline.ruler.enableOnly(['text', 'newline', 'entity', 'html_inline'])

/** What begins no line of its own */
const WITHIN_A_LINE = /^<\/?(?:[abiqsu]|abbr|cite|code|CourseTerm|del|em|ins|kbd|mark|small|span|strong|sub|sup)\b/

/** @returns the words of elements, a line for each that is a paragraph, a point, a cell or the like */
function linesOfElements(html: string): string[] {
  const lines = ['']
  for (const { type, content } of elements.parseInline(html)[0]?.children ?? []) {
    if (type !== 'html_inline')
      lines.push(lines.pop()! + (content || ' '))
    else if (!WITHIN_A_LINE.test(content))
      lines.push('')
  }
  return lines.map(line => line.replace(/\s+/g, ' ').trim())
}

function blocksOf(text: string): Block[] {
  const components = markupOf(text).tags.filter(({ isComponent, name }) => isComponent && name !== 'CourseTerm')
  const blocks: Block[] = components.map(({ name, attributes }) => ({ kind: 'component', name, attributes }))
  let list: Extract<Block, { kind: 'list' }> | undefined
  let table: Extract<Block, { kind: 'table' }> | undefined
  const placeLine = (line: string) => place(line.trim() ? [{ text: line }] : [], list, table, blocks)
  for (const token of markdown.parse(text)) {
    if (token.type === 'bullet_list_open' || token.type === 'ordered_list_open')
      blocks.push(list = { kind: 'list', ordered: token.type === 'ordered_list_open', items: [] })
    else if (token.type === 'bullet_list_close' || token.type === 'ordered_list_close')
      list = undefined
    else if (token.type === 'table_open')
      blocks.push(table = { kind: 'table', rows: [] })
    else if (token.type === 'table_close')
      table = undefined
    else if (token.type === 'tr_open')
      table!.rows.push([])
    else if (token.type === 'inline')
      place(runsOf(token), list, table, blocks)
    else if (token.type === 'html_block')
      linesOfElements(token.content).forEach(placeLine)
    else if (token.type === 'fence' || token.type === 'code_block')
      token.content.split('\n').forEach(placeLine)
  }
  return blocks
}

function place(runs: Run[], list: Extract<Block, { kind: 'list' }> | undefined, table: Extract<Block, { kind: 'table' }> | undefined, blocks: Block[]): void {
  if (table)
    table.rows.at(-1)!.push(runs)
  else if (runs.length > 0 && list)
    list.items.push(runs)
  else if (runs.length > 0)
    blocks.push({ kind: 'paragraph', runs })
}

/** @returns what a slide shows, by the part of its layout; what is for the reading page alone (`::more::`) is left out */
export function shownOn(content: string): Record<string, Block[]> {
  return Object.fromEntries(slotsOf(content).filter(([name]) => name !== 'more').map(([name, text]) => [name, blocksOf(text)]))
}

/** @returns the runs as plain text */
export const wordsOf = (runs: Run[]): string => runs.map(({ text }) => text).join('')

/** @returns the words of a paragraph, of each point of a list, of each cell of a table */
export function linesOfBlock(block: Block): string[] {
  switch (block.kind) {
    case 'paragraph':
      return [wordsOf(block.runs)]
    case 'list':
      return block.items.map(wordsOf)
    case 'table':
      return block.rows.flat().map(wordsOf)
    case 'component':
      return []
  }
}
