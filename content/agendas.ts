import type { Agenda } from '../core/course.schema.ts'
import type { AgendaInFull } from '../core/course.ts'
import type { CourseFiles } from './course-files.ts'
import type { Problem } from './problem.ts'
import type { SlideSource } from './read-slides.ts'
import { sectionOf } from '../core/course.ts'
import { didYouMean } from './did-you-mean.ts'
import { duplicates } from './known.ts'

/** 0 … 1: rooms talk, so a fifth of the time at least is left free; and a workshop of half its time is another one. */
const MAX_SHARE = 0.8
const MIN_SHARE = 0.6

/** @returns what is wrong with the agendas: unknown slides, slides shown twice, and minutes that do not add up */
export function checkAgendas({ agendas, slides }: CourseFiles): Problem[] {
  const list = agendas.data ?? []
  const tell = (line: number, message: string, remedy: string): Problem => ({ file: agendas.file, line, message, remedy })
  return [
    ...duplicates(list, ({ id }) => id).map(agenda => tell(agendas.lineOf(list.indexOf(agenda), 'id'), `The agenda "${agenda.id}" stands twice`, 'Give one of the two another id.')),
    ...list.flatMap((agenda, index) => {
      const found = slidesOf(agenda, slides)
      const minutes = Math.round(found.reduce((sum, slide) => sum + slide.minutes, 0))
      const unknown = agenda.slides.filter(id => !slides.some(slide => slide.id === id))
      const again = agenda.slides.filter((id, place) => agenda.slides.indexOf(id) < place)
      return [
        ...unknown.map(id => tell(agendas.lineOf(index, 'slides', agenda.slides.indexOf(id)), `The agenda "${agenda.id}" names the unknown slide "${id}"`, `${didYouMean(id, slides.map(slide => slide.id))}Name a slide as <section>.<slide id>.`)),
        ...again.map(id => tell(agendas.lineOf(index, 'slides', agenda.slides.lastIndexOf(id)), `The agenda "${agenda.id}" shows the slide "${id}" twice`, 'Take one of the two away.')),
        ...(minutes > agenda.minutes * MAX_SHARE || minutes < agenda.minutes * MIN_SHARE
          ? [tell(agendas.lineOf(index, 'minutes'), `The slides of the agenda "${agenda.id}" take ${minutes} minutes by their notes, of ${agenda.minutes}`, minutes < agenda.minutes * MIN_SHARE ? 'Add slides, or name fewer minutes.' : 'Take slides away: a fifth of the time is for the room.')]
          : []),
      ]
    }),
  ]
}

/** The slides of an agenda in its order. */
function slidesOf(agenda: Agenda, slides: SlideSource[]): SlideSource[] {
  return agenda.slides.flatMap(id => slides.find(slide => slide.id === id) ?? [])
}

/** @returns the agendas with what is asked and judged at each of their slides */
export function agendasInFull(agendas: Agenda[], slides: SlideSource[]): AgendaInFull[] {
  return agendas.map(agenda => ({
    id: agenda.id,
    title: agenda.title,
    minutes: agenda.minutes,
    slides: slidesOf(agenda, slides).map(({ id, title, layout, question, verdicts }) => ({ id, title, layout, question, verdicts })),
  }))
}

/** @returns what an entry of Slidev needs after its cover to show these slides in this order: one import for each run of slides of a file */
export function importsOf(agenda: Agenda, { slides }: Pick<CourseFiles, 'slides'>): string {
  const numberOf = (id: string) => slides.filter(slide => slide.section === sectionOf(id)).findIndex(slide => slide.id === id) + 1
  const runs: { section: string, numbers: number[] }[] = []
  for (const id of agenda.slides) {
    const [section, number, last] = [sectionOf(id), numberOf(id), runs.at(-1)]
    // Slidev sorts the numbers of an import, so one that steps back begins an import of its own.
    if (last?.section === section && last.numbers.at(-1)! < number)
      last.numbers.push(number)
    else
      runs.push({ section, numbers: [number] })
  }
  return runs.map(({ section, numbers }) => `---\nsrc: ./slides/${section}.md#${numbers.join(',')}\n---\n`).join('\n')
}
