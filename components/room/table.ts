import type { EvidenceLevel } from '../../core/course.ts'
import type { BeliefTally } from '../../core/room/tally.ts'
import type { Bar, Placed, Round } from './rows.ts'
import { binsOf } from '../../core/room/tally.ts'
import { evidenceLevels } from '../../core/scales.ts'
import { approvedWords } from '../../words/en/beliefs.ts'
import { evidenceWords } from '../../words/en/evidence.ts'
import { gapBars, optionBars, placedItems } from './rows.ts'

/** A result as a table: what a screen reader reads, and what stands on a phone. The first cell of a row is its heading. */
export interface ResultTable {
  columns: string[]
  rows: string[][]
}

const RIGHT = ' (right)'
const named = ({ text, letter, isRight }: Pick<Bar, 'text' | 'letter' | 'isRight'>) => `${letter ? `${letter}: ` : ''}${text}${isRight ? RIGHT : ''}`

/** @returns the column headings of the counts: of one round, or of both */
const counts = (twice: boolean) => twice ? ['Round 1', 'Round 2'] : ['Votes']
const numbers = (count: number, before: number | undefined) => [...before === undefined ? [] : [String(before)], String(count)]

function tableOfBars(what: string, bars: Bar[]): ResultTable {
  return {
    columns: [what, ...counts(bars.some(({ before }) => before !== undefined))],
    rows: bars.map(bar => [named(bar), ...numbers(bar.count, bar.before)]),
  }
}

/** A row for everything that an item was given: its right place first, then by how often. */
function tableOfPlaced({ places, items }: Placed, what: string): ResultTable {
  const twice = items.some(({ cells }) => cells.some(({ before }) => before !== undefined))
  return {
    columns: ['Item', what, ...counts(twice)],
    rows: items.flatMap(({ text, cells }) => cells
      .filter(({ count, before, isRight }) => count > 0 || before || isRight)
      .sort((a, b) => Number(b.isRight) - Number(a.isRight) || b.count - a.count)
      .map(({ key, count, before, isRight }) => [text, `${places.find(place => place.key === key)!.text}${isRight ? RIGHT : ''}`, ...numbers(count, twice ? before ?? 0 : undefined)])),
  }
}

function tableOfEstimate({ question, tally, before, revealed }: Round): ResultTable {
  if (question.type !== 'estimate' || tally.type !== 'estimate')
    return { columns: [], rows: [] }
  const { spread } = tally
  const earlier = before?.type === 'estimate' ? before.spread : undefined
  const rows = revealed
    ? ([['low', 'Too low'], ['near', `Near enough to ${revealed.solution} ${question.unit}${RIGHT}`], ['high', 'Too high']] as const)
        .map(([zone, words]) => [words, ...numbers(spread[zone], earlier?.[zone])])
    : binsOf(question).flatMap(({ from, to }, place) => {
        const isOne = to - from <= question.step
        return spread.bins[place] || earlier?.bins[place] ? [[isOne ? String(from) : `${from} to under ${to}`, ...numbers(spread.bins[place]!, earlier?.bins[place])]] : []
      })
  return {
    columns: ['Guess', ...counts(earlier !== undefined)],
    rows: [...rows, ...spread.median === undefined ? [] : [['The middle guess', ...earlier ? [String(earlier.median ?? '–')] : [], String(spread.median)]]],
  }
}

/** @returns the table of a closed round */
export function tableOf(round: Round): ResultTable {
  switch (round.question.type) {
    case 'choice':
    case 'choices':
    case 'hotspot': return tableOfBars('Answer', optionBars(round))
    case 'gap': {
      const gaps = gapBars(round)
      return tableOfBars('Gap', gaps.flatMap(({ bars }, place) => bars.map(bar => ({ ...bar, letter: gaps.length > 1 ? `Gap ${place + 1}` : undefined }))))
    }
    case 'order': return tableOfPlaced(placedItems(round), 'Put in')
    case 'match': return tableOfPlaced(placedItems(round), 'Matched with')
    case 'sort': return tableOfPlaced(placedItems(round), 'Sorted into')
    case 'estimate': return tableOfEstimate(round)
  }
}

/** @returns the table of a belief, before, after, or both */
export function beliefTable(before: BeliefTally | undefined, after: BeliefTally | undefined, truth?: { approved: boolean, evidence: EvidenceLevel }): ResultTable {
  const moments = [before, after].flatMap(tally => tally ?? [])
  return {
    columns: ['Placed at', ...before ? ['Before'] : [], ...after ? ['After'] : []],
    rows: [
      ...([['yes', true], ['no', false]] as const).map(([side, is]) =>
        [`${approvedWords[side]}${truth?.approved === is ? RIGHT : ''}`, ...moments.map(tally => String(tally.approved[side]))]),
      ...evidenceLevels.map(level =>
        [`Proof: ${evidenceWords[level].toLowerCase()}${truth?.evidence === level ? RIGHT : ''}`, ...moments.map(tally => String(tally.evidence[level]))]),
    ],
  }
}
