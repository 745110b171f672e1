import type { RoomStore } from './store.ts'
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { Worker } from 'node:worker_threads'

/** @param file made where it is missing, for its owner alone @returns the embedded store: one file, written by a thread of its own; each of its promises is rejected once that is gone */
export function sqliteStore(file: string): RoomStore {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const worker = new Worker(new URL('./sqlite-worker.ts', import.meta.url), { workerData: { file } })
  const waiting = new Map<number, { resolve: (result: never) => void, reject: (error: Error) => void }>()
  let n = 0
  worker.on('message', ({ n, result, error }) => {
    const { resolve, reject } = waiting.get(n)!
    waiting.delete(n)
    if (error)
      reject(new Error(error))
    else
      resolve(result as never)
  })
  /** Why its thread is no more */
  let failure: Error | undefined
  function fail(why: string): void {
    failure ??= new Error(`${file} cannot be used: ${why}. Move it away, and a new one is made; or put back a good copy of it.`)
    waiting.forEach(({ reject }) => reject(failure!))
    waiting.clear()
  }
  worker.on('error', error => fail((error as Error).message))
  worker.on('exit', () => fail('it is closed'))
  const ask = <Name extends Exclude<keyof RoomStore, 'owned' | 'leaseMs'>>(name: Name) => (...args: Parameters<RoomStore[Name]>) => new Promise<never>((resolve, reject) => {
    if (failure)
      return reject(failure)
    waiting.set(++n, { resolve, reject })
    worker.postMessage({ n, name, args })
  })
  return {
    create: ask('create'),
    claim: ask('claim'),
    append: ask('append'),
    list: ask('list'),
    forget: ask('forget'),
    async close() {
      await ask('close')()
      await worker.terminate()
    },
  }
}
