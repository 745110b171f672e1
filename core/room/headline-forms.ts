import type { AskedQuestion } from '../course.ts'
import type { Headline } from '../headlines.schema.ts'
import type { RoomResults } from './results.ts'
import { score, validate } from '../question-types/index.ts'
import { headlineOf } from './asked.ts'

/** How a room read the headlines of one lesson at one time. */
interface LessonRead {
  /** How many of the form's headlines were asked that turn on it */
  headlines: number
  /** People who answered at least one of them */
  n: number
  /** Share of the answers that were wholly right, 0 … 1 */
  shareRight: number
}

/** What a room read before and after the course, lesson by lesson. */
export interface HeadlineFigures {
  /** People who answered headlines before, after, and at both times */
  people: { before: number, after: number, both: number }
  /** In the order in which they were first met; `before` or `after` is missing where nobody answered a headline of the lesson */
  lessons: { lesson: string, before?: LessonRead, after?: LessonRead }[]
}

interface Read { person: number, question: string, isRight: boolean, lessons: readonly string[] }

function lessonRead(reads: readonly Read[], lesson: string): LessonRead | undefined {
  const own = reads.filter(({ lessons }) => lessons.includes(lesson))
  return own.length > 0
    ? {
        headlines: new Set(own.map(({ question }) => question)).size,
        n: new Set(own.map(({ person }) => person)).size,
        shareRight: own.filter(({ isRight }) => isRight).length / own.length,
      }
    : undefined
}

/**
 * The form that was asked first is "before", the other one "after". First answers alone count: in a second round the room
 * has talked.
 * @returns nothing where no headline of a form was asked
 */
export function headlineFigures({ ballots }: Pick<RoomResults, 'ballots'>, questionOf: (id: string) => AskedQuestion | Headline | undefined): HeadlineFigures | undefined {
  const asked = [...ballots].sort((a, b) => a.openedAtMs - b.openedAtMs).flatMap(({ subject, round, votes }) => {
    const headline = 'question' in subject && round === 1 ? headlineOf(questionOf(subject.question)) : undefined
    return headline?.form
      ? [{ form: headline.form, lessons: headline.lessons, reads: votes
          .filter(({ response }) => validate(headline, response) === undefined)
          .map(({ person, response }): Read => ({ person, question: headline.id, isRight: score(headline, response) >= 1, lessons: headline.lessons })) }]
      : []
  })
  if (asked.length === 0)
    return
  const readsOf = (isFirst: boolean) => asked.filter(({ form }) => (form === asked[0]!.form) === isFirst).flatMap(({ reads }) => reads)
  const [before, after] = [readsOf(true), readsOf(false)]
  const [there, thereLater] = [before, after].map(reads => new Set(reads.map(({ person }) => person))) as [Set<number>, Set<number>]
  return {
    people: { before: there.size, after: thereLater.size, both: [...there].filter(person => thereLater.has(person)).length },
    lessons: [...new Set(asked.flatMap(({ lessons }) => lessons))].map(lesson => ({ lesson, before: lessonRead(before, lesson), after: lessonRead(after, lesson) })),
  }
}
