import type { QuestionOutline, SectionOutline } from '../core/course.ts'
import type { HeadlineOutline } from '../core/headlines.ts'
import type { Progress } from '../core/progress.ts'
import type { AskedQuestion } from '../core/question-types/index.schema.ts'
import type { Course } from './load-course.ts'
import { drawQuiz, randomFrom, shuffle } from '../core/draw.ts'
import { emptyProgress } from '../core/progress-parts/index.ts'
import { listsOf, score, solution } from '../core/question-types/index.ts'
import { PASS_MARK, sectionRecord } from '../core/records.ts'
import { drawSectionQuiz } from '../core/section-quiz.ts'

/** How often a learner passes who knows a share of a bank, reads as large a share of new headlines rightly, and guesses the rest blindly; both 0 … 1. */
export interface Passing {
  section: string
  /** One quiz of six from the bank, drawn without a main verdict, without `notWith` and without headlines: the rule until there were two */
  oldRule: number
  /** Two quizzes on two days, as `sectionRecord` counts them */
  newRule: number
}

const DAY_MS = 86_400_000
/** 0 ≤ x < 1, the same for the same text */
const chance = (text: string) => randomFrom(text)()
const pick = <T>(items: readonly T[], seed: string) => items[Math.floor(chance(seed) * items.length)]!

/** @returns an answer that may be sent, given without a look at the question; a typed gap is never hit */
export function blindGuess(question: AskedQuestion, seed: string): unknown {
  const keys = 'options' in question ? Object.keys(question.options) : []
  const each = (places: readonly string[]) => Object.fromEntries(keys.map(key => [key, pick(places, `${seed} ${key}`)]))
  switch (question.type) {
    case 'choice':
    case 'hotspot':
      return pick(keys, seed)
    case 'choices': {
      const chosen = keys.filter(key => chance(`${seed} ${key}`) < 0.5)
      return chosen.length > 0 ? chosen : [pick(keys, seed)]
    }
    case 'order':
      return shuffle(keys, seed)
    case 'match': {
      const partners = shuffle(Object.keys(question.targets), seed)
      return partners.length >= keys.length ? Object.fromEntries(keys.map((key, place) => [key, partners[place]])) : each(partners)
    }
    case 'sort':
      return each(Object.keys(question.bins))
    case 'gap':
      return Object.fromEntries(Object.keys(question.gaps).map(gap => [gap, listsOf(question)[gap] ? pick(listsOf(question)[gap]!, `${seed} ${gap}`) : 'a guess']))
    case 'estimate':
      return question.min + question.step * Math.floor(chance(seed) * (Math.floor((question.max - question.min) / question.step) + 1))
  }
}

/** @returns how often simulated learners pass each section, who know the share `knows` of it */
export function simulatePassing({ outline, sections, headlines }: Course, knows: number, learners: number): Passing[] {
  return outline.sections.map((section) => {
    const questions = new Map<string, AskedQuestion>([...sections.find(({ id }) => id === section.id)!.questions, ...headlines].map(question => [question.id, question]))
    let [oldRule, newRule] = [0, 0]
    for (let learner = 0; learner < learners; learner++) {
      const seed = `${section.id} ${learner}`
      const scoreOf = (id: string, when: string) => {
        const question = questions.get(id)!
        return score(question, chance(`${seed} knows ${id}`) < knows ? solution(question) : blindGuess(question, `${seed} ${id} ${when}`))
      }
      const plainBank = section.questions.map(({ notWith: _, ...question }): QuestionOutline => question)
      const scores = drawQuiz(plainBank, seed).map(id => scoreOf(id, 'old'))
      oldRule += Number(scores.reduce((sum, score) => sum + score, 0) / scores.length >= PASS_MARK - 1e-9)
      newRule += Number(passesTwice(section, headlines, seed, scoreOf))
    }
    return { section: section.id, oldRule: oldRule / learners, newRule: newRule / learners }
  })
}

/** One quiz today, one tomorrow, drawn and counted as the course does it. */
function passesTwice(section: SectionOutline, headlines: readonly HeadlineOutline[], seed: string, scoreOf: (id: string, when: string) => number): boolean {
  let progress: Progress = emptyProgress()
  for (const day of [1, 2]) {
    const startedAtMs = day * DAY_MS
    const ids = drawSectionQuiz(section, headlines, progress, `${seed} ${day}`)
    progress = {
      ...progress,
      attempts: [...progress.attempts, { section: section.id, seed: 'x', questions: ids, sinceMs: startedAtMs, startedAtMs, feedback: 'each', origin: 'drawn' }],
      answers: [...progress.answers, ...ids.map((question, place) => ({ question, response: null, score: scoreOf(question, String(day)), atMs: startedAtMs + place, mode: 'quiz' as const, revision: 1 }))],
    }
  }
  return sectionRecord(progress, section, atMs => Math.floor(atMs / DAY_MS)).quiz === 'passed'
}
