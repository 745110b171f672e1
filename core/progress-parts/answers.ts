import type { Answer, AnswerMode, Confidence } from '../progress.ts'
import type { ProgressPart } from './part.ts'
import { isObject, parsed } from '../json.ts'
import { base36, compare, entriesOf, fromBase36, isId, isTime, listPart, objectsFrom, piecesFrom, soundOf, untilLastEntry } from './part.ts'

/*
 * The answers to one question stand together, each as a few letters, and what was given to it stands once. Every block
 * can be read without the others. Version 1 was a list of whole answers.
 */

interface PackedAnswers {
  /** `[response, score]`, each once */
  given: [unknown, number][]
  /** For each answer: place in `given`, time in ms, how (all base 36), and the revision where it is not 1 */
  at: string
}

/** What is saved of a mode and a confidence. Saved progress holds these numbers: never change one, add new ones. */
const MODE_CODES = { slide: 0, page: 1, quiz: 2, review: 3 } as const satisfies Record<AnswerMode, number>
const CONFIDENCE_CODES = { 'guess': 1, 'fairly-sure': 2, 'sure': 3 } as const satisfies Record<Confidence, 1 | 2 | 3>
/** One number holds both: this many confidences, "not asked" among them, fit beside a mode. */
const CONFIDENCES = 4

const byCode = <T extends string>(codes: Record<T, number>) => new Map(Object.entries<number>(codes).map(([word, code]) => [code, word as T]))
const modes = byCode<AnswerMode>(MODE_CODES)
const confidences = byCode<Confidence>(CONFIDENCE_CODES)

/** No question of this course takes longer an answer; saved data may hold anything. */
const LONGEST_RESPONSE = 4000

// Written out, as two programs may hold the same fields in another order.
const fieldsOf = ({ response, score, mode, revision, confidence }: Answer) => [response, score, mode, revision, confidence]

/** By time; what happened in the same millisecond in an order that does not depend on who knew it first. */
function compareAnswers(a: Answer, b: Answer): number {
  return a.atMs - b.atMs || compare(a.question, b.question) || compare(JSON.stringify(fieldsOf(a)), JSON.stringify(fieldsOf(b)))
}

/** An answer never changes, so it is written once and not at every save. */
const packedOnce = new WeakMap<Answer, { given: string, entry: string }>()

function packed(answer: Answer): { given: string, entry: string } {
  const known = packedOnce.get(answer)
  if (known)
    return known
  const { response = null, score, atMs, mode, revision, confidence } = answer
  const how = MODE_CODES[mode] * CONFIDENCES + (confidence ? CONFIDENCE_CODES[confidence] : 0)
  const fresh = {
    given: JSON.stringify([response, score]),
    entry: `${base36(atMs)} ${base36(how)}${revision === 1 ? '' : ` ${base36(revision)}`}`,
  }
  packedOnce.set(answer, fresh)
  return fresh
}

function pack(answers: readonly Answer[]): Record<string, PackedAnswers> {
  const blocks = new Map<string, { places: Map<string, number>, packed: PackedAnswers }>()
  for (const answer of answers) {
    let block = blocks.get(answer.question)
    if (!block)
      blocks.set(answer.question, block = { places: new Map(), packed: { given: [], at: '' } })
    const { given, entry } = packed(answer)
    let place = block.places.get(given)
    if (place === undefined) {
      place = block.packed.given.push([answer.response ?? null, answer.score]) - 1
      block.places.set(given, place)
    }
    block.packed.at += `${base36(place)} ${entry};`
  }
  return Object.fromEntries([...blocks].map(([question, { packed }]) => [question, packed]))
}

/** Whether a response may be one of ours; a hostile one could be of any length. */
function isShort(response: unknown): boolean {
  try {
    return (typeof response === 'string' ? response : JSON.stringify(response) ?? '').length <= LONGEST_RESPONSE
  }
  catch {
    return false
  }
}

/** @returns the answers of a block; something that is none in the place of each that cannot be read */
function unpack(question: string, block: unknown): unknown[] {
  if (!isObject(block) || !Array.isArray(block.given) || typeof block.at !== 'string')
    return [undefined]
  const { given } = block
  const tooLong = given.map(entry => !Array.isArray(entry) || !isShort(entry[0]))
  return entriesOf(block.at).map((entry) => {
    const [place = '', time, how, revision, ...more] = entry.split(' ')
    const at = fromBase36(place)
    const modeAndConfidence = fromBase36(how)
    if (!Array.isArray(given[at]) || tooLong[at] || more.length > 0)
      return undefined
    return {
      question,
      response: given[at][0],
      score: given[at][1],
      atMs: fromBase36(time),
      mode: modes.get(Math.floor(modeAndConfidence / CONFIDENCES)),
      revision: revision === undefined ? 1 : fromBase36(revision),
      confidence: confidences.get(modeAndConfidence % CONFIDENCES),
    }
  })
}

function isAnswer(value: unknown): value is Answer {
  return isObject(value) && isId(value.question) && isTime(value.atMs)
    && typeof value.score === 'number' && value.score >= 0 && value.score <= 1
    && typeof value.mode === 'string' && Object.hasOwn(MODE_CODES, value.mode) && isTime(value.revision) && value.revision >= 1
    && (value.confidence === undefined || (typeof value.confidence === 'string' && Object.hasOwn(CONFIDENCE_CODES, value.confidence)))
    && isShort(value.response)
}

/** Only what the course knows of itself, in one order: no field of another program comes in. */
function plainAnswer({ question, response = null, score, atMs, mode, revision, confidence }: Answer): Answer {
  return { question, response, score, atMs, mode, revision, ...(confidence && { confidence }) }
}

function salvageBlock(piece: string): unknown[] {
  const [, question, given, at] = /^"([^"]+)":\{"given":([\s\S]*?\]),"at":"([^"]*)/.exec(piece) ?? []
  return given === undefined ? [] : parsed(given).flatMap(given => unpack(question!, { given, at: untilLastEntry(at!) }))
}

export const answers: ProgressPart<Answer[]> = {
  ...listPart(compareAnswers),
  pack,
  read: packed => soundOf(isObject(packed) ? Object.entries(packed).flatMap(([question, block]) => unpack(question, block)) : packed, isAnswer, plainAnswer),
  salvage: text => [
    ...objectsFrom(text, /\{"question":/g, /"revision":\d+(?:,"confidence":"[a-z-]+")?\}/),
    ...piecesFrom(text, /"[a-z0-9-]{1,80}\.[a-z0-9-]{1,80}":\{"given":/g).flatMap(salvageBlock),
  ],
}
