import type { Told } from './kept-documents.ts'
import type { RecordStore, Statement } from './xapi.ts'

/** A statement that the store has not taken yet. */
interface Waiting {
  statement: Statement
  /** What is told once it is taken */
  told: Told | undefined
  /** Of the session: systems take nothing before the first, so that nothing goes past it, and nothing after the last */
  place: 'first' | 'last' | undefined
  isUnderWay: boolean
  /** Server errors that it got alone */
  errors: number
  /** It got one while the store took others: it goes alone, and the others past it */
  isHeldBack: boolean
  notBeforeMs: number
}

/** A 409 says that it came through before, though the answer did not. */
const isTaken = (status: number) => status === 409 || (status >= 200 && status < 300)
/** Says nothing of what was sent */
const isBusy = (status: number) => [0, 408, 429].includes(status)
/** The store may be out of order for a while, or it is the one statement that it fails on. */
const isServerError = (status: number) => status >= 500
/** The session may be over, or the store not there; or it is the one statement, where the store takes others. */
const isOfSession = (status: number) => [401, 403, 404].includes(status)

const rankOf = ({ place }: Waiting) => place === 'first' ? 0 : place === 'last' ? 2 : 1

/** Server errors in a row after which each statement is sent alone */
const PATIENCE = 2
/** Statements sent alone to a store that takes none of them, until all wait again */
const PROBES = 2
const SHORTEST_WAIT_MS = 10_000
const LONGEST_WAIT_MS = 300_000

/** Of the 64 KiB that browsers send for a page that is gone, what the state leaves for statements */
const LONGEST_BATCH_BYTES = 15_000
const bytesOf = (content: unknown) => new TextEncoder().encode(JSON.stringify(content)).byteLength

/** @returns them in their order, each batch within the limit unless it is a single one */
function batchesOf(all: Waiting[]): Waiting[][] {
  const batches: Waiting[][] = []
  let bytes = Infinity
  for (const waiting of all) {
    bytes += bytesOf(waiting.statement) + 1
    if (bytes > LONGEST_BATCH_BYTES) {
      batches.push([])
      bytes = bytesOf(waiting.statement) + 1
    }
    batches.at(-1)!.push(waiting)
  }
  return batches
}

/**
 * Statements on their way to the record store, in their order, as many at once as a browser lets outlive the page. One
 * that the store does not take holds up no other, but for the first of the session.
 */
export class Outbox {
  readonly #store: RecordStore
  readonly #tell: (told: Told) => void
  #waiting: Waiting[] = []
  /** Batches in a row that got a server error */
  #errors = 0
  /** How many the store does not take, however often they are sent */
  refused = 0

  /** `tell` is called with what the store has now. */
  constructor(store: RecordStore, tell: (told: Told) => void) {
    this.#store = store
    this.#tell = tell
  }

  /** How many the store has not taken yet, though it may. */
  get waiting(): number {
    return this.#waiting.length
  }

  /** One that waits already is not added again: a store refuses a batch in which an id stands twice. */
  add(statement: Statement, place?: Waiting['place'], told?: Told): void {
    if (this.#waiting.some(waiting => waiting.statement.id === statement.id))
      return
    this.#waiting.push({ statement, told, place, isUnderWay: false, errors: 0, isHeldBack: false, notBeforeMs: 0 })
  }

  /** Gives up what waits. */
  clear(): void {
    this.#waiting = []
  }

  /** Sends what waits; the last time, all of it at once, as the page may run no further. */
  async send(nowMs: number, isLast = false): Promise<void> {
    const ready = this.#waiting.filter(({ isUnderWay, notBeforeMs }) => !isUnderWay && (isLast || notBeforeMs <= nowMs))
    const heldBack = ready.filter(({ isHeldBack }) => isHeldBack)
    // Before the others, as nothing is taken after the last of them.
    const sent = isLast ? heldBack.map(waiting => this.#sendAlone([waiting], nowMs, true)) : []
    let isOpen = false
    for (const batch of batchesOf(ready.filter(({ isHeldBack }) => !isHeldBack))) {
      const outcome = await this.#sendTogether(batch, nowMs, isOpen, isLast)
      isOpen ||= outcome.isOpen
      if (outcome.isOver)
        break
    }
    if (!isLast)
      await this.#sendAlone(heldBack, nowMs, isOpen)
    await Promise.all(sent)
  }

  /** @returns the status; what is taken waits no more */
  async #deliver(batch: Waiting[]): Promise<number> {
    batch.forEach(waiting => waiting.isUnderWay = true)
    const status = await this.#store.post(batch.map(({ statement }) => statement))
    batch.forEach(waiting => waiting.isUnderWay = false)
    if (!isTaken(status) || (status === 409 && batch.length > 1))
      return status
    this.#errors = 0
    this.#remove(batch)
    batch.forEach(({ told }) => told && this.#tell(told))
    return status
  }

  #remove(gone: Waiting[]): void {
    this.#waiting = this.#waiting.filter(waiting => !gone.includes(waiting))
  }

  /** Where it may be one of them that the store does not take, or one that came through before, each is sent alone. */
  async #sendTogether(batch: Waiting[], nowMs: number, isOpen: boolean, isLast: boolean): Promise<{ isOpen: boolean, isOver: boolean }> {
    if (batch.length === 1)
      return this.#sendAlone(batch, nowMs, isOpen)
    const status = await this.#deliver(batch)
    if (isTaken(status) && status !== 409)
      return { isOpen: true, isOver: false }
    if (isServerError(status))
      this.#errors++
    const isPatient = isServerError(status) && this.#errors < PATIENCE && !isLast
    return isBusy(status) || isPatient ? { isOpen, isOver: true } : this.#sendAlone(batch, nowMs, isOpen)
  }

  /** One after the other; those first that got the fewest errors, so that each has its turn. */
  async #sendAlone(all: Waiting[], nowMs: number, isOpen: boolean): Promise<{ isOpen: boolean, isOver: boolean }> {
    const statuses = new Map<Waiting, number>()
    let isOver = false
    let errors = 0
    for (const waiting of all.toSorted((a, b) => rankOf(a) - rankOf(b) || a.errors - b.errors)) {
      // Meanwhile it may have gone out with others.
      if (waiting.isUnderWay || !this.#waiting.includes(waiting))
        continue
      const status = await this.#deliver([waiting])
      statuses.set(waiting, status)
      isOpen ||= isTaken(status)
      if (isServerError(status)) {
        errors++
        waiting.errors++
      }
      isOver = isBusy(status) || (isServerError(status) && (waiting.place === 'first' || (!isOpen && errors >= PROBES)))
      if (isOver)
        break
    }
    this.#judge(statuses, nowMs, isOpen)
    return { isOpen, isOver }
  }

  /** What the store does not take while it takes others is its own case. */
  #judge(statuses: Map<Waiting, number>, nowMs: number, isOpen: boolean): void {
    const all = [...statuses].filter(([, status]) => !isTaken(status) && !isBusy(status))
    for (const [waiting] of all.filter(([{ place, isHeldBack }, status]) => isServerError(status) && place !== 'first' && (isOpen || isHeldBack))) {
      waiting.isHeldBack = true
      waiting.notBeforeMs = nowMs + Math.min(LONGEST_WAIT_MS, SHORTEST_WAIT_MS * 2 ** (waiting.errors - 1))
    }
    const refused = all.filter(([, status]) => !isServerError(status) && (isOpen || !isOfSession(status))).map(([waiting]) => waiting)
    this.refused += refused.length
    this.#remove(refused)
  }
}
