import type { NewEvent } from '../core/room/events.ts'
import type { Append, RoomStore, Written } from './store.ts'

/** Votes that come within this time share a commit, as a disk takes some milliseconds for each. */
const GATHER_MS = 10

export type Commit = (code: string, epoch: number, event: NewEvent) => Promise<Written>

/** Another process owns the room now. */
export class Overtaken extends Error {}

interface Waiting {
  code: string
  epoch: number
  event: NewEvent
  resolve: (place: Written) => void
  reject: (error: Error) => void
}

/** @returns writes one event and answers when it is on disk; one commit is under way at a time, so that places come in their order */
export function groupCommit(store: Pick<RoomStore, 'append'>): Commit {
  let gathered: Waiting[] = []
  let isBusy = false

  async function flush(): Promise<void> {
    const batch = gathered
    gathered = []
    const rooms = new Map<string, Waiting[]>()
    for (const one of batch) {
      const room = `${one.code} ${one.epoch}`
      rooms.set(room, rooms.get(room) ?? [])
      rooms.get(room)!.push(one)
    }
    const appends = Array.from(rooms.values(), (list): Append => ({ code: list[0]!.code, epoch: list[0]!.epoch, events: list.map(({ event }) => event) }))
    try {
      const results = await store.append(appends)
      for (const [index, list] of [...rooms.values()].entries()) {
        const places = results[index]!
        for (const [nth, { resolve, reject }] of list.entries()) {
          if (places === 'overtaken')
            reject(new Overtaken())
          else
            resolve(places[nth]!)
        }
      }
    }
    catch (error) {
      batch.forEach(({ reject }) => reject(error as Error))
    }
  }

  function plan(): void {
    if (isBusy)
      return
    isBusy = true
    setTimeout(() => flush().finally(() => {
      isBusy = false
      if (gathered.length > 0)
        plan()
    }), GATHER_MS)
  }

  return (code, epoch, event) => new Promise((resolve, reject) => {
    gathered.push({ code, epoch, event, resolve, reject })
    plan()
  })
}
