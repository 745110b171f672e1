import type { Missing } from '../../core/question-types/index.ts'
import type { QuizKind, QuizStanding } from '../../core/records.ts'
import { describe, expect, it } from 'vitest'
import { answerTo } from '../../tests/fixtures/build.ts'
import { planeInWords } from './evidence.ts'
import { capitalised, counted, insideSentence, inWords, LANG, listInWords, LOCALE, spanInWords } from './language.ts'
import { masteryWords, participationWords, quizResultWords, whatIsNext } from './progress.ts'
import { missingInWords } from './questions.ts'

describe('what is missing', () => {
  const codes: [Missing, string][] = [
    [{ missing: 'option' }, 'Choose one of the options first.'],
    [{ missing: 'partners', count: 1 }, 'One item has no partner yet.'],
    [{ missing: 'partners', count: 3 }, '3 items have no partner yet.'],
    [{ missing: 'bins', count: 1 }, 'One item is not sorted yet.'],
    [{ missing: 'bins', count: 4 }, '4 items are not sorted yet.'],
    [{ missing: 'gaps', count: 1 }, 'One gap is not filled yet.'],
    [{ missing: 'gaps', count: 2 }, '2 gaps are not filled yet.'],
    [{ missing: 'guess-in-range', min: 0, max: 100 }, 'Guess a number from 0 to 100.'],
  ]

  it.each(codes)('%o is said as "%s"', (code, sentence) => {
    expect(missingInWords(code)).toBe(sentence)
  })
})

describe('the plane of proof and approval', () => {
  it.each([
    [{ uses: 6, permitted: 4, permittedBy: { established: 1, promising: 1, weaker: 2 }, provenOnly: 1 }, 'Of 6 uses of a device, 4 are approved, granted or cleared. Of these, 1 is established, 1 promising, 2 mixed or weaker. 1 promising or established one has no such decision.'],
    [{ uses: 2, permitted: 0, permittedBy: { established: 0, promising: 0, weaker: 0 }, provenOnly: 0 }, 'Of 2 uses of a device, none is approved, granted or cleared.'],
    [{ uses: 1, permitted: 1, permittedBy: { established: 0, promising: 0, weaker: 1 }, provenOnly: 0 }, 'Of 1 use of a device, 1 is approved, granted or cleared. Of these, none are established, none promising, 1 mixed or weaker.'],
    [{ uses: 0, permitted: 0, permittedBy: { established: 0, promising: 0, weaker: 0 }, provenOnly: 0 }, 'None of these is a use of a device.'],
  ])('is said in words (%#)', (counts, words) => {
    expect(planeInWords(counts)).toBe(words)
  })
})

it.each([
  ['learning', 3, ''],
  ['practised', 3, '; a second quiz on another day is needed to pass'],
  ['passed', 0, '; its first reviews will make it mastered'],
  ['passed', 1, '; 1 question is due for review'],
  ['passed', 2, '; 2 questions are due for review'],
  ['mastered', 0, ''],
] as const)('a section that is %s with %i due says what is next: "%s"', (mastery, due, words) => {
  expect(whatIsNext(mastery, due)).toBe(words)
})

it.each([
  ['not-started', false, 'not started'],
  ['practised', true, 'practised'],
  ['passed', false, 'passed'],
  ['passed', true, 'passed (old rule)'],
  ['mastered', true, 'mastered (old rule)'],
] as const)('a section that is %s, by the old rule %s, is called "%s"', (mastery, isOldRule, words) => {
  expect(masteryWords(mastery, { isOldRule })).toBe(words)
})

