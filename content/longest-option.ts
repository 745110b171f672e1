import type { AskedQuestion } from '../core/course.ts'
import type { CourseFiles } from './course-files.ts'
import type { Problem } from './problem.ts'
import type { DataFile } from './read-data.ts'
import { HEADLINES } from '../core/course.ts'

/** What somebody who knows nothing could make of a bank's questions with one right option. */
export interface Guessing {
  section: string
  /** Questions with one right option */
  questions: number
  /** 0 … 1: how often the longest option is right; where several are longest, a share of it */
  longest: number
  /** 0 … 1: what blind guessing gives */
  chance: number
  /** How often each letter is right, `a` first */
  letters: Record<string, number>
}

/** In a smaller bank a share says nothing. */
const MIN_QUESTIONS = 8

/** 0 … 1: so much more than chance gives may the longest option be right. */
const MAX_SHARE_ABOVE_CHANCE = 0.2

/** @returns per bank how far choosing the longest option, or one letter, would get */
export function guessing({ sections, headlines }: CourseFiles): Guessing[] {
  return [...sections, ...headlines.data?.length ? [{ id: HEADLINES, bank: headlines }] : []].map(guessingIn)
}

function guessingIn({ id, bank }: { id: string, bank: DataFile<AskedQuestion[]> }): Guessing {
  const questions = (bank.data ?? []).filter(question => question.type === 'choice')
  const mean = (shares: number[]) => shares.length > 0 ? shares.reduce((sum, share) => sum + share) / shares.length : 0
  const keys = questions.map(({ answer }) => answer).sort()
  return {
    section: id,
    questions: questions.length,
    longest: mean(questions.map(({ options, answer }) => {
      const most = Math.max(...Object.values(options).map(({ text }) => text.length))
      const longest = Object.keys(options).filter(key => options[key]!.text.length === most)
      return longest.includes(answer) ? 1 / longest.length : 0
    })),
    chance: mean(questions.map(({ options }) => 1 / Object.keys(options).length)),
    letters: Object.fromEntries([...new Set(keys)].map(key => [key, keys.filter(other => other === key).length])),
  }
}

/** @returns a problem for each bank that gives itself away */
export function checkGuessing(files: CourseFiles): Problem[] {
  return guessing(files).filter(({ questions }) => questions >= MIN_QUESTIONS).flatMap(({ section, questions, longest, chance, letters }) => {
    const file = `quizzes/${section}.yaml`
    const problems: Problem[] = []
    if (longest > chance + MAX_SHARE_ABOVE_CHANCE) {
      problems.push({
        file,
        line: 1,
        message: `The longest option is right in ${inHundred(longest)} of the questions, where chance gives ${inHundred(chance)}`,
        remedy: 'Make wrong options as long and as careful as the right ones.',
      })
    }
    const [letter] = Object.entries(letters).find(([, count]) => count > questions / 2) ?? []
    if (letter) {
      problems.push({
        file,
        line: 1,
        message: `"${letter}" is right in ${letters[letter]} of ${questions} questions with one right option`,
        remedy: 'Give some of them another letter.',
      })
    }
    return problems
  })
}

/** @returns `33%` */
export function inHundred(share: number): string {
  return `${Math.round(share * 100)}%`
}
