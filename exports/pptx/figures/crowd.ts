import type { Box, Sheet, Step } from '../sheet.ts'

/** A person as `components/figure/people.ts` draws one on the web, in a grid of 10 by 13. */
function person(x: number, y: number, unit: number): Step[] {
  const at = (px: number, py: number): [number, number] => [(x + px) * unit, (y + py) * unit]
  const [radius, handle] = [1.95, 1.95 * 0.5523]
  const curve = (a: [number, number], b: [number, number], to: [number, number]): Step => ({ to: at(...to), by: [...at(...a), ...at(...b)] })
  return [
    { to: at(5 - radius, 3), move: true },
    curve([5 - radius, 3 - handle], [5 - handle, 3 - radius], [5, 3 - radius]),
    curve([5 + handle, 3 - radius], [5 + radius, 3 - handle], [5 + radius, 3]),
    curve([5 + radius, 3 + handle], [5 + handle, 3 + radius], [5, 3 + radius]),
    curve([5 - handle, 3 + radius], [5 - radius, 3 + handle], [5 - radius, 3]),
    'close',
    { to: at(1.9, 11.6), move: true },
    { to: at(1.9, 9.1) },
    curve([1.9, 6.9], [3.2, 5.9], [5, 5.9]),
    curve([6.8, 5.9], [8.1, 6.9], [8.1, 9.1]),
    { to: at(8.1, 11.6) },
    'close',
  ]
}

/** People in rows: two shapes, those with the result filled, those without outlined. A screen reader hears of them once. */
export function crowd(sheet: Sheet, box: Box, { people, filled, perRow }: { people: number, filled: number, perRow: number }, alt: string): void {
  const unit = box.w / (perRow * 10)
  const drawn = (from: number, to: number): Step[] => Array.from({ length: to - from }, (_, index) => from + index)
    .flatMap(place => person((place % perRow) * 10, Math.floor(place / perRow) * 13, unit))
  const place = { ...box, h: Math.ceil(people / perRow) * 13 * unit }
  if (filled > 0)
    sheet.path(place, drawn(0, filled), { fill: 'ink' }, alt)
  if (filled < people)
    sheet.path(place, drawn(filled, people), { colour: 'line', width: Math.max(0.9, 0.4 * unit) }, filled > 0 ? undefined : alt)
}
