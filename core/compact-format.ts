import type { SectionOutline } from './course.ts'
import type { Answer, Attempt, AttemptOrigin, Belief, ClockReading, Progress } from './progress.ts'
import { readResponse, readScore, writeResponse, writeScore } from './compact-response.ts'
import { CompactReader, CompactWriter } from './compact-text.ts'
import { HEADLINES, isHeadline, sectionOf } from './course.ts'
import { fnv1a } from './fnv1a.ts'
import { emptyProgress, mergeProgress } from './progress-parts/index.ts'
import { answerModes, confidences } from './progress.ts'
import { evidenceLevels } from './scales.ts'

/*
 * How progress is written for systems that keep little. Ids stand as short hashes, so that a new version of the course
 * reads what an older one wrote.
 */

/** The course as the one who keeps its progress knows it. */
export interface KeptCourse {
  sections: readonly SectionOutline[]
  /** Ids of the invented headlines */
  headlines: readonly string[]
}

interface KnownIds {
  sections: string[]
  questions: string[]
  slides: string[]
}

/** @returns the ids that the course knows, which are kept */
export function idsOf({ sections, headlines }: KeptCourse): KnownIds {
  return {
    sections: sections.map(({ id }) => id),
    questions: [...sections.flatMap(({ questions }) => questions.map(({ id }) => id)), ...headlines],
    slides: sections.flatMap(({ slides }) => slides.map(({ id }) => id)),
  }
}

/** Characters of a hash: no two questions of the course may meet, which `compact-progress.test.ts` looks at. */
const QUESTION_DIGITS = 4
const SLIDE_DIGITS = 3
const SECTION_DIGITS = 2
const MINUTE_MS = 60_000

/** @returns FNV-1a, folded to so many characters */
function hashOf(text: string, digits: number): number {
  const spread = fnv1a(text)
  const h = Math.imul(spread ^ (spread >>> 15), 0x2C1B3C6D)
  return ((h ^ (h >>> 13)) >>> 0) % 64 ** digits
}

const byHash = (ids: readonly string[], digits: number) => new Map(ids.map(id => [hashOf(id, digits), id]))

/** A question or headline that the course does not know any more is called by its hash, and written as that again. */
const GONE = /\.gone-([0-9a-z]{1,5})$/
const goneId = (section: string, hash: number) => `${section}.gone-${hash.toString(36)}`
function questionHash(id: string): number {
  const hash = GONE.exec(id)?.[1]
  return hash === undefined ? hashOf(id, QUESTION_DIGITS) : Number.parseInt(hash, 36)
}

/** @returns ids that cannot be told apart */
export function meetingIds(course: KeptCourse): string[] {
  const { sections, questions, slides } = idsOf(course)
  const meeting = (ids: readonly string[], digits: number) => ids.filter(id => ids.some(other => other !== id && hashOf(other, digits) === hashOf(id, digits)))
  return [...meeting(sections, SECTION_DIGITS), ...meeting(questions, QUESTION_DIGITS), ...meeting(slides, SLIDE_DIGITS)]
}

/** How an answer was given, in one character: mode, confidence, and whether its revision is another than 1. */
const CONFIDENCES = confidences.length + 1
const OTHER_REVISION = answerModes.length * CONFIDENCES

function writeAnswers(out: CompactWriter, answers: readonly Answer[], places: Map<string, number>): void {
  out.number(answers.length)
  let lastMs = 0
  for (const { question, response, score, atMs, mode, revision, confidence } of answers) {
    out.number(places.get(question)!)
    out.number(atMs - lastMs)
    lastMs = atMs
    const how = answerModes.indexOf(mode) * CONFIDENCES + (confidence ? confidences.indexOf(confidence) + 1 : 0)
    out.digit(revision === 1 ? how : OTHER_REVISION + how)
    if (revision !== 1)
      out.number(revision)
    writeScore(out, score)
    writeResponse(out, response)
  }
}

