import type { ScormApi } from './scorm-session.ts'

/** How far up frames are looked through; systems put no more around a course. */
const FRAMES = 20

function among(start: Window | null | undefined, name: string): ScormApi | undefined {
  let place = start
  for (let up = 0; place && up < FRAMES; up++) {
    // Another origin throws at the first question.
    try {
      const api = (place as unknown as Record<string, ScormApi | undefined>)[name]
      if (api)
        return api
      if (place.parent === place)
        return undefined
      place = place.parent
    }
    catch {
      return undefined
    }
  }
  return undefined
}

function openerOf(place: Window | null): Window | null {
  try {
    return place?.opener ?? null
  }
  catch {
    return null
  }
}

/** @returns the functions of the learning system: in a frame around us, or around the window that opened us */
export function findApi(name: string, from: Window): ScormApi | undefined {
  return among(from.parent === from ? null : from.parent, name) ?? among(openerOf(from), name) ?? among(openerOf(from.top), name)
}
