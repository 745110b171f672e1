import type { LessonInFull, LessonPlace, Section } from '../core/course.ts'
import type { CourseFiles } from './course-files.ts'
import type { SlideSource } from './read-slides.ts'

/** @returns each lesson with the trials and verdicts that turn on it and are shown: `seenIn` first, then in the order of the course */
export function lessonsInFull(lessons: NonNullable<CourseFiles['lessons']['data']>, sections: Section[], slides: SlideSource[]): LessonInFull[] {
  const all = sections.flatMap(({ trials, verdicts }) => [
    ...trials.map(({ id, name, lessons }) => ({ id, title: name, lessons, slide: slideOfTrial(id, slides) })),
    ...verdicts.map(({ id, title, lessons }) => ({ id, title, lessons, slide: slides.find(({ verdicts }) => verdicts.includes(id)) })),
  ])
  return lessons.map(lesson => ({
    ...lesson,
    places: [
      ...all.filter(({ id }) => id === lesson.seenIn),
      ...all.filter(({ id, lessons }) => id !== lesson.seenIn && lessons?.includes(lesson.id)),
    ].flatMap(({ title, slide }): LessonPlace[] => slide ? [{ title, slide: slide.id }] : []),
  }))
}

function slideOfTrial(id: string, slides: SlideSource[]): SlideSource | undefined {
  return slides.find(({ trial }) => trial === id) ?? slides.find(({ content }) => content.includes(`trial="${id}"`))
}
