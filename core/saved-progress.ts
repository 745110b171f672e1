import type { Answer, AnswerMode, Attempt, Belief, Confidence, Progress } from './progress.ts'
import { isObject, isShort, PROGRESS_VERSION, unpackAnswers, unpackAttempts } from './packed-progress.ts'
import { answerModes, compareAnswers, confidences, emptyProgress, mergeProgress } from './progress.ts'
import { evidenceWords } from './words.ts'

/*
 * How whatever was saved is read again. Version 1 was a list of whole answers; version 2 stands in packed-progress.ts.
 */

export interface ReadProgress {
  progress: Progress
  /** A later version of the course saved it: it must not be written over */
  newer: boolean
  /** Something in it could not be read: the text is worth keeping */
  lost: boolean
}

const isTime = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0
const isId = (value: unknown): value is string => typeof value === 'string' && /^[a-z0-9-]{1,80}\.[a-z0-9-]{1,80}$/.test(value)
const isSlug = (value: unknown): value is string => typeof value === 'string' && /^[a-z0-9-]{1,80}$/.test(value)

function isAnswer(value: unknown): value is Answer {
  return isObject(value) && isId(value.question) && isTime(value.atMs)
    && typeof value.score === 'number' && value.score >= 0 && value.score <= 1
    && answerModes.includes(value.mode as AnswerMode) && isTime(value.revision) && value.revision >= 1
    && (value.confidence === undefined || confidences.includes(value.confidence as Confidence))
    && isShort(value.response)
}

function isAttempt(value: unknown): value is Attempt {
  return isObject(value) && isSlug(value.section) && isSlug(value.seed) && Array.isArray(value.questions)
    && value.questions.length <= 200 && value.questions.every(isId) && isTime(value.sinceMs) && isTime(value.startedAtMs)
    && (value.feedback === 'each' || value.feedback === 'end')
}

function isBelief(value: unknown): value is Belief {
  return isObject(value) && isSlug(value.section) && (value.moment === 'before' || value.moment === 'after')
    && typeof value.approved === 'boolean' && typeof value.evidence === 'string' && Object.hasOwn(evidenceWords, value.evidence) && isTime(value.atMs)
}

/** Only what the course knows of itself, in one order: no field of another program comes in. */
function plainAnswer({ question, response = null, score, atMs, mode, revision, confidence }: Answer): Answer {
  return { question, response, score, atMs, mode, revision, ...(confidence && { confidence }) }
}

/** `kind` is what a file adds. */
const parts = new Set(['kind', 'version', 'answers', 'attempts', 'beliefs', 'seen'])

/**
 * Reads saved progress, whatever the value is. Never throws.
 * @returns what could be read
 */
export function readProgress(saved: unknown): ReadProgress {
  if (!isObject(saved))
    return { progress: emptyProgress(), newer: false, lost: true }
  if (typeof saved.version === 'number' && saved.version > PROGRESS_VERSION)
    return { progress: emptyProgress(), newer: true, lost: false }

  let lost = (saved.version !== 1 && saved.version !== PROGRESS_VERSION)
    || ['answers', 'attempts', 'seen'].some(part => !(part in saved)) || Object.keys(saved).some(part => !parts.has(part))
  /** Keeps what is sound of a list, and notices when something is not. */
  function sound<T>(list: unknown, isSound: (item: unknown) => item is T): T[] {
    if (list === undefined)
      return []
    const kept = Array.isArray(list) ? list.filter(isSound) : []
    lost ||= !Array.isArray(list) || kept.length < list.length
    return kept
  }
  const entries = (value: unknown) => {
    lost ||= value !== undefined && !isObject(value)
    return isObject(value) ? Object.entries(value) : []
  }

  const answers = Array.isArray(saved.answers)
    ? saved.answers
    : entries(saved.answers).flatMap(([question, block]) => unpackAnswers(question, block))
  const attempts = Array.isArray(saved.attempts)
    ? saved.attempts.map(attempt => isObject(attempt) ? { feedback: 'each', ...attempt } : attempt)
    : entries(saved.attempts).flatMap(([section, block]) => unpackAttempts(section, block))
  const seen = entries(saved.seen)
  const seenSoundly = seen.filter((entry): entry is [string, number] => isId(entry[0]) && isTime(entry[1]))
  lost ||= seenSoundly.length < seen.length

  const read: Progress = {
    answers: sound(answers, isAnswer).map(plainAnswer).sort(compareAnswers),
    attempts: sound(attempts, isAttempt).map(({ section, seed, questions, sinceMs, startedAtMs, feedback }) => ({ section, seed, questions, sinceMs, startedAtMs, feedback })),
    beliefs: sound(saved.beliefs, isBelief).map(({ section, moment, approved, evidence, atMs }) => ({ section, moment, approved, evidence, atMs })),
    seen: Object.fromEntries(seenSoundly),
  }
  return { progress: mergeProgress(read, emptyProgress()), newer: false, lost }
}

