import type { Attempt, AttemptOrigin } from '../progress.ts'
import type { ProgressPart } from './part.ts'
import { isObject, parsed } from '../json.ts'
import { base36, compare, entriesOf, fromBase36, isId, isSlug, isTime, listPart, objectsFrom, piecesFrom, soundOf, untilLastEntry } from './part.ts'

/** What is saved of an origin. Saved progress holds these letters: never change one, add new ones. */
const ORIGIN_CODES = { drawn: 'd', repeated: 'r', shared: 's' } as const satisfies Record<AttemptOrigin, string>
const origins = new Map<string | undefined, string>(Object.entries(ORIGIN_CODES).map(([origin, code]) => [code, origin]))

/** No attempt is longer; saved data may hold anything. */
const MOST_QUESTIONS = 200

interface PackedAttempts {
  questions: string[]
  /** For each attempt: seed, `sinceMs`, `startedAtMs`, `e` or `n` (feedback at each or at the end), places in `questions`, and the origin where it is known */
  list: string
}

function pack(attempts: readonly Attempt[]): Record<string, PackedAttempts> {
  const sections = new Map<string, PackedAttempts>()
  for (const { section, seed, questions, sinceMs, startedAtMs, feedback, origin } of attempts) {
    const packed = sections.get(section) ?? { questions: [], list: '' }
    sections.set(section, packed)
    const places = questions.map((id) => {
      const place = packed.questions.indexOf(id)
      return place < 0 ? packed.questions.push(id) - 1 : place
    })
    packed.list += `${seed} ${base36(sinceMs)} ${base36(startedAtMs)} ${feedback === 'each' ? 'e' : 'n'} ${places.map(base36).join(',')}${origin ? ` ${ORIGIN_CODES[origin]}` : ''};`
  }
  return Object.fromEntries(sections)
}

/** @returns the attempts of a section; something that is none in the place of each that cannot be read */
function unpack(section: string, block: unknown): unknown[] {
  if (!isObject(block) || !Array.isArray(block.questions) || typeof block.list !== 'string')
    return [undefined]
  const { questions } = block
  return entriesOf(block.list).map((entry) => {
    const [seed, since, started, feedback, places, origin, ...more] = entry.split(' ')
    if (more.length > 0 || places === undefined || (origin !== undefined && !origins.has(origin)))
      return undefined
    return {
      section,
      seed,
      questions: places === '' ? [] : places.split(',').map(place => questions[fromBase36(place)]),
      sinceMs: fromBase36(since),
      startedAtMs: fromBase36(started),
      feedback: { e: 'each', n: 'end' }[feedback!],
      origin: origins.get(origin),
    }
  })
}

/** The first version of the course gave feedback after each answer and did not say so. */
const withFeedback = (attempt: unknown) => isObject(attempt) ? { feedback: 'each', ...attempt } : attempt

function isAttempt(value: unknown): value is Attempt {
  return isObject(value) && isSlug(value.section) && isSlug(value.seed) && Array.isArray(value.questions)
    && value.questions.length <= MOST_QUESTIONS && value.questions.every(isId) && isTime(value.sinceMs) && isTime(value.startedAtMs)
    && (value.feedback === 'each' || value.feedback === 'end')
    && (value.origin === undefined || (typeof value.origin === 'string' && Object.hasOwn(ORIGIN_CODES, value.origin)))
}

function salvageBlock(piece: string): unknown[] {
  const [, section, questions, list] = /^"([^"]+)":\{"questions":(\[[^\]]*\]),"list":"([^"]*)/.exec(piece) ?? []
  return questions === undefined ? [] : parsed(questions).flatMap(questions => unpack(section!, { questions, list: untilLastEntry(list!) }))
}

export const attempts: ProgressPart<Attempt[]> = {
  ...listPart((a, b) => a.startedAtMs - b.startedAtMs || compare(JSON.stringify(a), JSON.stringify(b))),
  pack,
  read: packed => soundOf(
    Array.isArray(packed)
      ? packed.map(withFeedback)
      : isObject(packed) ? Object.entries(packed).flatMap(([section, block]) => unpack(section, block)) : packed,
    isAttempt,
    ({ section, seed, questions, sinceMs, startedAtMs, feedback, origin }) => ({ section, seed, questions, sinceMs, startedAtMs, feedback, ...(origin && { origin }) }),
  ),
  salvage: text => [
    ...objectsFrom(text, /\{"section":"[a-z0-9-]{1,80}","seed"/g, /"startedAtMs":\d+\}/),
    ...piecesFrom(text, /"[a-z0-9-]{1,80}":\{"questions":/g).flatMap(salvageBlock),
  ],
}
