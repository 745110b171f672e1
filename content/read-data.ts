import type { ZodType } from 'zod'
import type { Problem } from './problem.ts'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isNode, LineCounter, parseDocument, visit, YAMLParseError } from 'yaml'

/** A YAML or JSON file (JSON is YAML), checked by a schema, that still knows where each value stands. */
export interface DataFile<T> {
  file: string
  /** `undefined` when the file is missing, is no YAML, or has not the right shape */
  data?: T
  problems: Problem[]
  /** @returns the 1-based line of the value at this path, or of the nearest one around it */
  lineOf: (...path: (string | number)[]) => number
}

/** Reads one file of data. Never throws: what is wrong stands in `problems`. */
export function readData<T>(root: string, file: string, schema: ZodType<T>): DataFile<T> {
  const path = join(root, file)
  if (!existsSync(path)) {
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
  const document = parseDocument(readFileSync(path, 'utf8'), { lineCounter })
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

  if (document.errors.length > 0) {
    const problems = document.errors.map(error => ({
      file,
      line: lineCounter.linePos(error.pos[0]).line,
      message: `Broken YAML: ${error.message.split('\n')[0]}`,
      remedy: 'Mend the line; a text that holds ": " or begins with a special character needs quotes.',
    }))
    return { file, problems, lineOf }
  }

  const result = schema.safeParse(document.toJS())
  if (result.success) {
    return {
      file,
      data: result.data,
      problems: [],
      lineOf,
    }
  }
  const problems = result.error.issues.map((issue) => {
    const place = issue.path.map(part => typeof part === 'symbol' ? String(part) : part)
    const name = nameOf(document.toJS(), place)
    const field = place.at(-1) ?? 'the file'
    if (issue.code === 'unrecognized_keys') {
      return {
        file,
        line: lineOf(...place, ...issue.keys.slice(0, 1)),
        message: `${name}: ${issue.message}`,
        remedy: `Remove or rename it: ${issue.keys.join(', ')} (docs/authoring.md lists the fields).`,
      }
    }
    const missing = issue.code === 'invalid_type' && !document.hasIn(place)
    return {
      file,
      line: lineOf(...place),
      message: missing ? `${name} is missing` : `${name}: ${issue.message}`,
      remedy: missing ? `Add "${field}:" (docs/authoring.md has an example).` : `Give "${field}" a value of that kind (docs/authoring.md has an example).`,
    }
  })
  return { file, problems, lineOf }
}

/** @returns a path that people can read: list entries by their id, as in `who-is-approved › options › a › feedback` */
function nameOf(data: unknown, path: (string | number)[]): string {
  let value: any = data
  return path.map((part) => {
    value = value?.[part]
    return typeof part === 'number'
      ? value?.id ?? `entry ${part + 1}`
      : part
  }).join(' › ') || 'the file'
}
