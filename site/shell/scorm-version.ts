import type { Interaction } from '../../core/interaction.ts'
import type { Standing } from './session.ts'
import { questionIri } from '../../core/xapi-ids.ts'
import { join, patternOf, responseOf } from './answer-text.ts'

type Values = [element: string, value: string][]

/** What the two versions of SCORM call the same things. */
export interface ScormVersion {
  /** Where the system puts its functions */
  api: 'API' | 'API_1484_11'
  /** Stands before the name of each function */
  prefix: 'LMS' | ''
  end: 'Finish' | 'Terminate'
  /** Characters that fit `cmi.suspend_data` */
  suspendLimit: number
  mode: string
  learner: string
  location: string
  /** What says how far somebody came */
  statuses: string[]
  begin: Values
  standing: (standing: Standing) => Values
  time: (seconds: number) => Values
  interaction: (id: string, interaction: Interaction, score: number, atMs: number) => Values
}

const decimal = (value: number) => String(Number(value.toFixed(4)))
const two = (value: number) => String(value).padStart(2, '0')
const hours = (seconds: number) => `${String(Math.floor(seconds / 3600)).padStart(4, '0')}:${two(Math.floor(seconds / 60) % 60)}:${two(Math.floor(seconds) % 60)}`

/** What SCORM 1.2 takes of an answer, in characters. */
const LONGEST_12 = 255
const cut = (text: string) => text.slice(0, LONGEST_12)

export const scorm12: ScormVersion = {
  api: 'API',
  prefix: 'LMS',
  end: 'Finish',
  suspendLimit: 4096,
  mode: 'cmi.core.lesson_mode',
  learner: 'cmi.core.student_id',
  location: 'cmi.core.lesson_location',
  statuses: ['cmi.core.lesson_status'],
  // Said at the start, as the end may never come.
  begin: [['cmi.core.lesson_status', 'incomplete'], ['cmi.core.exit', 'suspend']],
  // "failed" is never said: several systems let nobody on after it.
  standing: ({ score, passed, completed }) => [
    ...score === undefined ? [] : [['cmi.core.score.min', '0'], ['cmi.core.score.max', '100'], ['cmi.core.score.raw', decimal(score * 100)]] as Values,
    ['cmi.core.lesson_status', passed ? 'passed' : completed ? 'completed' : 'incomplete'],
  ],
  time: seconds => [['cmi.core.session_time', hours(seconds)]],
  interaction: (id, { type, response, correct }, score, atMs) => [
    ['id', id.replace('.', '_')],
    ['type', type],
    ['time', new Date(atMs).toISOString().slice(11, 19)],
    ['correct_responses.0.pattern', cut(type === 'numeric' ? correct.flat().join(':') : join(correct, type === 'fill-in' ? '; ' : ',', '.'))],
    ['student_response', cut(join(response, type === 'fill-in' ? '; ' : ',', '.'))],
    ['result', score >= 1 ? 'correct' : score <= 0 ? 'wrong' : decimal(score)],
  ],
}

export const scorm2004: ScormVersion = {
  api: 'API_1484_11',
  prefix: '',
  end: 'Terminate',
  suspendLimit: 64_000,
  mode: 'cmi.mode',
  learner: 'cmi.learner_id',
  location: 'cmi.location',
  statuses: ['cmi.completion_status', 'cmi.success_status'],
  begin: [['cmi.completion_status', 'incomplete'], ['cmi.exit', 'suspend']],
  standing: ({ score, passed, completed, progress }) => [
    ...score === undefined ? [] : [['cmi.score.min', '0'], ['cmi.score.max', '100'], ['cmi.score.raw', decimal(score * 100)], ['cmi.score.scaled', decimal(score)]] as Values,
    ['cmi.progress_measure', decimal(progress)],
    ['cmi.completion_status', completed ? 'completed' : 'incomplete'],
    ['cmi.success_status', passed ? 'passed' : 'unknown'],
  ],
  time: seconds => [['cmi.session_time', `PT${Math.floor(seconds)}S`]],
  interaction: (id, interaction, score, atMs) => [
    ['id', questionIri(__COURSE_ID__, id)],
    ['type', interaction.type],
    // A zone is taken only after a fraction.
    ['timestamp', `${new Date(atMs).toISOString().slice(0, 19)}.00Z`],
    ['correct_responses.0.pattern', patternOf(interaction)],
    ['learner_response', responseOf(interaction)],
    ['result', score >= 1 ? 'correct' : score <= 0 ? 'incorrect' : decimal(score)],
  ],
}
