import type { core, ZodType } from 'zod'
import type { Problem } from './problem.ts'
import { z } from 'zod'
import { nearest } from '../core/nearest.ts'
import { didYouMean } from './did-you-mean.ts'

type Path = (string | number)[]

/** Something that was read from a file and does not have the shape it should. */
interface Misshapen {
  file: string
  /** As it was read */
  data: unknown
  schema: ZodType
  /** @returns the 1-based line of what stands at this path, or of the nearest thing around it */
  lineOf: (...path: Path) => number
  /** What the whole is called before a path, as in `Slide "start"`; a data file needs none */
  called?: string
  /** What has the fields, as in `the layout cover`; what the path names if not given */
  owner?: string
}

/** @returns what a schema found, as problems for the author: where, what, and what was probably meant */
export function schemaProblems(issues: core.$ZodIssue[], misshapen: Misshapen): Problem[] {
  const { file, data, schema, lineOf, called, owner } = misshapen
  const meant = new Set<string>()
  const problems = issues.map((issue) => {
    const path = issue.path.map(part => typeof part === 'symbol' ? String(part) : part)
    const parts = [...(called ? [called] : []), ...namesOf(data, path)]
    const name = parts.join(' › ') || 'The file'
    const tell = (message: string, remedy: string, at: Path = path) => ({ file, line: lineOf(...at), message, remedy, key: path.join('.'), missing: false })

    if (issue.code === 'unrecognized_keys') {
      const key = issue.keys[0]!
      const fields = fieldsAt(schema, path, data)
      const field = nearest(key, fields)
      if (field)
        meant.add([...path, field].join('.'))
      return tell(`${name}: "${key}" is no field of ${owner ?? 'it'}`, remedyFor(key, valueAt(data, [...path, key]), fields), [...path, key])
    }
    const field = path.at(-1) ?? 'the file'
    if (issue.code === 'invalid_type' && valueAt(data, path) === undefined && path.length > 0)
      return { ...tell(`${name} is missing`, `Add "${field}:" (docs/authoring.md has an example).`), missing: true }
    const allowed = wordsFor(issue, schema, path, data)
    if (allowed) {
      const given = String(valueAt(data, path) ?? '')
      return tell(`${name}: must be one of ${allowed.join(', ')}`, `${didYouMean(given, allowed)}Give "${field}" one of these words.`)
    }
    return tell(`${name}: ${issue.message}`, `Give "${field}" a value of that kind (docs/authoring.md has an example).`)
  })
  // A field that is misspelt is missing as well; one word about it is enough.
  return problems.filter(({ key, missing }) => !(missing && meant.has(key))).map(({ file, line, message, remedy }) => ({ file, line, message, remedy }))
}

function remedyFor(key: string, value: unknown, fields: string[]): string {
  // { text: Yes, it does } is to YAML a field "it does" without a value.
  if (value === null && !nearest(key, fields))
    return 'Put the text in quotes: between { and } a comma ends it.'
  return `${didYouMean(key, fields)}${fields.length > 0 ? `Its fields are ${fields.join(', ')}` : 'Remove it'}.`
}

/** The words that would have been right, where there is a list of them. */
function wordsFor(issue: core.$ZodIssue, schema: ZodType, path: Path, data: unknown): string[] | undefined {
  if (issue.code === 'invalid_value' && issue.values.length > 1)
    return issue.values.map(String)
  if (issue.code !== 'invalid_union' || !issue.discriminator)
    return undefined
  const field = issue.discriminator
  const options = descend(jsonOf(schema), path.slice(0, -1), data).flatMap(json => json.oneOf ?? json.anyOf ?? [])
  return [...new Set(options.flatMap(({ properties }) => properties?.[field]?.const ?? properties?.[field]?.enum ?? []))].map(String)
}

/** The little of JSON Schema that says which fields a thing has. */
interface Json {
  properties?: Record<string, Json>
  additionalProperties?: Json | false
  items?: Json
  anyOf?: Json[]
  oneOf?: Json[]
  const?: string | number
  enum?: string[]
}

function jsonOf(schema: ZodType): Json {
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Json
}

/** @returns the fields that the thing at this path may have; of several shapes only those that fit what is written there */
function fieldsAt(schema: ZodType, path: Path, data: unknown): string[] {
  const shapes = descend(jsonOf(schema), path, data).flatMap(json => fitting(json, valueAt(data, path)))
  return [...new Set(shapes.flatMap(({ properties }) => Object.keys(properties ?? {})))]
}

function descend(json: Json, [part, ...rest]: Path, data: unknown): Json[] {
  if (part === undefined)
    return [json]
  return fitting(json, data).flatMap((shape) => {
    const next = typeof part === 'number' ? shape.items : shape.properties?.[part] ?? (shape.additionalProperties || undefined)
    return next ? descend(next, rest, valueAt(data, [part])) : []
  })
}

function fitting(json: Json, data: unknown): Json[] {
  const options = json.oneOf ?? json.anyOf
  return options
    ? options.flatMap(option => fitting(option, data)).filter(({ properties }) => Object.entries(properties ?? {})
        .every(([field, { const: word, enum: words }]) => {
          const given = valueAt(data, [field])
          return given === undefined || (word === undefined && words === undefined) || given === word || words?.includes(String(given))
        }))
    : [json]
}

function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<any>((value, part) => value?.[part], data)
}

/** @returns a path that people can read: list entries by their id, as in `who-is-approved › options › a › feedback` */
function namesOf(data: unknown, path: Path): string[] {
  return path.map((part, depth) => typeof part === 'number'
    ? String((valueAt(data, path.slice(0, depth + 1)) as { id?: unknown } | undefined)?.id ?? `entry ${part + 1}`)
    : part)
}
