import type { Interaction } from '../../core/interaction.ts'
import type { Told } from './kept-documents.ts'
import type { Found, Left, Session, Standing } from './session.ts'
import type { Launch, Statement } from './xapi.ts'
import { v5 as idOfName, v4 as randomId } from 'uuid'
import { courseIri, questionIri } from '../../core/xapi-ids.ts'
import { patternOf, responseOf } from './answer-text.ts'
import { KeptDocuments } from './kept-documents.ts'
import { Outbox } from './outbox.ts'
import { RecordStore } from './xapi.ts'

/** What the system says of this launch (cmi5, 10.2), as far as it is of use here. */
interface LaunchData {
  contextTemplate: Record<string, any>
  launchMode?: string
  masteryScore?: number
  returnURL?: string
}

const COURSE_IRI = courseIri(__COURSE_ID__)
const CATEGORY = 'https://w3id.org/xapi/cmi5/context/categories/'
const MASTERY = 'https://w3id.org/xapi/cmi5/context/extensions/masteryscore'
const verbs = {
  initialized: 'http://adlnet.gov/expapi/verbs/initialized',
  answered: 'http://adlnet.gov/expapi/verbs/answered',
  passed: 'http://adlnet.gov/expapi/verbs/passed',
  failed: 'http://adlnet.gov/expapi/verbs/failed',
  completed: 'http://adlnet.gov/expapi/verbs/completed',
  terminated: 'http://adlnet.gov/expapi/verbs/terminated',
}
/** Of the statements of a session */
const placeOf: Partial<Record<keyof typeof verbs, 'first' | 'last'>> = { initialized: 'first', terminated: 'last' }
const iso = (ms: number) => new Date(ms).toISOString()

/** A session by cmi5: statements to the system's record store, and the state in it. */
export class Cmi5Session implements Session {
  readonly #launch: Launch
  readonly #store: RecordStore
  readonly #documents: KeptDocuments
  readonly #outbox: Outbox
  readonly #now: () => number
  #data: LaunchData | undefined
  #startedAtMs = 0
  #left: Left | undefined
  #standing: Standing | undefined
  /** What this session said, taken or not: it says it once */
  #said: Told = {}
  #isKept = false
  #isOver = false
  /** Saves whose answers have not all come */
  readonly #underWay = new Set<Promise<boolean>>()
  /** A browser sends at most 64 KiB of a page that is gone, statements and state together. */
  readonly suspendLimit = 48_000

  constructor(launch: Launch, now: () => number, ask: typeof fetch) {
    this.#launch = launch
    this.#store = new RecordStore(launch, ask)
    this.#documents = new KeptDocuments(this.#store, COURSE_IRI, launch.activityId, randomId())
    this.#outbox = new Outbox(this.#store, told => this.#documents.tell(told))
    this.#now = now
  }

  get refused(): number {
    return this.#outbox.refused
  }

  get delayed(): number {
    return this.#isKept ? this.#outbox.waiting : 0
  }

  get returnUrl(): string | undefined {
    return this.#data?.returnURL
  }

