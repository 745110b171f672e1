import { describe, expect, it } from 'vitest'
import { ContentError, formatProblem } from './problem.ts'

const problem = { file: 'quizzes/tea.yaml', line: 12, message: 'The answer is no option', remedy: 'Correct the answer.' }

describe('a problem', () => {
  it('is reported with file and line, so that a terminal can open it, and what to do on a line of its own', () => {
    expect(formatProblem(problem)).toBe('quizzes/tea.yaml:12  The answer is no option\n    → Correct the answer.')
  })
})

describe('the error of unusable content', () => {
  it('counts one problem in the singular', () => {
    expect(new ContentError([problem]).message).toMatch(/^The content has 1 problem:\n\n/)
  })

  it('counts and tells all problems, and keeps them', () => {
    const problems = [problem, { ...problem, line: 30, message: 'Another' }]
    const error = new ContentError(problems)
    expect(error.message).toBe(`The content has 2 problems:\n\n${formatProblem(problems[0]!)}\n${formatProblem(problems[1]!)}`)
    expect(error.problems).toEqual(problems)
  })

  it('is an error with a name of its own', () => {
    expect(new ContentError([problem])).toBeInstanceOf(Error)
    expect(new ContentError([problem]).name).toBe('ContentError')
  })
})
