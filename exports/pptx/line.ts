import type { Box, Sheet, Step } from './sheet.ts'

// The one ornament of the course: a line that winds.

/** A wave in as many short lines as look round. */
function wave(from: number, to: number, { w, h }: Box, waves: number): Step[] {
  const steps = 16 * waves
  const at = (share: number): [number, number] => [share * w, h / 2 - Math.sin(share * waves * 2 * Math.PI) * h / 2]
  return Array.from({ length: steps + 1 }, (_, step) => step / steps)
    .filter(share => share >= from && share <= to)
    .map((share, place) => ({ to: at(share), ...place === 0 && { move: true as const } }))
}

/** How far the section has come, at the foot. @param done 0 … 1 */
export function progress(sheet: Sheet, box: Box, done: number): void {
  sheet.path(box, wave(0, 1, box, 6), { colour: 'accent-pale', width: 2.5 })
  if (done > 0)
    sheet.path(box, wave(0, done, box, 6), { colour: 'accent-line', width: 2.5 })
}