  get #mode(): string {
    return this.#data?.launchMode ?? 'Normal'
  }

  get #isJudged(): boolean {
    return this.#mode === 'Normal'
  }

  async start(nowMs: number): Promise<Found | undefined> {
    try {
      await this.#store.open()
      // In this order: systems take no statement before both were asked for.
      const data = await this.#store.state<LaunchData>('LMS.LaunchData', this.#launch.activityId)
      await this.#store.preferences()
      const suspendData = await this.#documents.read(nowMs)
      if (!data)
        return undefined
      this.#data = data
      this.#startedAtMs = nowMs
      this.#defined('initialized', nowMs)
      await this.#outbox.send(nowMs)
      return { suspendData, location: this.#documents.location }
    }
    catch {
      return undefined
    }
  }

  /** A statement of the session itself, by cmi5 9.3. */
  #defined(verb: Exclude<keyof typeof verbs, 'answered'>, atMs: number, result?: Statement['result'], told?: Told): void {
    const isMoveOn = result?.success !== undefined || result?.completion !== undefined
    const { masteryScore } = this.#data!
    this.#say(verb, { objectType: 'Activity', id: this.#launch.activityId }, atMs, result, {
      category: [CATEGORY.concat('cmi5'), ...isMoveOn ? [CATEGORY.concat('moveon')] : []],
      extensions: result?.success !== undefined && masteryScore !== undefined ? { [MASTERY]: masteryScore } : {},
      told,
    })
  }

  /**
   * What is said once has an id that says what it is: a page may go before it hears that a store has it, and who undoes
   * a fresh start has every answer again. Said again it has the same id, and is there once.
   * @returns the id of a statement
   */
  #idOf(verb: keyof typeof verbs, object: Statement['object'], atMs: number): string {
    const { registration, activityId } = this.#launch
    const names: Partial<Record<keyof typeof verbs, (string | number)[]>> = {
      passed: [activityId, verb],
      completed: [activityId, verb],
      answered: [object.id, verb, atMs],
    }
    const name = names[verb]
    return name ? idOfName([registration, ...name].join(' '), idOfName.URL) : randomId()
  }

  #say(verb: keyof typeof verbs, object: Statement['object'], atMs: number, result?: Statement['result'], more: { category?: string[], extensions?: object, parent?: string, told?: Told | undefined } = {}): void {
    const { contextActivities = {}, extensions, ...template } = this.#data!.contextTemplate
    const activities = (ids: string[]) => ids.map(id => ({ objectType: 'Activity', id }))
    const statement: Statement = {
      id: this.#idOf(verb, object, atMs),
      actor: this.#launch.actor,
      verb: { id: verbs[verb], display: { en: verb } },
      object,
      ...result && { result },
      context: {
        ...template,
        registration: this.#launch.registration,
        contextActivities: {
          ...contextActivities,
          ...more.category && { category: [...contextActivities.category ?? [], ...activities(more.category)] },
          ...more.parent && { parent: activities([more.parent]) },
        },
        extensions: { ...extensions, ...more.extensions },
      },
      timestamp: iso(atMs),
    }
    this.#outbox.add(statement, placeOf[verb], more.told)
    this.#said = { ...this.#said, ...more.told }
  }

  answered({ id, prompt }: { id: string, prompt: string }, interaction: Interaction, score: number, atMs: number): void {
    if (!this.#data || this.#isOver || !this.#isJudged)
      return
    this.#say('answered', {
      objectType: 'Activity',
      id: questionIri(__COURSE_ID__, id),
      definition: { type: 'http://adlnet.gov/expapi/activities/cmi.interaction', description: { en: prompt }, interactionType: interaction.type, correctResponsesPattern: [patternOf(interaction)] },
    }, atMs, { response: responseOf(interaction), success: score >= 1, score: { scaled: score } }, { parent: this.#launch.activityId })
  }

  startAfresh(nowMs: number): void {
    this.#documents.startAfresh(nowMs)
  }

  #durationAt(nowMs: number): string {
    return `PT${Math.max(0, (nowMs - this.#startedAtMs) / 1000).toFixed(2)}S`
  }

  /** What is said once a registration. A session has one verdict at most, so that "failed" waits for its end. */
  #judge(nowMs: number, isEnd: boolean): void {
    const { score } = this.#standing ?? {}
    const mastery = this.#data!.masteryScore ?? 0
    const duration = this.#durationAt(nowMs)
    const result = { ...score !== undefined && { score: { scaled: score } }, duration }
    const { passed, completed } = this.#new
    if (passed && (score ?? 1) >= mastery - 1e-9)
      this.#defined('passed', nowMs, { ...result, success: true }, { passed })
    if (completed)
      this.#defined('completed', nowMs, { duration, completion: true }, { completed })
    const told = { ...this.#documents.told, ...this.#said }
    if (isEnd && !told.passed && score !== undefined && score < mastery - 1e-9 && told.failed !== score)
      this.#defined('failed', nowMs, { ...result, success: false }, { failed: score })
  }

  /** What this session is the first to come to, as far as it knows. */
  get #new(): Told {
    const { passed, completed } = this.#standing ?? {}
    const told = { ...this.#documents.told, ...this.#said }
    return { ...passed && !told.passed && { passed }, ...completed && !told.completed && { completed } }
  }

  async save(left: Left, standing: Standing): Promise<boolean> {
    const saved = this.#save(left, standing)
    this.#underWay.add(saved)
    return saved.finally(() => this.#underWay.delete(saved))
  }

  async #save(left: Left, standing: Standing): Promise<boolean> {
    if (!this.#data || this.#isOver || this.#mode === 'Browse')
      return true
    this.#standing = standing
    this.#left = left
    // Who reviews learns on, and is judged no more.
    if (this.#isJudged) {
      // Another window may have said it meanwhile.
      if (this.#new.passed || this.#new.completed)
        await this.#documents.read(this.#now()).catch(() => {})
      if (this.#isOver)
        return true
      this.#judge(this.#now(), false)
    }
    const [, kept] = await Promise.all([this.#outbox.send(this.#now()), this.#documents.keep(left, this.#now())])
    this.#isKept = kept && (this.#isOver || await this.#keepWhatWasTold())
    return this.#isKept && this.#outbox.waiting === 0
  }

  /** What the store took is known after it took it, and the state went beside it. */
  #keepWhatWasTold(): Promise<boolean> | boolean {
    return this.#left === undefined || this.#documents.keep(this.#left, this.#now())
  }

  async end(nowMs: number, hasTime = false): Promise<void> {
    if (!this.#data || this.#isOver)
      return
    this.#isOver = true
    // What they ask for must not come in after the end.
    if (hasTime)
      await Promise.all(this.#underWay)
    if (this.#isJudged)
      this.#judge(nowMs, true)
    if (hasTime) {
      await this.#outbox.send(nowMs, true)
      await this.#keepWhatWasTold()
      this.#outbox.clear()
    }
    else if (this.#left) {
      // A page that goes hears no answer. "Failed" moves nothing on: it is taken for said, or each visit would say it.
      const { failed } = this.#said
      void this.#documents.keep(this.#left, nowMs, failed === undefined ? {} : { failed })
    }
    this.#defined('terminated', nowMs, { duration: this.#durationAt(nowMs) })
    // The last of all: whatever is asked after it, a system may refuse (cmi5, 8.1.2).
    await this.#outbox.send(nowMs, true)
  }
}
