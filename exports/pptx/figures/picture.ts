import type { Label, Picture } from '../../target.ts'
import type { Box, Sheet } from '../sheet.ts'
import { within } from '../sheet.ts'

/** The smallest letters over a picture, in px */
const LEAST = 14.5

/** Letters of other types are a little wider or narrower: words have this much more room, away from where they begin. */
const ROOM = 0.3

/** Turned words stand around the same middle, so that the room goes where they run. */
function placeOf({ x, y, w, h, size, align, turn }: Label): Box {
  const more = w * ROOM + size
  const shift = align === 'left' ? more / 2 : align === 'right' ? -more / 2 : 0
  const angle = turn * Math.PI / 180
  return { x: x - more / 2 + shift * Math.cos(angle), y: y + shift * Math.sin(angle), w: w + more, h }
}

/** A picture as large as its place lets it be, with its words over it as text; a ringed letter may stand out. Without an alternative text it is ornament. */
export function drawPicture(sheet: Sheet, box: Box, picture: Picture, alt?: string, lit?: string): void {
  const place = within(box, picture)
  const scale = place.w / picture.width
  sheet.picture(place, picture.png, alt)
  for (const label of picture.labels ?? []) {
    const own = label.isRinged || label.behind ? label : placeOf(label)
    sheet.label({ x: place.x + own.x * scale, y: place.y + own.y * scale, w: own.w * scale, h: own.h * scale }, { ...label, size: Math.max(LEAST, label.size * scale), isLit: label.isRinged && label.text === lit })
  }
}