/** The ids in their places, where they are known */
type Places = (string | undefined)[]

/** @returns gives the answers once the ids are known */
function readAnswers(text: CompactReader): (ids: Places) => Answer[] {
  let atMs = 0
  const answers = Array.from({ length: text.number() }, () => {
    const place = text.number()
    atMs += text.number()
    const how = text.digit()
    const revision = how < OTHER_REVISION ? 1 : text.number()
    const confidence = confidences[how % CONFIDENCES - 1]
    const mode = answerModes[Math.floor((how % OTHER_REVISION) / CONFIDENCES)]!
    const answer = { score: readScore(text), atMs, mode, revision, ...confidence && { confidence } }
    return { place, answer: { ...answer, response: readResponse(text) } }
  })
  return ids => answers.flatMap(({ place, answer }) => ids[place] === undefined ? [] : { question: ids[place], ...answer })
}

/** Saved progress holds these places: never change one, add new ones at the end. */
const ORIGINS: (AttemptOrigin | undefined)[] = [undefined, 'drawn', 'repeated', 'shared']

function writeAttempts(out: CompactWriter, attempts: readonly Attempt[], places: Map<string, number>): void {
  out.number(attempts.length)
  for (const { seed, questions, sinceMs, startedAtMs, feedback, origin } of attempts) {
    out.digit(ORIGINS.indexOf(origin) * 2 + (feedback === 'end' ? 1 : 0))
    out.number(questions.length)
    questions.forEach(id => out.number(places.get(id)!))
    out.string(seed)
    out.number(startedAtMs)
    out.number(Math.max(0, startedAtMs - sinceMs))
  }
}

/**
 * A question that is gone keeps its place in an attempt: with fewer than it was drawn with, a quiz would count no more.
 * @returns gives the attempts once the ids are known, those of which no section is known left out
 */
function readAttempts(text: CompactReader, hashes: number[]): (ids: Places) => Attempt[] {
  const attempts = Array.from({ length: text.number() }, () => {
    const head = text.digit()
    const origin = ORIGINS[Math.floor(head / 2)]
    const places = Array.from({ length: text.number() }, () => text.number())
    const seed = text.string()
    const startedAtMs = text.number()
    return { places, seed, times: { sinceMs: startedAtMs - text.number(), startedAtMs, feedback: head % 2 === 1 ? 'end' as const : 'each' as const, ...origin && { origin } } }
  })
  return ids => attempts.flatMap(({ places, seed, times }) => {
    const known = places.flatMap(place => ids[place] ?? [])
    const own = known.find(id => !isHeadline(id))
    if (known.length === 0 || (own === undefined && known.length < places.length))
      return []
    const section = own === undefined ? HEADLINES : sectionOf(own)
    // In the order of the attempts that whole progress holds, by which the same one is known.
    return { section, seed, questions: places.map(place => ids[place] ?? goneId(section, hashes[place]!)), ...times }
  })
}

/** To the minute, as nothing hangs on more. */
function writeSeen(out: CompactWriter, seen: Progress['seen'], known: Set<string>): void {
  const entries = Object.entries(seen).filter(([slide]) => known.has(slide)).sort((a, b) => a[1] - b[1])
  out.number(entries.length)
  let last = 0
  for (const [slide, atMs] of entries) {
    const minute = Math.floor(atMs / MINUTE_MS)
    out.fixed(hashOf(slide, SLIDE_DIGITS), SLIDE_DIGITS)
    out.number(minute - last)
    last = minute
  }
}

function readSeen(text: CompactReader, slides: Map<number, string>): Progress['seen'] {
  let minute = 0
  return Object.fromEntries(Array.from({ length: text.number() }, () => {
    const slide = slides.get(text.fixed(SLIDE_DIGITS))
    minute += text.number()
    return [slide, minute * MINUTE_MS] as const
  }).filter((entry): entry is [string, number] => entry[0] !== undefined))
}

