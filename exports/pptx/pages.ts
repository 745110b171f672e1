import type { SlideSource } from '../../content/read-slides.ts'
import type { Selection } from '../target.ts'
import { answerTo } from '../../words/en/slides.ts'

/** A slide as a file has it: after each question stands its answer, as nothing can be pressed there. */
export interface Page {
  source: SlideSource
  title: string
  isAnswer: boolean
}

/** @returns the slides of the selection, each question with its answer after it; the whole course has its cover too */
export function pagesOf({ course, sections, name }: Pick<Selection, 'course' | 'sections' | 'name'>): Page[] {
  return course.slides
    .filter(({ section }) => section ? sections.some(({ id }) => id === section) : name === 'all')
    .flatMap((source): Page[] => [
      { source, title: source.title, isAnswer: false },
      ...source.question ? [{ source, title: answerTo(source.title), isAnswer: true }] : [],
    ])
}
