import { nearest } from './nearest.ts'

const partsOf = (place: string) => place.split('/').filter(Boolean)

/**
 * @param typed a place as somebody typed it, such as `/learn/depresion`
 * @param places those that there are
 * @returns the one that was probably meant, each of its parts the nearest one; `undefined` where none is near
 */
export function meantPlace(typed: string, places: readonly string[]): string | undefined {
  const parts = partsOf(typed)
  let near = places.filter(place => partsOf(place).length === parts.length)
  for (const [at, part] of parts.entries()) {
    const meant = nearest(part, new Set(near.map(place => partsOf(place)[at]!)))
    near = near.filter(place => partsOf(place)[at] === meant)
  }
  return parts.length > 0 ? near[0] : undefined
}
