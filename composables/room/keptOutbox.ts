import type { Outbox } from '../../core/room/outbox.ts'
import { emptyOutbox } from '../../core/room/outbox.ts'
import { keptKeys } from './keptKeys.ts'

export interface KeptOutbox {
  load: () => Outbox
  /** @returns the outbox as it is kept now */
  update: (change: (outbox: Outbox) => Outbox) => Outbox
}

/** @returns the outbox of a room, kept in a storage that other tabs write to as well; where that is denied or full, in memory */
export function keptOutbox(storage: Pick<Storage, 'getItem' | 'setItem'>, code: string): KeptOutbox {
  const key = keptKeys(code).outbox
  let memory = emptyOutbox
  /** What is in storage is older than what is in memory, for which there was no room */
  let isUnsaved = false
  function load(): Outbox {
    if (isUnsaved)
      return memory
    try {
      const saved = JSON.parse(storage.getItem(key) ?? 'null')
      if (Array.isArray(saved?.waiting) && Array.isArray(saved?.kept))
        memory = saved
    }
    catch {
      // What is in memory stands.
    }
    return memory
  }
  return {
    load,
    update(change) {
      memory = change(load())
      try {
        storage.setItem(key, JSON.stringify(memory))
        isUnsaved = false
      }
      catch {
        isUnsaved = true
        // A page without storage keeps it as long as it is open.
      }
      return memory
    },
  }
}
