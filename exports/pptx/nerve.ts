import type { Box, Sheet, Step } from './sheet.ts'

// The one ornament of the course: a line that wanders.

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
  sheet.path(box, wave(0, 1, box, 6), { colour: 'nerve-pale', width: 2.5 })
  if (done > 0)
    sheet.path(box, wave(0, done, box, 6), { colour: 'nerve-line', width: 2.5 })
}

/** The nerve with its stations, on a cover. @param current place of the station where we are; −1 for none */
export function stations(sheet: Sheet, box: Box, count: number, current: number): void {
  const step = box.w / count
  const points = Array.from({ length: count }, (_, index): [number, number] => [step * (index + 0.5), 60 + (index % 2 ? 16 : -16)])
  const line = (last: number): Step[] => {
    let [x, y] = [-box.x, 76]
    return [{ to: [x, y], move: true }, ...points.slice(0, last + 1).map(([cx, cy]): Step => {
      const by: [number, number, number, number] = [x + step / 2, y, cx - step / 2, cy]
      ;[x, y] = [cx, cy]
      return { to: [cx, cy], by }
    })]
  }
  // A path of its own place: the line begins at the edge of the slide, left of the box.
  const wide = { ...box, x: 0, w: box.w + box.x }
  const moved = (steps: Step[]) => steps.map(item => item === 'close'
    ? item
    : { ...item, to: [item.to[0] + box.x, item.to[1]] as [number, number], ...item.by && { by: [item.by[0] + box.x, item.by[1], item.by[2] + box.x, item.by[3]] as [number, number, number, number] } })
  sheet.path(wide, moved(line(count - 1)), { colour: 'nerve-pale', width: 4 })
  if (current >= 0)
    sheet.path(wide, moved(line(current)), { colour: 'nerve-line', width: 4 })
  for (const [index, [x, y]] of points.entries()) {
    const radius = index === current ? 20 : 8
    const at = { x: box.x + x - radius, y: box.y + y - radius, w: 2 * radius, h: 2 * radius }
    if (index === current)
      sheet.station(at, String(index + 1))
    else
      sheet.station(at, '', index < current)
  }
}
