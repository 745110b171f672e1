import type { Interaction } from '../../core/interaction.ts'
import type { Found, Left, Session, Standing } from './session.ts'
import type { Launch, Statement } from './xapi.ts'
import { courseIri, questionIri } from '../../core/xapi-ids.ts'
import { patternOf, responseOf } from './answer-text.ts'
import { RecordStore, uuid } from './xapi.ts'

/** What the system says of this launch (cmi5, 10.2), as far as it is of use here. */
interface LaunchData {
  contextTemplate: Record<string, any>
  launchMode?: string
  masteryScore?: number
  returnURL?: string
}

/** The course's state as one unit wrote it last. Each has a document of its own: two that are open at once write over nothing of each other. */
interface Written {
  suspendData: string
  savedAtMs: number
  /** What was saved before is forgotten; 0 where nothing is */
  afreshAtMs: number
}

/** What is kept of one unit, beside the course's state. */
interface UnitState {
  location: string
  /** Said once a registration; `failed` is the score it was said with */
  told: { passed?: true, completed?: true, failed?: number }
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
/** One document for all units, in packages of old; now the name of the unit follows. */
const STATE = 'progress'
const UNIT_STATE = 'unit'

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
const iso = (ms: number) => new Date(ms).toISOString()

/** A session by cmi5: statements to the system's record store, and the state in it. */
export class Cmi5Session implements Session {
  readonly #launch: Launch
  readonly #store: RecordStore
  readonly #now: () => number
  #data: LaunchData | undefined
  #startedAtMs = 0
  #unit: UnitState = { location: '', told: {} }
  #standing: Standing | undefined
  /** Statements that the store has not taken yet, in their order */
  #waiting: Statement[] = []
  /** What the store holds, so that nothing is sent twice */
  #kept = { progress: '', unit: '' }
  #afreshAtMs = 0
  #isOver = false
  /** A browser sends at most 64 KiB of a page that is gone, statements and state together. */
  readonly suspendLimit = 48_000

  constructor(launch: Launch, now: () => number, ask: typeof fetch) {
    this.#launch = launch
    this.#store = new RecordStore(launch, ask)
    this.#now = now
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

  get #ownState(): string {
    return `${STATE}:${this.#launch.activityId}`
  }

  /** @returns the course's state as each unit wrote it, the newest last, without what was forgotten since */
  async #written(): Promise<Written[]> {
    const names = (await this.#store.stateIds(COURSE_IRI)).filter(name => name.split(':')[0] === STATE)
    const all = (await Promise.all(names.map(async (name): Promise<Written[]> => {
      const written = await this.#store.state<Written | string>(name, COURSE_IRI)
      return typeof written === 'string' ? [{ suspendData: written, savedAtMs: 0, afreshAtMs: 0 }] : written ? [written] : []
    }))).flat()
    this.#afreshAtMs = Math.max(0, ...all.map(({ afreshAtMs }) => afreshAtMs))
    return all.filter(({ savedAtMs }) => savedAtMs >= this.#afreshAtMs).sort((a, b) => a.savedAtMs - b.savedAtMs)
  }

  async start(nowMs: number): Promise<Found | undefined> {
    try {
      await this.#store.open()
      // In this order: systems take no statement before both were asked for.
      const data = await this.#store.state<LaunchData>('LMS.LaunchData', this.#launch.activityId)
      await this.#store.preferences()
      const written = await this.#written()
      const unit = await this.#store.state<UnitState>(UNIT_STATE, this.#launch.activityId)
      if (!data)
        return undefined
      this.#data = data
      this.#unit = unit ?? this.#unit
      this.#kept = { progress: '', unit: JSON.stringify(this.#unit) }
      this.#startedAtMs = nowMs
      this.#defined('initialized', nowMs)
      await this.#send()
      return { suspendData: written.map(({ suspendData }) => suspendData), location: this.#unit.location }
    }
    catch {
      return undefined
    }
  }

  /** A statement of the session itself, by cmi5 9.3. */
  #defined(verb: Exclude<keyof typeof verbs, 'answered'>, atMs: number, result?: Statement['result']): void {
    const isMoveOn = result?.success !== undefined || result?.completion !== undefined
    const { masteryScore } = this.#data!
    this.#say(verb, { objectType: 'Activity', id: this.#launch.activityId }, atMs, result, {
      category: [CATEGORY.concat('cmi5'), ...isMoveOn ? [CATEGORY.concat('moveon')] : []],
      extensions: result?.success !== undefined && masteryScore !== undefined ? { [MASTERY]: masteryScore } : {},
    })
  }

