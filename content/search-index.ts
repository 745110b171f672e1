import type { Glossary, Section } from '../core/course.ts'
import type { SearchDocument } from '../core/search.ts'
import type { CheckedFiles, CourseFiles } from './course-files.ts'
import MiniSearch from 'minisearch'
import { glossaryPlace, quizPlace, readingPlace, verdictPlace } from '../core/places.ts'
import { searchOptions } from '../core/search.ts'
import { evidenceWords } from '../words/en/evidence.ts'
import { insideSentence } from '../words/en/language.ts'
import { figuresIn, writtenFigures } from './figures.ts'
import { wordsOfFigure, wordsOfSlide } from './words.ts'

/**
 * What can be found: slides with what their figures say and without their notes, verdicts, terms and lessons, and of questions nothing but what they
 * are about. A prompt may give an answer away, options and feedback always do; so none of them is here.
 */
export function searchDocuments({ slides }: Pick<CourseFiles, 'slides'>, sections: Section[], { lessons, terms }: Glossary, whole: Pick<CheckedFiles, 'about' | 'sections'>): SearchDocument[] {
  const figures = writtenFigures(whole.sections)
  const wordsOfFiguresIn = (content: string) => figuresIn(content).flatMap(name => figures.filter(figure => figure.name === name)).flatMap(wordsOfFigure)
  const approval = whole.about.data.approval.words
  const titles = new Map(sections.map(({ id, title }) => [id, title]))
  return [
    ...slides.filter(slide => slide.section).map((slide): SearchDocument => ({
      id: slide.id,
      kind: 'slide',
      title: slide.title,
      where: titles.get(slide.section!)!,
      to: readingPlace(slide.id),
      text: [titles.get(slide.section!), ...[...wordsOfSlide(slide), ...wordsOfFiguresIn(slide.content)].map(({ text }) => text)].join(' '),
    })),
    ...sections.flatMap(({ title, verdicts }) => verdicts.map((verdict): SearchDocument => ({
      id: `verdict ${verdict.id}`,
      kind: 'verdict',
      title: verdict.title,
      where: `${title}. Proof: ${evidenceWords[verdict.evidence].toLowerCase()}. Approval: ${insideSentence(approval[verdict.approval.status])}`,
      to: verdictPlace(verdict.id),
      text: [title, verdict.statement, verdict.because, verdict.limits].join(' '),
    }))),
    ...terms.map(({ id, term, also = [], text }): SearchDocument => ({
      id: `term ${id}`,
      kind: 'term',
      title: term,
      where: text,
      to: glossaryPlace(id),
      text: [...also, text].join(' '),
    })),
    ...lessons.map(({ id, name, text, ask }): SearchDocument => ({
      id: `lesson ${id}`,
      kind: 'term',
      title: name,
      where: ask,
      to: glossaryPlace(id),
      text,
    })),
    ...sections.flatMap(({ id: section, title, verdicts, questions }) => verdicts
      .filter(({ id }) => questions.some(({ about }) => about === id))
      .map((verdict): SearchDocument => ({
        id: `quiz ${verdict.id}`,
        kind: 'quiz',
        title: verdict.title,
        where: `Quiz: ${title}`,
        to: quizPlace(section),
        text: title,
      }))),
  ]
}

/** @returns the index as text, for MiniSearch to load */
export function searchIndex(documents: SearchDocument[]): string {
  const index = new MiniSearch<SearchDocument>({ ...searchOptions, fields: [...searchOptions.fields], storeFields: [...searchOptions.storeFields] })
  index.addAll(documents)
  return JSON.stringify(index)
}