// Reading what is no JSON any more

/** @returns what a saved text holds, also when it is cut off or damaged; never throws, any text may be passed */
export function readSaved(text: string): ReadProgress {
  const [value] = parsed(text)
  const whole = readProgress(value)
  if (whole.newer || !whole.lost)
    return whole
  const pieces = readProgress(salvage(text))
  return { progress: mergeProgress(whole.progress, pieces.progress), newer: pieces.newer, lost: true }
}

function parsed(text: string): unknown[] {
  try {
    return [JSON.parse(text)]
  }
  catch {
    return []
  }
}

/** Cuts a text before each place that matches, so that damage in one piece does not reach the next. */
function piecesFrom(text: string, start: RegExp): string[] {
  const places = Array.from(text.matchAll(start), match => match.index)
  return places.map((place, index) => text.slice(place, places[index + 1]))
}

/** @returns the objects of a text that begin and end like this */
function objectsFrom(text: string, start: RegExp, end: RegExp): unknown[] {
  return piecesFrom(text, start).flatMap((piece) => {
    const last = end.exec(piece)
    return last ? parsed(piece.slice(0, last.index + last[0].length)) : []
  })
}

/** Picks what can be recognised out of a text that is no JSON. @returns a value for `readProgress` */
function salvage(text: string): unknown {
  const version = /^\s*\{(?:"kind":"[a-z-]*",)?"version":(\d{1,6})[,}]/.exec(text)?.[1]
  if (version !== undefined && Number(version) > PROGRESS_VERSION)
    return { version: Number(version) }
  return {
    answers: [
      ...objectsFrom(text, /\{"question":/g, /"revision":\d+(?:,"confidence":"[a-z-]+")?\}/),
      ...piecesFrom(text, /"[a-z0-9-]{1,80}\.[a-z0-9-]{1,80}":\{"given":/g).flatMap(salvageAnswers),
    ],
    attempts: [
      ...objectsFrom(text, /\{"section":"[a-z0-9-]{1,80}","seed"/g, /"startedAtMs":\d+\}/).map(attempt => isObject(attempt) ? { feedback: 'each', ...attempt } : attempt),
      ...piecesFrom(text, /"[a-z0-9-]{1,80}":\{"questions":/g).flatMap(salvageAttempts),
    ],
    beliefs: objectsFrom(text, /\{"section":"[a-z0-9-]{1,80}","moment"/g, /"atMs":\d+\}/),
    seen: Object.fromEntries(Array.from(text.matchAll(/"([a-z0-9-]{1,80}\.[a-z0-9-]{1,80})":(\d{1,16})(?=[,}])/g), ([, slide, atMs]) => [slide, Number(atMs)])),
  }
}

const untilLastEntry = (list: string) => list.slice(0, list.lastIndexOf(';') + 1)

function salvageAnswers(piece: string): unknown[] {
  const [, question, given, at] = /^"([^"]+)":\{"given":([\s\S]*?\]),"at":"([^"]*)/.exec(piece) ?? []
  return given === undefined ? [] : parsed(given).flatMap(given => unpackAnswers(question!, { given, at: untilLastEntry(at!) }))
}

function salvageAttempts(piece: string): unknown[] {
  const [, section, questions, list] = /^"([^"]+)":\{"questions":(\[[^\]]*\]),"list":"([^"]*)/.exec(piece) ?? []
  return questions === undefined ? [] : parsed(questions).flatMap(questions => unpackAttempts(section!, { questions, list: untilLastEntry(list!) }))
}
