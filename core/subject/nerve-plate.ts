/* The nerve as the map and the covers draw it, in the body units of FigureBodyOutline. */

/** Where each station of course.yaml lies, in body units. */
export const places: Record<string, [x: number, y: number]> = {
  brain: [0, 21],
  brainstem: [0, 66],
  head: [42, 54],
  neck: [14, 121],
  heart: [17, 193],
  spleen: [59, 246],
  gut: [-14, 300],
  body: [12, 366],
  path: [-12, 434],
}

/** The line that leads to each station. The trunk runs brainstem, neck, heart, gut, body, path. */
export const lines: Record<string, string> = {
  brain: 'M0 66C-5 54 5 38 0 21',
  head: 'M6 80C12 76 26 66 42 54',
  neck: 'M0 66C3 86 21 94 14 121',
  heart: 'M14 121C8 144 28 160 17 193',
  spleen: 'M8 240C20 254 38 256 58 247',
  gut: 'M17 193C11 211 -2 222 8 240C18 258 10 276 -14 300',
  body: 'M-14 300C-32 318 34 336 12 366',
  path: 'M12 366C-4 388 -24 404 -12 434',
}
export const runsOn = 'M-12 434C-4 454 22 468 12 496'
export const otherNerve = 'M-3 68C-8 88 -19 96 -14 121C-10 142 -22 160 -13 184C-6 202 0 222 8 240'

/** Fine branches, for the look of the plate; no station hangs on them. */
export const twigs = 'M-15.6 164C-22 167 -30 174 -37 187M-22 168.4C-28 167 -34 168 -41 172M21.4 166C28 168 35 175 42 188M28 170C34 168.6 39 169 46 173'
  + 'M2 228C-8 231 -20 237 -30 248M-12 234C-20 233 -30 233 -40 236M-14 300C-24 304 -32 312 -37 326M-14 300C-6 306 0 314 4 326'

/** Drawn dotted: the spleen is reached by other nerves, and below the gut it is the course that goes on, not the nerve. */
export const dotted = new Set<string>(['spleen', 'body', 'path'])

/** Drawn finer: branches, and what other nerves carry on. */
export const thin = new Set<string>(['brain', 'head', 'spleen'])

/** Lines that lead up: they are lit from below. */
const upward = new Set<string>(['brain', 'head'])

/** @returns the clip path (CSS) of the line to a station, of which a share (0 … 1) is lit */
export function litTo(station: string, share: number): string {
  const rest = `${(1 - share) * 100}%`
  return upward.has(station) ? `inset(${rest} -9px -9px -9px)` : `inset(-9px -9px ${rest} -9px)`
}
