import type { Notes } from '../core/notes.ts'
import { ids } from 'virtual:course/deck'
import { shallowRef } from 'vue'
import { codeOfRoom } from './liveRoom.ts'

/** Notes are in no build: they come from beside it, or in a live room from its server, to who speaks. */
const notes = shallowRef<Notes>()

/** @returns the notes of a slide, once they are there; `''` where they are not to be had */
export function noteOf(no: number): string | undefined {
  return notes.value && (notes.value[ids[no - 1] ?? '']?.note ?? '')
}

export async function loadNotes(): Promise<void> {
  const code = codeOfRoom()
  // The public site has none beside it.
  const answer = __PRESENTS__ && await fetch(code ? `/room/${code}/notes` : `${import.meta.env.BASE_URL}notes.json`, { cache: 'no-store' }).catch(() => undefined)
  notes.value = answer && answer.ok ? await answer.json() : {}
}
