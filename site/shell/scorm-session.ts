import type { Interaction } from '../../core/interaction.ts'
import type { ScormVersion } from './scorm-version.ts'
import type { Found, Left, Session, Standing } from './session.ts'

/** The functions that a learning system gives, by name. */
export type ScormApi = Record<string, (...values: string[]) => unknown>

/** What a learner may reach, in its order; all else is less. */
const RANKS = ['incomplete', 'completed', 'passed']
const rankOf = (status = '') => RANKS.indexOf(status)

/** No system needs more in one record, and each save would be slower for it. */
const MOST_INTERACTIONS = 400

/** Characters of a place that SCORM 1.2 takes */
const LONGEST_LOCATION = 255

/** A session by SCORM. */
export class ScormSession implements Session {
  readonly #api: ScormApi
  readonly #version: ScormVersion
  /** What stands in the system as far as we know, so that nothing is said twice */
  readonly #said = new Map<string, string>()
  /** Place in `RANKS` of each status that the system knows */
  readonly #reached = new Map<string, number>()
  readonly #places = new Map<string, number>()
  #before = 0
  #startedAtMs = 0
  #isOpen = false
  /** Somebody only has a look: nothing is kept. */
  #isBrowsed = false
  /** Moodle opens so whatever is completed, passed or not, and keeps what is said. Other systems may keep nothing, which is no failure then. */
  #isReviewed = false

  learner = ''

  get suspendLimit(): number {
    return this.#version.suspendLimit
  }

  constructor(api: ScormApi, version: ScormVersion) {
    this.#api = api
    this.#version = version
  }

  #call(name: string, ...values: string[]): unknown {
    try {
      return this.#api[this.#version.prefix + name]!(...values)
    }
    catch {
      return 'false'
    }
  }

  #get(element: string): string {
    return String(this.#call('GetValue', element) ?? '')
  }

  #set([element, value]: [string, string]): boolean {
    if (this.#said.get(element) === value)
      return true
    const isTaken = String(this.#call('SetValue', element, value)) === 'true'
    if (isTaken)
      this.#said.set(element, value)
    return isTaken
  }

  start(nowMs: number): Found | undefined {
    if (String(this.#call('Initialize', '')) !== 'true')
      return undefined
    this.#isOpen = true
    this.#startedAtMs = nowMs
    // An empty mode is that of systems which know none.
    const mode = this.#get(this.#version.mode)
    this.#isBrowsed = mode === 'browse'
    this.#isReviewed = mode === 'review'
    this.learner = this.#get(this.#version.learner)
    this.#before = Number(this.#get('cmi.interactions._count')) || 0
    const [status, ...exit] = this.#version.begin
    this.#version.statuses.forEach(element => this.#reached.set(element, rankOf(this.#get(element))))
    if (this.#reached.get(status![0])! < 0)
      this.#set(status!)
    exit.forEach(value => this.#set(value))
    this.#call('Commit', '')
    return { suspendData: [this.#get('cmi.suspend_data')], location: this.#get(this.#version.location) }
  }

  save(state: Left, standing: Standing): boolean {
    if (this.#isBrowsed || !this.#isOpen)
      return true
    const values: [string, string][] = [
      ['cmi.suspend_data', state.suspendData],
      // Half of an address leads nowhere.
      ...state.location && state.location.length <= LONGEST_LOCATION ? [[this.#version.location, state.location] as [string, string]] : [],
      ...this.#version.standing(standing).filter(value => this.#isReached(value)),
    ]
    const taken = values.map(value => this.#set(value))
    const committed = String(this.#call('Commit', '')) === 'true'
    // What was not committed is said again.
    if (!committed)
      this.#said.clear()
    return this.#isReviewed || (committed && taken.every(Boolean))
  }

  /** Remembers a status. @returns whether it takes nothing back that the system knows: a new version or a fresh start makes nobody fail */
  #isReached([element, value]: [string, string]): boolean {
    const before = this.#reached.get(element) ?? -1
    this.#reached.set(element, Math.max(before, rankOf(value)))
    return !this.#version.statuses.includes(element) || rankOf(value) >= before
  }

  /** One record a question and session: a later answer takes the place of the earlier one. */
  answered({ id }: { id: string }, interaction: Interaction, score: number, atMs: number): void {
    if (this.#isBrowsed || !this.#isOpen)
      return
    const place = this.#places.get(id) ?? this.#before + this.#places.size
    if (place >= MOST_INTERACTIONS)
      return
    this.#places.set(id, place)
    const ofSession = this.#before === 0 ? id : `${id}-s${this.#before}`
    for (const [field, value] of this.#version.interaction(ofSession, interaction, score, atMs))
      this.#set([`cmi.interactions.${place}.${field}`, value])
  }

  end(nowMs: number): void {
    if (!this.#isOpen)
      return
    this.#version.time((nowMs - this.#startedAtMs) / 1000).forEach(value => this.#set(value))
    this.#call('Commit', '')
    this.#call(this.#version.end, '')
    this.#isOpen = false
  }
}
