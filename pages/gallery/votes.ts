import type { AskedQuestion } from '../../core/course.ts'
import type { BeliefResponse, Vote } from '../../core/room/tally.ts'
import { shuffle } from '../../core/draw.ts'
import { solution } from '../../core/question-types/index.ts'
import { evidenceLevels } from '../../core/scales.ts'

const TENTHS = Array.from({ length: 10 }, (_, tenth) => tenth)

/** @returns an answer that is not looked at for being right */
function anyAnswer(question: AskedQuestion, seed: string): unknown {
  const first = (keys: string[], more = '') => shuffle(keys, seed + more)[0]!
  switch (question.type) {
    case 'choice':
    case 'hotspot': return first(Object.keys(question.options))
    case 'choices': return shuffle(Object.keys(question.options), seed).slice(0, 2)
    case 'order': return shuffle(Object.keys(question.options), seed)
    case 'match': return Object.fromEntries(Object.keys(question.options).map(key => [key, first(Object.keys(question.targets), key)]))
    case 'sort': return Object.fromEntries(Object.keys(question.options).map(key => [key, first(Object.keys(question.bins), key)]))
    case 'gap': return Object.fromEntries(Object.entries(question.gaps).map(([key, gap]) => [key, 'choices' in gap ? first(Object.keys(gap.choices), key) : first([...gap.accept, 'placebo', 'control'], key)]))
    case 'estimate': {
      const steps = shuffle(TENTHS, seed)
      const spread = (steps[0]! + steps[1]! + steps[2]!) / 27
      return Math.round(question.min + spread * (question.max - question.min))
    }
  }
}

/** @returns made-up votes, the same each time; so many tenths of the people know the answer */
export function madeUpVotes(question: AskedQuestion, n: number, knowing: number, round = 1): Vote[] {
  return Array.from({ length: n }, (_, person) => {
    const knows = shuffle(TENTHS, `knows ${person}`)[0]! < knowing
    return { who: String(person), seq: person, response: knows ? solution(question) : anyAnswer(question, `${round} ${person}`) }
  })
}

/** @returns made-up beliefs: before high hopes, after nearer to what is shown */
export function madeUpBeliefs(n: number, moment: 'before' | 'after'): Vote[] {
  return Array.from({ length: n }, (_, person): Vote => {
    const tenth = shuffle(TENTHS, `belief ${moment} ${person}`)[0]!
    const levels = moment === 'before' ? [0, 0, 0, 1, 1, 1, 2, 2, 3, 4] : [0, 1, 2, 2, 2, 2, 3, 3, 3, 4]
    const response: BeliefResponse = { approved: moment === 'before' ? tenth < 7 : tenth < 2, evidence: evidenceLevels[levels[tenth]!]! }
    return { who: String(person), seq: person, response }
  })
}
