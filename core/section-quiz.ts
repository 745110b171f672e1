import type { SectionOutline } from './course.ts'
import type { HeadlineOutline } from './headlines.ts'
import type { Attempt, Progress } from './progress.ts'
import { isHeadline } from './course.ts'
import { drawQuiz, QUIZ_LENGTH, shuffle, timesSeenBy } from './draw.ts'
import { drawHeadlines, timesAnsweredBy } from './headlines.ts'
import { latestAnswer } from './progress.ts'
import { questionsToAvoid } from './records.ts'

/** So many places of a section quiz go to headlines whose lesson the section teaches. */
const HEADLINE_PLACES = 2

type DrawnFrom = Pick<SectionOutline, 'id' | 'questions' | 'mainVerdict' | 'lessons'>

/** @returns the headlines that may stand in the section's quiz: of its lessons, and of no form */
function headlinesFor({ lessons }: DrawnFrom, headlines: readonly HeadlineOutline[]): HeadlineOutline[] {
  return headlines.filter(headline => headline.form === undefined && lessons.includes(headline.lessons[0]!))
}

/**
 * Draws a quiz that counts: two headlines of different lessons where the section teaches several, those seen least, and
 * the rest from the section's bank. What the quiz before asked that this one may confirm is asked only where nothing
 * else is left.
 * @param section whose quiz it is
 * @param headlines all there are
 * @param progress the learner's
 * @param seed decides what is drawn among equals, and the order
 * @param isFirst what was answered on slides and pages before counts in it: then no headline stands in it that was read before
 * @returns ids in the order in which they are asked
 */
export function drawSectionQuiz(section: SectionOutline, headlines: readonly HeadlineOutline[], progress: Progress, seed: string, isFirst = false): string[] {
  const avoid = questionsToAvoid(progress, section)
  const timesAnswered = timesAnsweredBy(progress)
  const open = headlinesFor(section, headlines).filter(({ id }) => !avoid.includes(id) && !(isFirst && timesAnswered(id) > 0))
  const drawn = drawHeadlines(open, seed, { count: HEADLINE_PLACES, timesSeen: timesAnswered })
  const own = drawQuiz(section.questions, seed, {
    count: QUIZ_LENGTH - drawn.length,
    mainVerdict: section.mainVerdict,
    // What counts in it as it was answered before must not be what was missed before.
    timesSeen: isFirst ? timesAnswered : timesSeenBy(progress),
    avoid,
  })
  const [first, ...others] = shuffle(own, `first ${seed}`)
  // The words of headlines are a good deal to load, and come while the first question is answered.
  return [...first ? [first] : [], ...shuffle([...others, ...drawn], `places ${seed}`)]
}

/** @returns the attempt's questions, with another headline for each that is not there to practise and was not answered */
export function withoutLostHeadlines({ questions, sinceMs, seed }: Attempt, section: DrawnFrom, headlines: readonly HeadlineOutline[], progress: Progress): string[] {
  const isLost = (id: string) => isHeadline(id) && !headlines.some(headline => headline.id === id && headline.form === undefined) && !latestAnswer(progress, id, sinceMs)
  const others = drawHeadlines(
    headlinesFor(section, headlines).filter(({ id }) => !questions.includes(id) && !latestAnswer(progress, id, sinceMs)),
    seed,
    { count: questions.filter(isLost).length, timesSeen: timesAnsweredBy(progress) },
  )
  return questions.flatMap(id => isLost(id) ? others.shift() ?? [] : id)
}
