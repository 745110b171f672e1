import type { Answer, Attempt, Progress } from './progress.ts'
import { answerModes, confidences } from './progress.ts'

/*
 * The history as it is saved, version 2. The answers to one question stand together, each as a few letters, and what
 * was given to it stands once. Every block can be read without the others, and every entry ends with ";", so that a
 * text that is cut off or damaged in one place keeps the rest.
 */

/** Raised when the shape of what is saved changes; every older shape stays readable. */
export const PROGRESS_VERSION = 2

/** No question of this course takes longer an answer; saved data may hold anything. */
const LONGEST_RESPONSE = 4000

interface PackedAnswers {
  /** `[response, score]`, each once */
  given: [unknown, number][]
  /** For each answer: place in `given`, time in ms, how (all base 36), and the revision where it is not 1 */
  at: string
}

interface PackedAttempts {
  questions: string[]
  /** For each attempt: seed, `sinceMs`, `startedAtMs`, `e` or `n` (feedback at each or at the end), places in `questions` */
  list: string
}

const base36 = (value: number) => value.toString(36)
const fromBase36 = (text: string | undefined) => text !== undefined && /^[0-9a-z]+$/.test(text) ? Number.parseInt(text, 36) : Number.NaN

/** @returns the progress as the value that is saved as JSON, under 30 bytes an answer */
export function packProgress({ answers, attempts, beliefs, seen }: Progress): Record<string, unknown> {
  return {
    version: PROGRESS_VERSION,
    answers: packAnswers(answers),
    attempts: packAttempts(attempts),
    beliefs,
    seen,
  }
}

/** An answer never changes, so it is written once and not at every save. */
const packedOnce = new WeakMap<Answer, { given: string, entry: string }>()

function packed(answer: Answer): { given: string, entry: string } {
  const known = packedOnce.get(answer)
  if (known)
    return known
  const { response = null, score, atMs, mode, revision, confidence } = answer
  const how = answerModes.indexOf(mode) * 4 + (confidence ? confidences.indexOf(confidence) + 1 : 0)
  const fresh = {
    given: JSON.stringify([response, score]),
    entry: `${base36(atMs)} ${base36(how)}${revision === 1 ? '' : ` ${base36(revision)}`}`,
  }
  packedOnce.set(answer, fresh)
  return fresh
}

function packAnswers(answers: readonly Answer[]): Record<string, PackedAnswers> {
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

function packAttempts(attempts: readonly Attempt[]): Record<string, PackedAttempts> {
  const sections = new Map<string, PackedAttempts>()
  for (const { section, seed, questions, sinceMs, startedAtMs, feedback } of attempts) {
    const packed = sections.get(section) ?? { questions: [], list: '' }
    sections.set(section, packed)
    const places = questions.map((id) => {
      const place = packed.questions.indexOf(id)
      return place < 0 ? packed.questions.push(id) - 1 : place
    })
    packed.list += `${seed} ${base36(sinceMs)} ${base36(startedAtMs)} ${feedback === 'each' ? 'e' : 'n'} ${places.map(base36).join(',')};`
  }
  return Object.fromEntries(sections)
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Whether a response may be one of ours; a hostile one could be of any length. */
export function isShort(response: unknown): boolean {
  try {
    return (typeof response === 'string' ? response : JSON.stringify(response) ?? '').length <= LONGEST_RESPONSE
  }
  catch {
    return false
  }
}

/** @returns the answers of a block; something that is none in the place of each that cannot be read */
export function unpackAnswers(question: string, block: unknown): unknown[] {
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
      mode: answerModes[Math.floor(modeAndConfidence / 4)],
      revision: revision === undefined ? 1 : fromBase36(revision),
      confidence: modeAndConfidence % 4 > 0 ? confidences[modeAndConfidence % 4 - 1] : undefined,
    }
  })
}

export function unpackAttempts(section: string, block: unknown): unknown[] {
  if (!isObject(block) || !Array.isArray(block.questions) || typeof block.list !== 'string')
    return [undefined]
  const { questions } = block
  return entriesOf(block.list).map((entry) => {
    const [seed, since, started, feedback, places, ...more] = entry.split(' ')
    if (more.length > 0 || places === undefined)
      return undefined
    return {
      section,
      seed,
      questions: places === '' ? [] : places.split(',').map(place => questions[fromBase36(place)]),
      sinceMs: fromBase36(since),
      startedAtMs: fromBase36(started),
      feedback: { e: 'each', n: 'end' }[feedback!],
    }
  })
}

/** Every entry ends with ";"; one that does not was cut off and could mean anything. */
function entriesOf(list: string): string[] {
  const entries = list.split(';')
  return entries.pop() === ''
    ? entries
    : [...entries, '']
}
