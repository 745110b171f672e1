import type { AskedQuestion } from '../course.ts'
import type { Counts, Moves, Tally, Vote } from './tally.ts'
import { score } from '../question-types/index.ts'
import { countable, meanOf, movesBetween, tallyOf } from './tally.ts'

/** The votes of one question, by round: a second one where the speaker asked again. */
export interface Asked {
  question: AskedQuestion
  rounds: readonly (readonly Vote[])[]
}

/** How one question did in one round. */
export interface ItemResult {
  question: string
  /** From 1 on */
  round: number
  n: number
  /** Share of the people who were wholly right, 0 … 1; missing where nobody answered */
  shareRight?: number
  /** Mean score, 0 … 1; missing where nobody answered */
  facility?: number
  /** How often each wrong option was chosen, where options are chosen */
  distractors?: Counts
  /** Correlation of the score with the mean of the person's other questions, −1 … 1; missing with too few people or questions, or where all are alike */
  discrimination?: number
  /** Of what was left to gain after the round before, the share that was gained; missing in the first round, or where nothing was left */
  gain?: number
  /** Who moved since the round before */
  moves?: Moves
}

/** With fewer, a discrimination is chance. */
const LEAST_PEOPLE = 10
const LEAST_QUESTIONS = 3

/** @returns Pearson's correlation, or `undefined` where one of the two never varies */
function correlation(pairs: readonly (readonly [number, number])[]): number | undefined {
  const meanX = meanOf(pairs.map(([x]) => x)) ?? 0
  const meanY = meanOf(pairs.map(([, y]) => y)) ?? 0
  let xy = 0
  let xx = 0
  let yy = 0
  for (const [x, y] of pairs) {
    xy += (x - meanX) * (y - meanY)
    xx += (x - meanX) ** 2
    yy += (y - meanY) ** 2
  }
  // Sums of binary fractions: what is all alike may differ in the last digit.
  return xx > 1e-12 && yy > 1e-12 ? Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy))) : undefined
}

function distractorsOf(question: AskedQuestion, tally: Tally): Counts | undefined {
  if (!('counts' in tally) || !('answer' in question))
    return undefined
  const right: readonly unknown[] = Array.isArray(question.answer) ? question.answer : [question.answer]
  return Object.fromEntries(Object.entries(tally.counts).filter(([key]) => !right.includes(key)))
}

/** @returns a line for each question and round; people are told apart only to compare their own answers, and stay in no line */
export function itemResults(asked: readonly Asked[]): ItemResult[] {
  /** First answers, by question and person: in a second round the room has talked. */
  const firsts = asked.map(({ question, rounds }) =>
    new Map(countable(question, rounds[0] ?? []).map(({ who, response }) => [who, score(question, response)])))

  /** The score of each person beside the mean of the person's other questions. */
  function discrimination(own: ReadonlyMap<string, number>, place: number): number | undefined {
    const others = firsts.filter((_, other) => other !== place)
    const pairs = [...own].flatMap(([who, scored]) => {
      const rest = others.flatMap(scores => scores.get(who) ?? [])
      return rest.length >= LEAST_QUESTIONS - 1 ? [[scored, meanOf(rest)!] as const] : []
    })
    return pairs.length >= LEAST_PEOPLE ? correlation(pairs) : undefined
  }

  return asked.flatMap(({ question, rounds }, place) => {
    const tallies = rounds.map(votes => tallyOf(question, votes))
    return tallies.map((tally, round): ItemResult => {
      const before = tallies[round - 1]
      return {
        question: question.id,
        round: round + 1,
        n: tally.n,
        shareRight: tally.n ? tally.right / tally.n : undefined,
        facility: tally.n ? tally.mean : undefined,
        distractors: distractorsOf(question, tally),
        discrimination: round === 0 ? discrimination(firsts[place]!, place) : undefined,
        gain: before?.n && tally.n && before.mean < 1 ? (tally.mean - before.mean) / (1 - before.mean) : undefined,
        moves: before && movesBetween(question, rounds[round - 1]!, rounds[round]!),
      }
    })
  })
}
