import type { AskedQuestion, EstimateQuestion, EvidenceLevel, GapQuestion } from '../course.ts'
import type { Belief } from '../progress.ts'
import { nearOf } from '../question-types/estimate.ts'
import { reveal, score, validate } from '../question-types/index.ts'
import { evidenceLevels } from '../scales.ts'

/** What one person of the room answered in one round; with several of one person, the one with the highest `seq` counts. */
export interface Vote {
  /** Who gave it, as a name of chance */
  who: string
  /** Its place in the room's log */
  seq: number
  response: unknown
}

/** How often each key was chosen. */
export type Counts = Record<string, number>

/** How the values of an estimate are spread: equal bins from the least to the most that may be guessed. */
export interface Spread {
  /** Votes in each bin */
  bins: number[]
  /** Missing where nobody voted */
  median?: number
  low: number
  near: number
  high: number
}

interface TallyBase {
  /** People whose answer counts */
  n: number
  /** How many of them were wholly right */
  right: number
  /** Mean score, 0 … 1; 0 where nobody voted */
  mean: number
}

/** A round's result by the type of its question: plain values, to be sent as they are. Nobody can be told from it. */
export type Tally = TallyBase & (
  | { type: 'choice' | 'choices' | 'hotspot', counts: Counts }
  /** For each item, how many put it in the first place, the second … */
  | { type: 'order', places: Record<string, number[]> }
  /** For each item, how many gave it each partner or bin */
  | { type: 'match' | 'sort', pairs: Record<string, Counts> }
  /** For each gap, how many filled it rightly; with choices, how many chose each. Typed words are left out, as anything may stand there */
  | { type: 'gap', gaps: Record<string, { right: number, choices?: Counts }> }
  | { type: 'estimate', spread: Spread }
)

/** Where the room places a claim on the two scales. */
export interface BeliefTally {
  n: number
  approved: { yes: number, no: number }
  evidence: Record<EvidenceLevel, number>
}

/** What became of those who answered in both rounds, by whether they were wholly right. */
export interface Moves {
  both: number
  stayedRight: number
  toRight: number
  toWrong: number
  stayedWrong: number
}

/** @returns one vote of each person, the latest */
export function oneEach(votes: readonly Vote[]): Vote[] {
  const latest = new Map<string, Vote>()
  for (const vote of votes) {
    const known = latest.get(vote.who)
    if (!known || vote.seq > known.seq)
      latest.set(vote.who, vote)
  }
  return [...latest.values()]
}

/** Of thousands most answered alike: what is worked out of an answer is worked out once. @returns the same function, which remembers */
function onceForEach<T>(workOut: (response: unknown) => T): (response: unknown) => T {
  const known = new Map<string, T>()
  return (response) => {
    const key = JSON.stringify(response) ?? ''
    if (!known.has(key))
      known.set(key, workOut(response))
    return known.get(key)!
  }
}

/** @returns the latest vote of each person that may be counted: what fits no question was refused, or is of another wording */
export function countable(question: AskedQuestion, votes: readonly Vote[]): Vote[] {
  const isAnswer = onceForEach(response => validate(question, response) === undefined)
  return oneEach(votes).filter(({ response }) => isAnswer(response))
}

const none = (keys: readonly string[]): Counts => Object.fromEntries(keys.map(key => [key, 0]))

/** @returns how often each of the keys was chosen; one response may choose several */
function counted(keys: readonly string[], chosen: readonly string[]): Counts {
  const counts = none(keys)
  for (const key of chosen)
    counts[key]!++
  return counts
}

/** More bins than these are more than the back row can tell apart. */
const MOST_BINS = 40

/** @returns the bounds of the bins that an estimate's votes are counted in; a value on a bound belongs to the upper bin, the greatest to the last */
export function binsOf({ min, max, step }: Pick<EstimateQuestion, 'min' | 'max' | 'step'>): { from: number, to: number }[] {
  // A step of its own where there is room, so that whole numbers stay whole.
  const steps = Math.max(1, Math.ceil((max - min) / step / MOST_BINS))
  const width = max > min ? steps * step : 1
  const count = Math.max(1, Math.ceil((max - min) / width - 1e-9))
  return Array.from({ length: count }, (_, place) => ({ from: min + place * width, to: min + (place + 1) * width }))
}

/** @returns the middle of the values, which need not be in order */
function medianOf(values: readonly number[]): number | undefined {
  const ordered = [...values].sort((a, b) => a - b)
  const middle = ordered.length >> 1
  return ordered.length % 2 ? ordered[middle] : ordered.length ? (ordered[middle - 1]! + ordered[middle]!) / 2 : undefined
}