  #say(verb: keyof typeof verbs, object: Statement['object'], atMs: number, result?: Statement['result'], more: { category?: string[], extensions?: object, parent?: string } = {}): void {
    const { contextActivities = {}, extensions, ...template } = this.#data!.contextTemplate
    const activities = (ids: string[]) => ids.map(id => ({ objectType: 'Activity', id }))
    this.#waiting.push({
      id: uuid(),
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
    })
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
    this.#afreshAtMs = nowMs
  }

  #durationAt(nowMs: number): string {
    return `PT${Math.max(0, (nowMs - this.#startedAtMs) / 1000).toFixed(2)}S`
  }

  /** What is said once a registration. A session has one verdict at most, so that "failed" waits for its end. */
  #judge(nowMs: number, isEnd: boolean): void {
    const { score, passed, completed } = this.#standing ?? {}
    const mastery = this.#data!.masteryScore ?? 0
    const { told } = this.#unit
    const duration = this.#durationAt(nowMs)
    const said = { ...told }
    const result = { ...score !== undefined && { score: { scaled: score } }, duration }
    if (passed && !told.passed && (score ?? 1) >= mastery - 1e-9) {
      this.#defined('passed', nowMs, { ...result, success: true })
      said.passed = true
    }
    if (completed && !told.completed) {
      this.#defined('completed', nowMs, { duration, completion: true })
      said.completed = true
    }
    if (isEnd && !said.passed && score !== undefined && score < mastery - 1e-9 && told.failed !== score) {
      this.#defined('failed', nowMs, { ...result, success: false })
      said.failed = score
    }
    this.#unit = { ...this.#unit, told: said }
  }

  async #send(): Promise<boolean> {
    const batch = this.#waiting
    this.#waiting = []
    const isTaken = batch.length === 0 || await this.#store.post(batch)
    if (!isTaken)
      this.#waiting = [...batch, ...this.#waiting]
    return isTaken
  }

  async #keep(progress: string): Promise<boolean> {
    const unit = JSON.stringify(this.#unit)
    const [hadProgress, hadUnit] = [this.#kept.progress, this.#kept.unit]
    // Taken for kept before it is, as the next save may come before the answer.
    this.#kept = { progress, unit }
    const [tookProgress, tookUnit] = await Promise.all([
      same(progress, hadProgress) || this.#store.putState(this.#ownState, COURSE_IRI, { suspendData: progress, savedAtMs: this.#now(), afreshAtMs: this.#afreshAtMs } satisfies Written),
      same(unit, hadUnit) || this.#store.putState(UNIT_STATE, this.#launch.activityId, this.#unit),
    ])
    if (!tookProgress)
      this.#kept.progress = ''
    if (!tookUnit)
      this.#kept.unit = ''
    return tookProgress && tookUnit
  }

  async save({ suspendData, location }: Left, standing: Standing): Promise<boolean> {
    if (!this.#data || this.#isOver || this.#mode === 'Browse')
      return true
    this.#standing = standing
    this.#unit = { ...this.#unit, location }
    // Who reviews learns on, and is judged no more.
    if (this.#isJudged)
      this.#judge(this.#now(), false)
    const [said, kept] = await Promise.all([this.#send(), this.#keep(suspendData)])
    return said && kept
  }

  async end(nowMs: number): Promise<void> {
    if (!this.#data || this.#isOver)
      return
    this.#isOver = true
    if (this.#isJudged)
      this.#judge(nowMs, true)
    this.#defined('terminated', nowMs, { duration: this.#durationAt(nowMs) })
    await Promise.all([this.#send(), this.#mode !== 'Browse' && this.#keep(this.#kept.progress)])
  }
}
