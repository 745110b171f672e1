import type { ChoiceQuestion } from '../core/question-types/choice.schema.ts'
import type { AskedQuestion } from '../core/question-types/index.schema.ts'
import type { CourseFiles } from './course-files.ts'
import type { Problem } from './problem.ts'
import { HEADLINES } from '../core/course.ts'
import { inHundred } from './longest-option.ts'

/** In a smaller bank a share says nothing. */
const MIN_QUESTIONS = 8

/** 0 … 1: so much more than chance gives may one sign of the right option get in a bank. */
const MAX_SHARE_ABOVE_CHANCE = 0.2

/** 0 … 1: what a guesser may get in all banks who learned the signs from the other banks. */
const MOST_LEARNED = 0.3

const wordsIn = (text: string) => text.toLowerCase().match(/[a-z’']+/g) ?? []
const matches = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0
function shared(text: string, other: string) {
  const words = new Set(wordsIn(other).filter(word => word.length > 3))
  return wordsIn(text).filter(word => words.has(word)).length
}

/** Signs that have nothing to do with knowing: what each gives an option; the option with the most is guessed. */
const signs: Record<string, (text: string, others: string[], prompt: string) => number> = {
  'longest': text => text.length,
  'shortest': text => -text.length,
  'most commas': text => matches(text, /,/g),
  'a hedge': text => matches(text, /\b(?:about|may|might|can|could|perhaps|some|often|usually|possible|mostly|few|though|yet)\b/gi),
  'a negation': text => matches(text, /\b(?:no|not|nobody|none|never|without|neither|nothing|un(?:clear|proven|shown|known))\b/gi),
  'no absolute': text => -matches(text, /\b(?:all|always|every|everybody|only|must|any|clearly|proves?|proven|whole|entire|completely)\b/gi),
  'no digit': text => -matches(text, /\d+/g),
  'a house word': text => matches(text, /\b(?:sham|comparison|difference|gap|extra|nobody|chance|open|compared)\b/gi),
  'unlike the rest': (text, others) => -others.reduce((sum, other) => sum + shared(text, other), 0),
  'like the prompt': (text, _, prompt) => shared(text, prompt),
}

const weighed = (scores: number[][], weights: number[]) => scores.map(option => option.reduce((sum, score, place) => sum + score * weights[place]!, 0))

interface Bank { section: string, file: string, questions: ChoiceQuestion[] }

/** What somebody who knows nothing could make of the options of one bank. */
export interface FormGuess {
  section: string
  questions: number
  /** 0 … 1: what blind guessing gives */
  chance: number
  /** 0 … 1: how often each sign names the right option; where it names several, a share of it */
  signs: Record<string, number>
  /** 0 … 1: what all signs together get, weighed by what the other banks taught */
  learned: number
}

/** @returns per bank what guessing by the form of the options gets */
export function formGuesses(files: CourseFiles): FormGuess[] {
  const banks = banksOf(files)
  return banks.map(({ section, questions }) => {
    const weights = learn(banks.filter(bank => bank.section !== section).flatMap(bank => bank.questions))
    return {
      section,
      questions: questions.length,
      chance: mean(questions.map(({ options }) => 1 / Object.keys(options).length)),
      signs: Object.fromEntries(Object.keys(signs).map((sign, place) => [sign, mean(questions.map(question => shareOf(question, scoresOf(question).map(option => option[place]!))))])),
      learned: mean(questions.map(question => shareOf(question, weighed(scoresOf(question), weights)))),
    }
  })
}

/** @returns a problem where the form of the options tells the right one */
export function checkForm(files: CourseFiles): Problem[] {
  const guesses = formGuesses(files)
  const inBanks = guesses.filter(({ questions }) => questions >= MIN_QUESTIONS).flatMap(({ section, chance, signs }) => Object.entries(signs)
    // The longest option has a check of its own.
    .filter(([sign, share]) => sign !== 'longest' && share > chance + MAX_SHARE_ABOVE_CHANCE)
    .map(([sign, share]) => ({
      file: `quizzes/${section}.yaml`,
      line: 1,
      message: `"${sign}" marks the right option in ${inHundred(share)} of the questions, where chance gives ${inHundred(chance)}`,
      remedy: 'Write wrong options in the same manner as the right ones.',
    })))
  const { questions, learned } = inAll(guesses)
  return questions >= MIN_QUESTIONS * 3 && learned > MOST_LEARNED
    ? [...inBanks, { file: 'quizzes', line: 1, message: `Guessing by form gets ${inHundred(learned)} of the questions with one right option, ${inHundred(MOST_LEARNED)} at most`, remedy: '"npm run check" shows which signs tell the right option in which bank.' }]
    : inBanks
}

/** @returns the rows of the report, with a head and a sum */
export function formCells(files: CourseFiles): string[][] {
  const guesses = formGuesses(files)
  const row = ({ section, questions, chance, signs, learned }: FormGuess) => [section, String(questions), ...[chance, ...Object.values(signs), learned].map(inHundred)]
  return [['', 'questions', 'chance', ...Object.keys(signs), 'all signs'], ...[...guesses, inAll(guesses)].map(row)]
}

function inAll(guesses: FormGuess[]): FormGuess {
  const questions = guesses.reduce((sum, guess) => sum + guess.questions, 0)
  const weighedMean = (share: (guess: FormGuess) => number) => questions === 0 ? 0 : guesses.reduce((sum, guess) => sum + share(guess) * guess.questions, 0) / questions
  return {
    section: 'all',
    questions,
    chance: weighedMean(({ chance }) => chance),
    signs: Object.fromEntries(Object.keys(signs).map(sign => [sign, weighedMean(guess => guess.signs[sign]!)])),
    learned: weighedMean(({ learned }) => learned),
  }
}

function banksOf({ sections, headlines }: CourseFiles): Bank[] {
  const ofType = (questions: AskedQuestion[] = []) => questions.filter(question => question.type === 'choice')
  return [
    ...sections.map(({ id, bank }) => ({ section: id, file: bank.file, questions: ofType(bank.data) })),
    ...headlines.data?.length ? [{ section: HEADLINES, file: headlines.file, questions: ofType(headlines.data) }] : [],
  ]
}

/** @returns for each option of a question what each sign gives it, beside the mean of its options */
function scoresOf({ options, prompt }: ChoiceQuestion): number[][] {
  const texts = Object.values(options).map(({ text }) => text)
  const raw = texts.map(text => Object.values(signs).map(sign => sign(text, texts.filter(other => other !== text), prompt)))
  return raw.map(option => option.map((score, place) => {
    const all = raw.map(other => other[place]!)
    const spread = Math.sqrt(mean(all.map(other => (other - mean(all)) ** 2)))
    return spread === 0 ? 0 : (score - mean(all)) / spread
  }))
}

/** @returns 1 where the highest score is the right option's, a share of it where several are highest */
function shareOf({ options, answer }: ChoiceQuestion, scores: number[]): number {
  const most = Math.max(...scores)
  const named = Object.keys(options).filter((_, place) => most - scores[place]! < 1e-9)
  return named.includes(answer) ? 1 / named.length : 0
}

const STEPS = 200
const STEP = 0.5
/** Keeps weights small that few questions speak for. */
const PULL_TO_ZERO = 0.02

/** A conditional logit. @returns how much each sign speaks for an option in these questions */
function learn(questions: ChoiceQuestion[]): number[] {
  const known = questions.map(question => ({ scores: scoresOf(question), right: Object.keys(question.options).indexOf(question.answer) }))
  let weights = Object.keys(signs).map(() => 0)
  for (let step = 0; step < STEPS; step++) {
    const slopes = known.map(({ scores, right }) => {
      const powers = weighed(scores, weights).map(Math.exp)
      const sum = powers.reduce((a, b) => a + b, 0)
      return weights.map((_, place) => scores[right]![place]! - scores.reduce((expected, option, index) => expected + option[place]! * powers[index]! / sum, 0))
    })
    weights = weights.map((weight, place) => weight + STEP * (mean(slopes.map(slope => slope[place]!)) - PULL_TO_ZERO * weight))
  }
  return weights
}

function mean(numbers: number[]): number {
  return numbers.length > 0 ? numbers.reduce((sum, number) => sum + number, 0) / numbers.length : 0
}
