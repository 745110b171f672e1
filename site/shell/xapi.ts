/** What a launch address says (cmi5, 8.1). */
export interface Launch {
  endpoint: string
  /** Gives the token, once */
  fetch: string
  actor: object
  registration: string
  activityId: string
}

/** A statement of xAPI, as far as it is said here. */
export interface Statement {
  id: string
  actor: object
  verb: { id: string, display: Record<string, string> }
  object: { objectType: 'Activity', id: string, definition?: object }
  result?: { score?: { scaled: number }, success?: boolean, completion?: boolean, duration?: string, response?: string }
  context: object
  timestamp: string
}

/** What became of a statement: the store has it, does not take it however often it is sent, or does not take it for now. */
export type Outcome = 'taken' | 'refused' | 'waiting'

/** A 409 says that it came through before, though the answer did not. */
const isTaken = (status: number) => status === 409 || (status >= 200 && status < 300)
/** Says nothing of what was sent */
const isBusy = (status: number) => status === 0 || status === 408 || status === 429 || status >= 500
/** The session may be over, or the store not there; or it is the one statement, where the store takes others. */
const isOfSession = (status: number) => [401, 403, 404].includes(status)

function outcomeOf(status: number, isOpen: boolean): Outcome {
  if (isTaken(status))
    return 'taken'
  return isBusy(status) || (isOfSession(status) && !isOpen) ? 'waiting' : 'refused'
}

/** Of the 64 KiB that browsers send for a page that is gone, what the state leaves for statements */
const LONGEST_BATCH_BYTES = 15_000
const bytesOf = (content: unknown) => new TextEncoder().encode(JSON.stringify(content)).byteLength

/** @returns them in their order, each batch within the limit unless it is a single one */
function batchesOf(statements: Statement[]): Statement[][] {
  const batches: Statement[][] = []
  let bytes = Infinity
  for (const statement of statements) {
    bytes += bytesOf(statement) + 1
    if (bytes > LONGEST_BATCH_BYTES) {
      batches.push([])
      bytes = bytesOf(statement) + 1
    }
    batches.at(-1)!.push(statement)
  }
  return batches
}

/** @returns the launch, or `undefined` where the address says none */
export function launchOf(search: string): Launch | undefined {
  const of = Object.fromEntries(new URLSearchParams(search))
  try {
    const { endpoint, fetch, registration, activityId } = of
    return endpoint && fetch && registration && activityId
      ? { endpoint: endpoint.replace(/\/?$/, '/'), fetch, registration, activityId, actor: JSON.parse(of.actor!) }
      : undefined
  }
  catch {
    return undefined
  }
}

/** @returns a random id; `crypto.randomUUID` is not there over http */
export function uuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = bytes[6]! & 0x0F | 0x40
  bytes[8] = bytes[8]! & 0x3F | 0x80
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

/** The record store of a learning system. All that is sent outlives the page that sends it (`keepalive`). */
export class RecordStore {
  readonly #launch: Launch
  readonly #ask: typeof fetch
  #token: string | undefined

  constructor(launch: Launch, ask: typeof fetch) {
    this.#launch = launch
    this.#ask = ask
  }

  /**
   * Fetches the token, which is given once.
   * @throws {Error} where there is none
   */
  async open(): Promise<void> {
    if (this.#token !== undefined)
      return
    const { 'auth-token': token } = await (await this.#ask(this.#launch.fetch, { method: 'POST' })).json()
    if (typeof token !== 'string')
      throw new TypeError('The learning system gave no token.')
    this.#token = token
  }

  #call(method: string, path: string, query: Record<string, string> = {}, content?: unknown): Promise<Response> {
    const url = new URL(this.#launch.endpoint + path)
    Object.entries(query).forEach(([name, value]) => url.searchParams.set(name, value))
    return this.#ask(url, {
      method,
      keepalive: method !== 'GET',
      headers: { 'Authorization': `Basic ${this.#token}`, 'X-Experience-API-Version': '1.0.3', ...content !== undefined && { 'Content-Type': 'application/json' } },
      ...content !== undefined && { body: JSON.stringify(content) },
    })
  }

  #stateQuery(activityId: string) {
    const { actor, registration } = this.#launch
    return { activityId, agent: JSON.stringify(actor), registration }
  }

  /**
   * @returns the names under which something is kept
   * @throws {Error} where the store does not say
   */
  async stateIds(activityId: string): Promise<string[]> {
    const answer = await this.#call('GET', 'activities/state', this.#stateQuery(activityId))
    if (!answer.ok)
      throw new Error(`The record store answered ${answer.status}.`)
    return await answer.json()
  }

  /**
   * @returns what is kept under this name, or `undefined` where nothing is
   * @throws {Error} where the store does not say, so that nothing is overwritten that it has
   */
  async state<T>(stateId: string, activityId: string): Promise<T | undefined> {
    const answer = await this.#call('GET', 'activities/state', { stateId, ...this.#stateQuery(activityId) })
    if (answer.status === 404)
      return undefined
    if (!answer.ok)
      throw new Error(`The record store answered ${answer.status}.`)
    return await answer.json()
  }

  /** Asks for the learner's preferences, as every unit has to. None of them is of use here. */
  async preferences(): Promise<void> {
    await this.#call('GET', 'agents/profile', { agent: JSON.stringify(this.#launch.actor), profileId: 'cmi5LearnerPreferences' })
  }

  /** @returns whether it is kept now */
  putState(stateId: string, activityId: string, content: unknown): Promise<boolean> {
    return this.#call('PUT', 'activities/state', { stateId, ...this.#stateQuery(activityId) }, content).then(({ ok }) => ok, () => false)
  }

  /** Removes what is kept under this name; where the store does not, it stays. */
  deleteState(stateId: string, activityId: string): void {
    this.#call('DELETE', 'activities/state', { stateId, ...this.#stateQuery(activityId) }).catch(() => {})
  }

  /**
   * Sends them in their order, as many at once as a browser lets outlive the page.
   * @returns what became of each
   */
  async post(statements: Statement[]): Promise<Outcome[]> {
    const outcomes: Outcome[] = []
    for (const batch of batchesOf(statements)) {
      outcomes.push(...await this.#postTogether(batch))
      if (outcomes.at(-1) === 'waiting')
        break
    }
    return statements.map((_, place) => outcomes[place] ?? 'waiting')
  }

  /** @returns the status of the answer, 0 where there is none */
  async #statusOf(statements: Statement[]): Promise<number> {
    const answer = await this.#call('POST', 'statements', {}, statements).catch(() => undefined)
    if (statements.length === 1 && answer && !isTaken(answer.status) && !isBusy(answer.status))
      console.warn(`The record store answered ${answer.status}: ${await answer.text().catch(() => '')}`)
    return answer?.status ?? 0
  }

  /** A store takes all or none: where it may be one that it refuses, or one that came through before, each is sent alone. */
  async #postTogether(statements: Statement[]): Promise<Outcome[]> {
    const status = await this.#statusOf(statements)
    if (isTaken(status) && status !== 409)
      return statements.map(() => 'taken')
    if (isBusy(status))
      return statements.map(() => 'waiting')
    const statuses = statements.length === 1 ? [status] : []
    for (const statement of statements.slice(statuses.length)) {
      if (statuses.some(isBusy))
        break
      statuses.push(await this.#statusOf([statement]))
    }
    const isOpen = statuses.some(isTaken)
    return statements.map((_, place) => outcomeOf(statuses[place] ?? 0, isOpen))
  }
}
