import type { CopyProblem } from '../../core/progress-file.ts'
import type { Mastery, QuizKind, QuizResult, SectionRecord } from '../../core/records.ts'
import { inWords } from './language.ts'

/** @returns a score as it is told: `79%` as long as it is no 80, and as good as 80 is 80 */
export const scoreInWords = (share: number) => `${Math.floor(share * 100 + 1e-6)}%`
const OLD_RULE = 'old rule'

/** @returns where the learner stands in a section; what was passed by one quiz, before two were asked for, is marked */
export function masteryWords(mastery: Mastery, { isOldRule }: Pick<SectionRecord, 'isOldRule'>): string {
  const word = mastery === 'not-started' ? 'not started' : mastery
  return isOldRule && (mastery === 'passed' || mastery === 'mastered') ? `${word} (${OLD_RULE})` : word
}

/** @returns where the learner stands in the quiz of a section in which one was finished */
export function quizWords(record: Pick<SectionRecord, 'quiz' | 'isOldRule'>, mastery: Mastery | undefined): string {
  return record.quiz === 'open' ? 'not practised yet' : masteryWords(mastery === 'mastered' ? mastery : record.quiz, record)
}

/** @returns what was done in a section, as a certificate has it: no more than was done, and nothing that was not */
export function participationWords({ slidesSeen, slidesTotal, checksAnswered, checksTotal, quiz, quizScore }: Pick<SectionRecord, 'slidesSeen' | 'slidesTotal' | 'checksAnswered' | 'checksTotal' | 'quiz' | 'quizScore'>): string {
  const parts = slidesSeen > 0 && `${slidesSeen} of ${slidesTotal} parts read`
  const checks = checksAnswered > 0 && `${checksAnswered} of ${checksTotal} ${checksTotal === 1 ? 'check' : 'checks'} answered`
  const quizzes = {
    open: quizScore !== undefined && `section quiz taken, best score ${scoreInWords(quizScore)}`,
    practised: 'one section quiz with enough right answers',
    passed: 'section quiz passed',
  }
  return [[parts, checks].filter(Boolean).join(', '), quizzes[quiz]].filter(Boolean).join('; ') || 'some of its questions answered'
}

/** @returns what is still to be done for the next state, to be read after the state; else an empty text */
export function whatIsNext(mastery: Mastery, due: number): string {
  if (mastery === 'practised')
    return '; a second quiz on another day is needed to pass'
  if (mastery !== 'passed')
    return ''
  if (due === 0)
    return '; its first reviews will make it mastered'
  return due === 1 ? '; 1 question is due for review' : `; ${due} questions are due for review`
}

/** @returns what a section's quiz asks and what it takes, to be read while its questions are on their way; `mark` is the share from which it is enough */
export function quizLead(mark: number): string {
  return `Questions on this section, and invented headlines that put its lessons to the test. From ${scoreInWords(mark)} right the section is practised; after a second quiz on another day, with other questions, it is passed.`
}

/** Why a quiz is practice, to be read before it begins */
export const practiceWords: Partial<Record<QuizKind, string>> = {
  repeated: 'Practice. You have seen these questions and their answers, so this quiz does not count towards “passed”.',
  shared: 'Practice. Somebody chose these questions for you, so this quiz does not count towards “passed”.',
  short: 'Practice. This section has too few questions for a quiz that counts towards “passed”.',
}

/** @returns how a finished quiz went, what it says and what it does not; `mark` is the share from which it is enough */
export function quizResultWords(kind: QuizKind, { answers, total, score = 0, isEnough }: QuizResult, { quiz }: Pick<SectionRecord, 'quiz'>, mark: number): { title: string, text: string } {
  const count = answers.filter(answer => answer.score >= 1).length
  // Else the heading has another share than this count makes.
  const hasParts = score * total - count > 1e-6
  const right = `${count} of ${total} right${hasParts ? ', and parts of other answers count too' : ''}.`
  const few = `With ${inWords(total)} questions this can be ${isEnough ? 'luck' : 'bad luck'};`
  const readAgain = 'Read the parts named below again, then take new questions.'
  const says = (state: string, ...text: string[]) => ({ title: `${state}: ${scoreInWords(score)}`, text: [right, ...text].join(' ') })
  if (kind in practiceWords)
    return says('Practice', 'It does not count towards “passed”. For that, take new questions.')
  if (!isEnough)
    return says('Not yet', `${few} a quiz counts from ${scoreInWords(mark)}.`, readAgain)
  if (kind === 'old-rule')
    return says('Passed', `You began this quiz when one from ${scoreInWords(mark)} was enough. It stays passed, marked “${OLD_RULE}”.`)
  return quiz === 'passed'
    ? says('Passed', 'Two quizzes on two days, with different questions: that is seldom luck. The station on the map is lit.')
    : says('Practised', `${few} a second quiz on another day will tell. Then the section is passed.`)
}

/** Why a copy that came with a link cannot be brought in. */
export const LINK_PROBLEM = 'This link is cut off or damaged. Open it once more where you got it, or save the file there and bring that in here.'

/** Why a file cannot be brought in, and what to do. */
export const copyProblemWords: Record<CopyProblem, string> = {
  'too-large': 'This file is too large to be a copy of your progress. Choose the file that this course saved.',
  'unreadable': 'This file cannot be read: it is damaged, or it is of another kind. Choose the file that this course saved.',
  'another-kind': 'This is not a copy of progress in this course. Choose the file that this course saved.',
  'newer': 'This file was saved by a newer version of the course. Reload the page, then try again.',
}
