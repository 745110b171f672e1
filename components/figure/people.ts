const WIDTH = 10
const HEIGHT = 13

const rounded = (value: number) => +value.toFixed(2)

/**
 * Small people in rows, from one place to another, as the data of a single path: a hundred shapes of their own would
 * each have to be styled, laid out and painted.
 * @param from 0-based place of the first one; `to` is the place after the last one
 * @returns the `d` of the path, in the units of a grid of 10 by 13 a person; empty where there is nobody
 */
export function peoplePath(from: number, to: number, perRow: number): string {
  let path = ''
  for (let place = from; place < to; place++) {
    const x = (place % perRow) * WIDTH
    const y = Math.floor(place / perRow) * HEIGHT
    path += `M${rounded(x + 3.05)} ${rounded(y + 3)}a1.95 1.95 0 1 0 3.9 0a1.95 1.95 0 1 0-3.9 0z`
      + `M${rounded(x + 1.9)} ${rounded(y + 11.6)}v-2.5c0-2.2 1.3-3.2 3.1-3.2s3.1 1 3.1 3.2v2.5z`
  }
  return path
}

/** @returns how high so many people stand, in the same units */
export function peopleHeight(people: number, perRow: number): number {
  return Math.ceil(people / perRow) * HEIGHT
}
