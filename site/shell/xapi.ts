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
  async deleteState(stateId: string, activityId: string): Promise<void> {
    await this.#call('DELETE', 'activities/state', { stateId, ...this.#stateQuery(activityId) }).catch(() => {})
  }

  /**
   * Sends statements in one request: a store takes all of them or none.
   * @returns the status of the answer, 0 where there is none
   */
  async post(statements: Statement[]): Promise<number> {
    const answer = await this.#call('POST', 'statements', {}, statements).catch(() => undefined)
    if (statements.length === 1 && answer?.ok === false)
      console.warn(`The record store answered ${answer.status}: ${await answer.text().catch(() => '')}`)
    return answer?.status ?? 0
  }
}