function spreadOf(question: EstimateQuestion, guesses: readonly number[]): Spread {
  const bounds = binsOf(question)
  const bins = bounds.map(() => 0)
  const { low, high } = nearOf(question, question.answer)
  const spread = { bins, median: medianOf(guesses), low: 0, near: 0, high: 0 }
  for (const guess of guesses) {
    const bin = Math.floor((guess - question.min) / (bounds[0]!.to - bounds[0]!.from) + 1e-9)
    bins[Math.min(bin, bins.length - 1)]!++
    if (score(question, guess) === 1)
      spread.near++
    else
      spread[guess < (low + high) / 2 ? 'low' : 'high']++
  }
  return spread
}

function gapsOf(question: GapQuestion, responses: readonly Record<string, string>[]) {
  const marks = responses.map(onceForEach(response => reveal(question, response).marks))
  return Object.fromEntries(Object.entries(question.gaps).map(([key, gap]) => [key, {
    right: marks.filter(mark => mark[key] === 'right').length,
    ...'choices' in gap && { choices: counted(Object.keys(gap.choices), responses.map(response => response[key]!)) },
  }]))
}

/** The part of a tally that is its type's own. */
function partsOf(question: AskedQuestion, responses: readonly unknown[]) {
  switch (question.type) {
    case 'choice':
    case 'hotspot':
      return { type: question.type, counts: counted(Object.keys(question.options), responses as string[]) }
    case 'choices':
      return { type: question.type, counts: counted(Object.keys(question.options), (responses as string[][]).flat()) }
    case 'order': {
      const keys = Object.keys(question.options)
      return { type: question.type, places: Object.fromEntries(keys.map(key => [key, keys.map((_, place) => (responses as string[][]).filter(response => response[place] === key).length)])) }
    }
    case 'match':
    case 'sort': {
      const places = Object.keys(question.type === 'match' ? question.targets : question.bins)
      return { type: question.type, pairs: Object.fromEntries(Object.keys(question.options).map(key => [key, counted(places, (responses as Counts[]).map(response => String(response[key])))])) }
    }
    case 'gap':
      return { type: question.type, gaps: gapsOf(question, responses as Record<string, string>[]) }
    case 'estimate':
      return { type: question.type, spread: spreadOf(question, responses as number[]) }
  }
}

/** @returns what a round gave, in whatever order the votes stand; what may not be counted is left out */
export function tallyOf(question: AskedQuestion, votes: readonly Vote[]): Tally {
  const responses = countable(question, votes).map(({ response }) => response)
  const scores = responses.map(onceForEach(response => score(question, response))).sort((a, b) => a - b)
  return {
    n: responses.length,
    right: scores.filter(scored => scored >= 1).length,
    mean: meanOf(scores) ?? 0,
    ...partsOf(question, responses),
  }
}

/** @returns the mean, or `undefined` of nothing */
export function meanOf(values: readonly number[]): number | undefined {
  return values.length ? values.reduce((sum, value) => sum + value, 0) / values.length : undefined
}

/** @returns who moved between two rounds of one question, among those who answered in both */
export function movesBetween(question: AskedQuestion, first: readonly Vote[], second: readonly Vote[]): Moves {
  const isRightly = onceForEach(response => score(question, response) >= 1)
  const isRight = ({ response }: Vote) => isRightly(response)
  const before = new Map(countable(question, first).map(vote => [vote.who, isRight(vote)]))
  const moves: Moves = { both: 0, stayedRight: 0, toRight: 0, toWrong: 0, stayedWrong: 0 }
  for (const vote of countable(question, second)) {
    const wasRight = before.get(vote.who)
    if (wasRight === undefined)
      continue
    moves.both++
    moves[wasRight ? isRight(vote) ? 'stayedRight' : 'toWrong' : isRight(vote) ? 'toRight' : 'stayedWrong']++
  }
  return moves
}

/** What a belief vote holds. */
export type BeliefResponse = Pick<Belief, 'approved' | 'evidence'>

/** @returns whether this is a place on the two scales; any value may be passed */
export function isBelief(response: unknown): response is BeliefResponse {
  const { approved, evidence } = (response ?? {}) as Partial<BeliefResponse>
  return typeof approved === 'boolean' && evidenceLevels.includes(evidence!) && Object.keys(response as object).length === 2
}

/** @returns where the room places a claim, before or after */
export function beliefTallyOf(votes: readonly Vote[]): BeliefTally {
  const beliefs = oneEach(votes).map(({ response }) => response).filter(isBelief)
  const yes = beliefs.filter(({ approved }) => approved).length
  return {
    n: beliefs.length,
    approved: { yes, no: beliefs.length - yes },
    evidence: counted(evidenceLevels, beliefs.map(({ evidence }) => evidence)) as BeliefTally['evidence'],
  }
}
