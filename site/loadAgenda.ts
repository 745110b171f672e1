import type { AgendaInFull, Question } from '../core/course.ts'
import { loadSection } from '../composables/useSection.ts'
import { sectionOf } from '../core/course.ts'

/**
 * Loads a workshop with the questions that it asks, in their order.
 * @throws {Error} when there is no such agenda, or the connection is lost
 */
export async function loadAgenda(id: string): Promise<{ agenda: AgendaInFull, questions: Question[] }> {
  const { agendas } = await import('virtual:course/agendas')
  const agenda = agendas.find(agenda => agenda.id === id)
  if (!agenda)
    throw new Error(`There is no agenda "${id}".`)
  const asked = agenda.slides.flatMap(({ question }) => question ?? [])
  const sections = await Promise.all([...new Set([...asked, ...agenda.slides.flatMap(({ verdicts }) => verdicts)].map(sectionOf))].map(loadSection))
  return { agenda, questions: asked.flatMap(id => sections.flatMap(({ questions }) => questions.find(question => question.id === id) ?? [])) }
}