function writeBeliefs(out: CompactWriter, beliefs: readonly Belief[]): void {
  out.number(beliefs.length)
  for (const { section, moment, approved, evidence, atMs } of beliefs) {
    out.fixed(hashOf(section, SECTION_DIGITS), SECTION_DIGITS)
    out.digit((moment === 'after' ? 1 : 0) + (approved ? 2 : 0) + evidenceLevels.indexOf(evidence) * 4)
    out.number(atMs)
  }
}

function readBeliefs(text: CompactReader, sections: Map<number, string>): Belief[] {
  return Array.from({ length: text.number() }, () => {
    const section = sections.get(text.fixed(SECTION_DIGITS))
    const said = text.digit()
    return { section, moment: said % 2 === 1 ? 'after' : 'before', approved: said % 4 > 1, evidence: evidenceLevels[Math.floor(said / 4)]!, atMs: text.number() } as Belief
  }).filter(({ section }) => section !== undefined)
}

/** Of the answers that are written: on which day one was given decides what has been passed. */
function writeClocks(out: CompactWriter, clocks: readonly ClockReading[], answers: readonly Answer[]): void {
  const times = new Set(answers.map(({ atMs }) => atMs))
  const own = clocks.filter(({ atMs }) => times.has(atMs))
  out.number(own.length)
  for (const { atMs, clockMs } of own) {
    out.number(atMs)
    out.number(clockMs)
  }
}

function readClocks(text: CompactReader): ClockReading[] {
  return Array.from({ length: text.number() }, () => ({ atMs: text.number(), clockMs: text.number() }))
}

/** @returns the progress in few characters, for `readCompact`; of slides those among `ids` */
export function writeCompact({ answers, attempts, beliefs, seen, clocks }: Progress, ids: KnownIds): string {
  const out = new CompactWriter()
  const all = [...new Set([...answers.map(({ question }) => question), ...attempts.flatMap(({ questions }) => questions)])]
  const headlines = all.filter(isHeadline)
  const used = [...headlines, ...all.filter(id => !isHeadline(id))]
  const places = new Map(used.map((id, place) => [id, place]))
  out.number(used.length)
  for (const id of used)
    out.fixed(questionHash(id), QUESTION_DIGITS)
  writeAnswers(out, answers, places)
  writeAttempts(out, attempts, places)
  writeSeen(out, seen, new Set(ids.slides))
  writeBeliefs(out, beliefs)
  writeClocks(out, clocks, answers)
  // Headlines stand before the questions of sections, and this says how many: one that is gone since counts in its quiz still.
  out.number(headlines.length)
  return out.text
}

/**
 * Reads what `writeCompact` wrote.
 * @returns the progress; of ids that the course does not know any more, what quizzes were passed with is kept and all else left out
 * @throws {Error} when the text is cut off or is no compact progress
 */
export function readCompact(compact: string, course: KeptCourse): Progress {
  const { sections, questions, slides } = idsOf(course)
  const text = new CompactReader(compact)
  const known = byHash(questions, QUESTION_DIGITS)
  const hashes = Array.from({ length: text.number() }, () => text.fixed(QUESTION_DIGITS))
  const answersOf = readAnswers(text)
  const attemptsOf = readAttempts(text, hashes)
  const seen = readSeen(text, byHash(slides, SLIDE_DIGITS))
  const beliefs = readBeliefs(text, byHash(sections, SECTION_DIGITS))
  const clocks = readClocks(text)
  // The first versions did not say which are headlines.
  const headlines = text.isAtEnd ? 0 : text.number()
  const ids = hashes.map((hash, place) => known.get(hash) ?? (place < headlines ? goneId(HEADLINES, hash) : undefined))
  // Merged, it is in order.
  return mergeProgress(emptyProgress(), { answers: answersOf(ids), attempts: attemptsOf(ids), beliefs, seen, clocks })
}
