import type { Document } from 'yaml'
import type { ZodType } from 'zod'
import type { Problem } from './problem.ts'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { isNode, LineCounter, parseDocument, visit, YAMLParseError } from 'yaml'
import { unwritableIn } from './read-text.ts'
import { schemaProblems } from './schema-problems.ts'

/** A YAML or JSON file (JSON is YAML), checked by a schema, that still knows where each value stands. */
export interface DataFile<T> {
  file: string
  /** `undefined` when the file is missing, is no YAML, or has not the right shape */
  data?: T
  problems: Problem[]
  /** @returns the 1-based line of the value at this path, or of the nearest one around it */
  lineOf: (...path: (string | number)[]) => number
}

const QUOTES = 'Mend the line; a text that holds ": " or begins with a special character needs quotes.'

/** What follows from one fault is told of as often as there are lines. */
const MOST_FAULTS = 3

/** @returns what YAML could not read, the first faults of it, with lines counted from `line`; and texts that it cut off, or that no page can hold */
export function yamlFaults(document: Document, text: string, lineOf: (index: number) => number): Omit<Problem, 'file'>[] {
  const tab = document.errors.length > 0 ? /^ *\t/m.exec(text) : null
  if (tab)
    return [{ line: lineOf(tab.index), message: 'Broken YAML: a line begins with a tab', remedy: 'Indent with blanks: a tab is no step that YAML knows.' }]
  const errors = document.errors.slice(0, MOST_FAULTS).map(({ pos, message, code }) => ({
    line: lineOf(pos[0]),
    message: `Broken YAML: ${message.split('\n')[0]}`,
    remedy: code === 'DUPLICATE_KEY' ? 'Keep one of the two; or begin the second entry of a list with "- ".' : QUOTES,
  }))
  const ofTexts: typeof errors = []
  visit(document, {
    Scalar(_key, { type, value, comment, range }) {
      // Behind a sign and a blank stands a comment that is meant.
      if (type === 'PLAIN' && typeof value === 'string' && /^\S/.test(comment ?? ''))
        ofTexts.push({ line: lineOf(range![0]), message: `The text ends before " #${comment!.split('\n')[0]}"`, remedy: 'Put it in quotes: behind a blank, # begins a comment.' })
      // A file without such a character can name one, as in "\x0B".
      const unwritable = unwritableIn(String(value))
      if (unwritable)
        ofTexts.push({ line: lineOf(range![0]), ...unwritable })
    },
  })
  return [...errors, ...errors.length > 0 ? [] : ofTexts]
}

/** Reads one file of data. Never throws: what is wrong stands in `problems`. */
export function readData<T>(root: string, file: string, schema: ZodType<T>): DataFile<T> {
  const path = join(root, file)
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) {
    const problem = {
      file,
      line: 1,
      message: 'The file is missing',
      remedy: 'Write it (docs/authoring.md has an example of each kind of file).',
    }
    return {
      file,
      problems: [problem],
      lineOf: () => 1,
    }
  }
  const lineCounter = new LineCounter()
  const text = readFileSync(path, 'utf8')
  const document = parseDocument(text, { lineCounter })
  // Markdown's *emphasis* at the beginning of a text is an alias to YAML, and one without an anchor throws only in toJS.
  if (document.errors.length === 0) {
    visit(document, {
      Alias(_key, alias) {
        if (!alias.resolve(document))
          document.errors.push(new YAMLParseError([alias.range![0], alias.range![1]], 'BAD_ALIAS', `"*${alias.source}" refers to nothing`))
      },
    })
  }

  const lineOf = (...path: (string | number)[]): number => {
    for (let depth = path.length; depth > 0; depth--) {
      const node = document.getIn(path.slice(0, depth), true)
      if (isNode(node) && node.range)
        return lineCounter.linePos(node.range[0]).line
    }
    return 1
  }

  const broken = [
    ...file.endsWith('.json') ? brokenJson(text) : [],
    ...yamlFaults(document, text, index => lineCounter.linePos(index).line),
  ]
  // A file that cannot be read as JSON is reported once, not once more as YAML.
  if (broken.length > 0)
    return { file, problems: (file.endsWith('.json') ? broken.slice(0, 1) : broken).map(problem => ({ file, ...problem })), lineOf }

  const result = schema.safeParse(document.toJS())
  if (result.success) {
    return {
      file,
      data: result.data,
      problems: [],
      lineOf,
    }
  }
  return {
    file,
    problems: schemaProblems(result.error.issues, { file, data: document.toJS(), schema, lineOf }),
    lineOf,
  }
}

/** YAML forgives much that JSON does not; other readers of the file would not. */
function brokenJson(text: string): Omit<Problem, 'file'>[] {
  try {
    JSON.parse(text)
    return []
  }
  catch (error) {
    const { message } = error as SyntaxError
    return [{
      // Without a place the text has ended too soon.
      line: Number(/line (\d+)/.exec(message)?.[1] ?? text.trimEnd().split('\n').length),
      message: `Broken JSON: ${message.replace(/ \(line.*$/, '')}`,
      remedy: 'Mend the line or the one before it: names and texts stand in double quotes, a comma stands between two entries and not after the last.',
    }]
  }
}
