import { packProgress } from '../../core/packed-progress.ts'
import { emptyProgress, isEmpty, mergeProgress, withoutProgress } from '../../core/progress-parts/index.ts'
import { readSaved } from '../../core/saved-progress.ts'
import { AFRESH_KEY, PROGRESS_KEY, SETTINGS_KEY } from '../../stores/keys.ts'

/** What windows say to each other: all that a window knows, or `undefined` to ask for it. */
type Message = Known | undefined

interface Known {
  items: Record<string, string>
  /** When the learner last started afresh; 0 where they did not */
  afreshAtMs: number
}

const KEYS = [AFRESH_KEY, PROGRESS_KEY, SETTINGS_KEY]
const progressIn = (text: string | null | undefined) => text ? readSaved(text).progress : emptyProgress()

/**
 * Windows of one browser in which a learner has the same package open. A system by SCORM gives each its own copy of the
 * record and keeps the one that is saved last: so each window knows what the learner did in all of them.
 */
export class OtherWindows {
  readonly #storage: Storage
  readonly #channel: BroadcastChannel
  /** Called with what another window changed */
  readonly #changed: (key: string, value: string | null) => void
  #afreshAtMs = 0
  /** What comes from others is not said back to them. */
  #isHearing = false

  /** `name` is that of the package and its learner. */
  constructor(name: string, storage: Storage, changed: (key: string, value: string | null) => void) {
    this.#storage = storage
    this.#changed = changed
    this.#channel = new BroadcastChannel(name)
    this.#channel.onmessage = ({ data }: MessageEvent<Message>) => data ? this.#hear(data) : this.#tell()
    this.#channel.postMessage(undefined satisfies Message)
  }

  #tell(): void {
    const items = Object.fromEntries(KEYS.flatMap((key) => {
      const value = this.#storage.getItem(key)
      return value === null ? [] : [[key, value]]
    }))
    this.#channel.postMessage({ items, afreshAtMs: this.#afreshAtMs } satisfies Message)
  }

  /** Tells the others that something is kept, or no more. */
  kept(key: string, nowMs: number): void {
    if (this.#isHearing || !KEYS.includes(key))
      return
    if (key === AFRESH_KEY)
      this.#afreshAtMs = nowMs
    this.#tell()
  }

  #hear({ items, afreshAtMs }: Known): void {
    // What was said before a fresh start is forgotten with the rest.
    if (afreshAtMs < this.#afreshAtMs)
      return this.#tell()
    const isAfresh = afreshAtMs > this.#afreshAtMs
    this.#afreshAtMs = afreshAtMs
    const own = isAfresh ? emptyProgress() : progressIn(this.#storage.getItem(PROGRESS_KEY))
    const theirs = progressIn(items[PROGRESS_KEY])
    const now = { ...items }
    if (!isEmpty(withoutProgress(own, theirs)))
      now[PROGRESS_KEY] = JSON.stringify(packProgress(mergeProgress(own, theirs)))
    this.#keep(now, isAfresh)
    // They lack something that is known here.
    if (now[PROGRESS_KEY] !== items[PROGRESS_KEY])
      this.#tell()
  }

  #keep(items: Record<string, string>, isAfresh: boolean): void {
    const changed = KEYS.filter(key => items[key] === undefined ? isAfresh && key === PROGRESS_KEY : items[key] !== this.#storage.getItem(key))
    this.#isHearing = true
    for (const key of changed) {
      if (items[key] === undefined)
        this.#storage.removeItem(key)
      else
        this.#storage.setItem(key, items[key])
    }
    this.#isHearing = false
    changed.forEach(key => this.#changed(key, this.#storage.getItem(key)))
  }

  close(): void {
    this.#channel.close()
  }
}
