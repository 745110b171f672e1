import type { Course } from './load-course.ts'
import { agendaPlaces, handoutPlace, learnPlace, pagePlaces, questionsPlace, quizPlace } from '../core/places.ts'

/** A page of the course: a document of its own, drawn when the course is built. */
export interface Address {
  /** As core/places.ts has it, such as `/learn/depression/` */
  path: string
  /** Which page it is, by its name in site/pages.ts */
  page: string
  section?: string
  agenda?: string
  /** The document's title, without the course's name */
  title: string
}

const single: [page: Exclude<keyof typeof pagePlaces, 'home' | 'gallery' | 'roomGallery' | 'lessonsHandout' | 'room' | 'remote' | 'report'>, title: string][] = [
  ['tour', 'Ten minutes to begin with'],
  ['parts', 'All sections'],
  ['quizzes', 'All quizzes'],
  ['evidence', 'Evidence'],
  ['glossary', 'Glossary'],
  ['progress', 'Your progress'],
  ['certificate', 'Certificate of participation'],
  ['review', 'Review'],
  ['beliefs', 'What do you believe?'],
  ['headlines', 'New headlines'],
  ['accessibility', 'Accessibility'],
]

/** For who writes, draws and presents. */
const galleries: [page: 'gallery' | 'roomGallery' | 'lessonsHandout', title: string][] = [
  ['gallery', 'Gallery'],
  ['roomGallery', 'Gallery of the live room'],
  ['lessonsHandout', 'Lessons for the next headline'],
]

/** For who presents: what is printed for a workshop. */
const ofAgendas: [page: keyof typeof agendaPlaces, title: string][] = [
  ['agendaHandout', 'Handout'],
  ['agendaAnswers', 'Answers'],
]

/** For a live room. */
const roomPages: [page: 'room' | 'remote' | 'report', title: string][] = [
  ['room', 'Live room'],
  ['remote', 'Remote'],
  ['report', 'What the room answered'],
]

/** @returns every page; the galleries, what is printed for workshops, and those of a live room only where the course is presented */
export function addressesOf({ outline, sections, agendas }: Pick<Course, 'outline' | 'sections' | 'agendas'>, { presents }: { presents: boolean }): Address[] {
  const asks = new Set(sections.filter(({ questionsToTake }) => questionsToTake).map(({ id }) => id))
  return [
    { path: pagePlaces.home, page: 'home', title: '' },
    ...[...single, ...presents ? [...galleries, ...roomPages] : []].map(([page, title]) => ({ path: pagePlaces[page], page, title })),
    ...(presents ? agendas : []).flatMap(({ id, title }) => ofAgendas.map(([page, what]) => ({ path: agendaPlaces[page](id), page, agenda: id, title: `${what}: ${title}` }))),
    ...outline.sections.flatMap(({ id, title }) => [
      { path: learnPlace(id), page: 'learn', section: id, title },
      { path: quizPlace(id), page: 'quiz', section: id, title: `Quiz: ${title}` },
      { path: handoutPlace(id), page: 'handout', section: id, title: `Handout: ${title}` },
      ...asks.has(id) ? [{ path: questionsPlace(id), page: 'questions', section: id, title: 'Questions to take to a clinician' }] : [],
    ]),
  ]
}

/** What is shown where there is no page. */
export const notFound: Address = { path: '/404', page: 'notFound', title: 'There is no such page' }
