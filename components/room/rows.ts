import type { ListOrders, PublicQuestion, Revealed } from '../../core/question-types/index.ts'
import type { Tally } from '../../core/room/tally.ts'

/** A closed round of a question, as it is drawn and read. */
export interface Round {
  question: PublicQuestion
  /** Option keys and other lists in the order in which the question was asked */
  order: string[]
  lists: ListOrders
  tally: Tally
  /** The round before, where the speaker asked twice */
  before?: Tally
  /** With the solution as the answer; missing until the speaker reveals */
  revealed?: Revealed
}

/** A bar: what could be chosen, and how often it was. */
export interface Bar {
  key: string
  letter?: string
  text: string
  count: number
  /** In the round before */
  before?: number
  isRight: boolean
}

const letterOf = (place: number): string => String.fromCharCode(65 + place)

/** @returns a share of the people, 0 … 1; 0 of nobody */
export const shareOf = (count: number, n: number): number => n > 0 ? count / n : 0

/** With fewer people a percentage says more than is known. */
const LEAST_FOR_PERCENT = 20

/** @returns "4", or with many people "58%" */
export function countInWords(count: number, n: number): string {
  return n < LEAST_FOR_PERCENT ? String(count) : `${Math.round(shareOf(count, n) * 100)}%`
}

const isRight = (revealed: Revealed | undefined, part: string) => revealed?.marks[part] === 'right'

/** @returns a bar for each option that may be chosen */
export function optionBars({ question, order, tally, before, revealed }: Round): Bar[] {
  if (!('counts' in tally) || !('options' in question))
    return []
  return order.map((key, place) => ({
    key,
    letter: letterOf(place),
    text: question.options[key]!.text,
    count: tally.counts[key] ?? 0,
    before: before && 'counts' in before ? before.counts[key] : undefined,
    isRight: isRight(revealed, key),
  }))
}

/** @returns for each gap what it was filled with; typed words are not told, so it is rightly or otherwise */
export function gapBars({ question, lists, tally, before, revealed }: Round): { key: string, right?: string, bars: Bar[] }[] {
  if (tally.type !== 'gap' || question.type !== 'gap')
    return []
  const rounds = before?.type === 'gap' ? [tally, before] : [tally]
  return Object.entries(question.gaps).map(([key, { choices }]) => {
    const barOf = (part: string, text: string, count: (round: typeof rounds[number]) => number, isRight: boolean): Bar =>
      ({ key: part, text, count: count(rounds[0]!), before: rounds[1] && count(rounds[1]), isRight })
    return {
      key,
      right: revealed?.belongs[key],
      bars: choices
        ? (lists[key] ?? Object.keys(choices)).map(choice =>
            barOf(choice, choices[choice]!.text, round => round.gaps[key]!.choices?.[choice] ?? 0, isRight(revealed, `${key}.${choice}`)))
        : revealed
          ? [
              barOf('right', revealed.belongs[key]!, round => round.gaps[key]!.right, true),
              barOf('other', 'something else', round => round.n - round.gaps[key]!.right, false),
            ]
          : [],
    }
  })
}

/** A row of a picture in which each item was given one of several places. */
interface PlacedItem {
  key: string
  text: string
  cells: { key: string, letter: string, count: number, before?: number, isRight: boolean }[]
}

/** The items of an order, a match or a sort, and what they could be given. */
export interface Placed {
  places: { key: string, letter: string, text: string }[]
  items: PlacedItem[]
}

/**
 * @returns the items by what they were given. Once the solution is shown, an order stands in its right order, and the
 * partner of each item beside it.
 */
export function placedItems({ question, order, lists, tally, before, revealed }: Round): Placed {
  if (question.type === 'order' && tally.type === 'order') {
    const keys = revealed ? revealed.solution as string[] : order
    const places = keys.map((_, place) => ({ key: String(place + 1), letter: String(place + 1), text: `Place ${place + 1}` }))
    const earlier = before?.type === 'order' ? before.places : undefined
    return {
      places,
      items: keys.map(key => ({
        key,
        text: question.options[key]!.text,
        cells: places.map(({ key: place, letter }, index) => ({
          key: place,
          letter,
          count: tally.places[key]?.[index] ?? 0,
          before: earlier?.[key]?.[index],
          isRight: revealed?.belongs[key] === place,
        })),
      })),
    }
  }
  if (!(question.type === 'match' || question.type === 'sort') || !('pairs' in tally))
    return { places: [], items: [] }
  const texts = question.type === 'match' ? question.targets : question.bins
  const shown = lists.targets ?? Object.keys(texts)
  const beside = question.type === 'match' && revealed ? order.map(key => revealed.belongs[key]!) : []
  const keys = [...new Set([...beside, ...shown])]
  const earlier = before && 'pairs' in before ? before.pairs : undefined
  // People have a partner's letter in mind: it keeps it.
  const letter = (key: string) => letterOf(shown.indexOf(key))
  return {
    places: keys.map(key => ({ key, letter: letter(key), text: texts[key]! })),
    items: order.map(key => ({
      key,
      text: question.options[key]!.text,
      cells: keys.map(place => ({
        key: place,
        letter: letter(place),
        count: tally.pairs[key]?.[place] ?? 0,
        before: earlier?.[key]?.[place],
        isRight: revealed?.belongs[key] === place,
      })),
    })),
  }
}
