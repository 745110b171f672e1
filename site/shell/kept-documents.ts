import type { Left } from './session.ts'
import type { RecordStore } from './xapi.ts'

/** What the store has of one unit, each once a registration; `failed` is the score it was said with. */
export interface Told {
  passed?: true
  completed?: true
  failed?: number
}

/** What is kept of one unit, beside the course's state. */
interface UnitState {
  location: string
  told: Told
  atMs: number
}

/** What one session wrote last. */
interface Written {
  suspendData: string
  savedAtMs: number
  /** What was saved before is forgotten; 0 where nothing is */
  afreshAtMs: number
  /** By their activity ids, as far as the session knew; packages of old named none */
  units?: Record<string, UnitState>
}

/** Begins every name. Packages of old had one document for all units, and then one for each unit. */
const STATE = 'progress'
const UNIT_OF_OLD = 'unit'
/** A session that wrote nothing for so long is over, so that nobody writes to its document any more. */
const OVER_AFTER_MS = 86_400_000

/**
 * The course's state in a record store, under the id of the course. Each session has a document of its own and opens
 * with what all of them say, so that two windows write over nothing of each other. Reading before writing would do less:
 * a store need not refuse what is out of date (xAPI 1.0.3, 3.1), and a page that goes reads no refusal.
 */
export class KeptDocuments {
  readonly #store: RecordStore
  readonly #courseIri: string
  readonly #activityId: string
  readonly #name: string
  #afreshAtMs = 0
  #units: Record<string, UnitState> = {}
  /** Names of documents whose session is over, and which were read */
  #past: string[] = []
  /** What the store holds, so that nothing is sent twice */
  #kept = ''

  /** `sessionId` is another for each session. */
  constructor(store: RecordStore, courseIri: string, activityId: string, sessionId: string) {
    this.#store = store
    this.#courseIri = courseIri
    this.#activityId = activityId
    this.#name = `${STATE}:${sessionId}`
  }

  get #unit(): UnitState {
    return this.#units[this.#activityId] ?? { location: '', told: {}, atMs: 0 }
  }

  /** Where the learner was in this unit, in whatever session. */
  get location(): string {
    return this.#unit.location
  }

  /** What the store has of this unit, of whatever session. */
  get told(): Told {
    return this.#unit.told
  }

  /** Remembers what the store has now; it is kept with the rest. */
  tell(said: Told): void {
    this.#units[this.#activityId] = { ...this.#unit, told: { ...this.told, ...said } }
  }

  async #read(name: string): Promise<Written | undefined> {
    const written = await this.#store.state<Written | string>(name, this.#courseIri)
    return typeof written === 'string' ? { suspendData: written, savedAtMs: 0, afreshAtMs: 0 } : written
  }

  /** Learns of units what another session wrote: the newest place, and whatever was told. */
  #learn(units: Record<string, UnitState>): void {
    for (const [id, theirs] of Object.entries(units)) {
      const ours = this.#units[id]
      const [older, newer] = !ours || ours.atMs < theirs.atMs ? [ours, theirs] : [theirs, ours]
      this.#units[id] = { ...newer, told: { ...older?.told, ...newer.told } }
    }
  }

  /**
   * @returns the course's state as each session wrote it, the newest last, without what was forgotten since
   * @throws {Error} where the store does not say
   */
  async read(nowMs: number): Promise<string[]> {
    const ofOld = await this.#store.state<Omit<UnitState, 'atMs'>>(UNIT_OF_OLD, this.#activityId)
    if (ofOld)
      this.#learn({ [this.#activityId]: { ...ofOld, atMs: 0 } })
    const names = (await this.#store.stateIds(this.#courseIri)).filter(name => name.split(':')[0] === STATE)
    const all = (await Promise.all(names.map(async name => ({ name, written: await this.#read(name) }))))
      .flatMap(({ name, written }) => written ? [{ name, ...written }] : [])
    all.forEach(({ units }) => this.#learn(units ?? {}))
    this.#afreshAtMs = Math.max(this.#afreshAtMs, ...all.map(({ afreshAtMs }) => afreshAtMs))
    this.#past = all.filter(({ savedAtMs }) => savedAtMs < nowMs - OVER_AFTER_MS).map(({ name }) => name)
    return all.filter(({ savedAtMs }) => savedAtMs >= this.#afreshAtMs).sort((a, b) => a.savedAtMs - b.savedAtMs).map(({ suspendData }) => suspendData)
  }

  /** Has nothing found again that was saved before. */
  startAfresh(nowMs: number): void {
    this.#afreshAtMs = nowMs
  }

  /** Keeps what is left, and what the store has, or is `expected` to have at once. @returns whether it is kept now */
  async keep({ suspendData, location }: Left, nowMs: number, expected: Told = {}): Promise<boolean> {
    const told = { ...this.told, ...expected }
    const text = JSON.stringify([suspendData, location, told])
    if (text === this.#kept)
      return true
    const before = this.#kept
    // Taken for kept before it is, as the next save may come before the answer.
    this.#kept = text
    this.#units[this.#activityId] = { location, told: this.told, atMs: nowMs }
    const units = { ...this.#units, [this.#activityId]: { location, told, atMs: nowMs } }
    const isTaken = await this.#store.putState(this.#name, this.#courseIri, { suspendData, savedAtMs: nowMs, afreshAtMs: this.#afreshAtMs, units } satisfies Written)
    if (isTaken)
      await this.#tidy()
    else if (this.#kept === text)
      this.#kept = before
    return isTaken
  }

  /** What sessions that are over have left stands in our document too. */
  async #tidy(): Promise<void> {
    const past = this.#past
    this.#past = []
    await Promise.all(past.map(name => this.#store.deleteState(name, this.#courseIri)))
  }
}
