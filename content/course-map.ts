import type { CourseMap, MapTrial, MapVerdict } from '../core/course-map.ts'
import type { Section, Trial } from '../core/course.ts'
import type { SlideSource } from './read-slides.ts'

/** @returns every verdict and every trial that counted people, in the order of the deck, as little as the figures need */
export function mapOf(sections: Section[], slides: SlideSource[]): CourseMap {
  return {
    verdicts: sections.flatMap(section => section.verdicts).map(({ id, title, device, system, approval, evidence, checked }) => ({
      id,
      title,
      device,
      system,
      approval,
      evidence,
      checked,
      slide: placeOf(id, slides),
    })),
    beliefs: sections.map(({ id, belief }) => ({ section: id, ...belief })),
    trials: sections.flatMap(section => section.trials).flatMap(trial => peopleOf(trial) ?? []),
  }
}

/** The first slide that shows a verdict. */
function placeOf(verdict: string, slides: SlideSource[]): MapVerdict['slide'] {
  const index = slides.findIndex(slide => slide.verdicts.includes(verdict))
  return index < 0 ? undefined : { id: slides[index]!.id, title: slides[index]!.title, no: index + 1 }
}

/** The main goal where it counted people in two groups or more, else the first other outcome that did. */
function peopleOf({ id, name, device, who, compared, goal, outcomes }: Trial): MapTrial | undefined {
  const counted = outcomes.filter(({ unit, arms = [] }) => unit === 'percent-of-people' && arms.length > 1)
  const outcome = counted.find(({ kind }) => kind === 'main') ?? counted[0]
  if (!outcome)
    return undefined
  const { label, inShort, kind, arms = [] } = outcome
  return { id, name, device, who, compared, goal, outcome: { label, inShort, kind, arms } }
}
