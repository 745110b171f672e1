/** Something wrong in the content, reported so that its author can mend it. */
export interface Problem {
  /** Relative to the root of the repository */
  file: string
  /** 1-based */
  line: number
  message: string
  /** What to do */
  remedy: string
}

/** @returns `quizzes/depression.yaml:12  message. Remedy.` */
export function formatProblem({ file, line, message, remedy }: Problem): string {
  return `${file}:${line}  ${message}\n    → ${remedy}`
}

/** Thrown where content cannot be used; holds every problem found, not only the first. */
export class ContentError extends Error {
  readonly problems: Problem[]

  constructor(problems: Problem[]) {
    const count = problems.length === 1
      ? '1 problem'
      : `${problems.length} problems`
    super(`The content has ${count}:\n\n${problems.map(formatProblem).join('\n')}`)
    this.name = 'ContentError'
    this.problems = problems
  }
}