it.each([
  [{ slidesSeen: 3, checksAnswered: 1, quiz: 'open' }, '3 of 14 parts read, 1 of 3 checks answered'],
  [{ slidesSeen: 3, quiz: 'open' }, '3 of 14 parts read'],
  [{ quiz: 'open', quizScore: 0.22 }, 'section quiz taken, best score 22%'],
  [{ checksAnswered: 3, quiz: 'open', quizScore: 0.7 }, '3 of 3 checks answered; section quiz taken, best score 70%'],
  [{ slidesSeen: 14, checksAnswered: 3, quiz: 'practised', quizScore: 0.9 }, '14 of 14 parts read, 3 of 3 checks answered; one section quiz with enough right answers'],
  [{ quiz: 'passed', quizScore: 1 }, 'section quiz passed'],
  [{ quiz: 'open' }, 'some of its questions answered'],
] as const)('a certificate names what was done and nothing else (%#)', (record, words) => {
  expect(participationWords({ slidesSeen: 0, slidesTotal: 14, checksAnswered: 0, checksTotal: 3, ...record })).toBe(words)
})

describe('the result of a quiz', () => {
  const said = (kind: QuizKind, right: number, quiz: QuizStanding = 'open') => {
    const answers = Array.from({ length: 6 }, (_, place) => answerTo(`tea.q${place}`, place < right ? 1 : 0, place))
    return Object.values(quizResultWords(kind, { answers, total: 6, score: right / 6, isEnough: right > 4 }, { quiz }, 0.8)).join('. ')
  }

  it.each([
    ['counted', 5, 'practised', 'Practised: 83%. 5 of 6 right. With six questions this can be luck; a second quiz on another day will tell. Then the section is passed.'],
    ['counted', 6, 'passed', 'Passed: 100%. 6 of 6 right. Two quizzes on two days, with different questions: that is seldom luck. The station on the map is lit.'],
    ['counted', 4, 'open', 'Not yet: 66%. 4 of 6 right. With six questions this can be bad luck; a quiz counts from 80%. Read the parts named below again, then take new questions.'],
    ['repeated', 6, 'passed', 'Practice: 100%. 6 of 6 right. It does not count towards “passed”. For that, take new questions.'],
    ['old-rule', 6, 'passed', 'Passed: 100%. 6 of 6 right. You began this quiz when one from 80% was enough. It stays passed, marked “old rule”.'],
  ] as const)('that is %s with %i right in a part that is %s', (kind, right, quiz, words) => {
    expect(said(kind, right, quiz)).toBe(words)
  })

  it('says so where parts of answers are in its score', () => {
    const answers = [1, 1 / 3, 0, 0, 0, 0].map((score, place) => answerTo(`tea.q${place}`, score, place))
    expect(quizResultWords('counted', { answers, total: 6, score: 4 / 18, isEnough: false }, { quiz: 'open' }, 0.8))
      .toMatchObject({ title: 'Not yet: 22%', text: expect.stringMatching(/^1 of 6 right, and parts of other answers count too\. With six/) })
  })
})

it('a word inside a sentence begins small, and names keep their capitals', () => {
  expect(insideSentence('No US approval found')).toBe('no US approval found')
})

it('a list reads as a sentence does', () => {
  expect(listInWords(['one', 'two', 'three'])).toBe('one, two and three')
})

it('language and locale are ones that the browser knows, and go together', () => {
  expect(Intl.getCanonicalLocales(LOCALE)).toEqual([LOCALE])
  expect(new Intl.Locale(LOCALE).language).toBe(LANG)
})

it.each([[0, 'no'], [1, 'one'], [9, 'nine'], [12, 'twelve'], [13, '13']])('writes %i as %s in a sentence', (count, words) => {
  expect(inWords(count)).toBe(words)
})

it('writes the noun for one and for many, and a capital where a sentence begins', () => {
  expect(counted(1, 'lesson')).toBe('one lesson')
  expect(capitalised(counted(6, 'lesson'))).toBe('Six lessons')
})

it('a span is said in hours and minutes', () => {
  expect([0, 1, 12, 60, 61, 110, 285].map(spanInWords)).toEqual(['0 minutes', '1 minute', '12 minutes', '1 hour', '1 hour 1 minute', '1 hour 50 minutes', '4 hours 45 minutes'])
})
