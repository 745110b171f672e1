import type { Source } from '../core/course.ts'
import type { DeviceUse, FigureData, FigureName } from '../core/subject/figures.schema.ts'
import type { AllowedUse, Figure } from '../core/subject/figures.ts'
import type { CourseFiles, SectionFiles } from './course-files.ts'
import { sectionOf, slugOf } from '../core/course.ts'
import { approvalsInWords, figureTags } from '../core/subject/figures.ts'

/** A figure's words and facts as they are written, and where. */
export interface WrittenFigure<N extends FigureName = FigureName> {
  name: N
  section: SectionFiles
  data: FigureData[N]
}

/** @returns every figure that a section's evidence has words for, in the order of the files */
export function writtenFigures(sections: SectionFiles[]): WrittenFigure[] {
  return sections.flatMap(section => Object.entries(section.evidence.data?.figures ?? {})
    .map(([name, data]) => ({ name: name as FigureName, section, data })))
}

/** @returns the ids of the sources that a figure rests on; those of trials stand with the trials */
export function sourcesOf(data: FigureData[FigureName]): string[] {
  return 'sources' in data ? data.sources : []
}

/** @returns the names of the figures that a slide's Markdown draws */
export function figuresIn(content: string): FigureName[] {
  return (Object.keys(figureTags) as FigureName[]).filter(name => new RegExp(`<${figureTags[name]}\\b`).test(content))
}

/** @returns by name what every component draws, with its sources as references */
export function figuresInFull(files: CourseFiles, sources: Map<string, Source>): Partial<Record<FigureName, Figure>> {
  return Object.fromEntries(writtenFigures(files.sections).map(({ name, data }) => [name, {
    ...data,
    ...'sources' in data && { sources: data.sources.map(id => sources.get(id)!) },
    ...'families' in data && { families: data.families.map(({ name, how, note, allowed, on }) => ({
      name,
      how,
      allowed: approvalsInWords(allowed.flatMap(use => decisionOf(use, files) ?? []), note),
      on,
    })) },
  }])) as Partial<Record<FigureName, Figure>>
}

/** @returns a use with its decision; `undefined` where its verdicts name none, or not the same one */
export function decisionOf({ verdicts = [], decision, ...use }: DeviceUse, { sections }: CourseFiles): AllowedUse | undefined {
  if (decision)
    return { ...use, status: decision.status, by: decision.by }
  const approvals = verdicts.map(id => sections
    .find(section => section.id === sectionOf(id))
    ?.evidence
    .data
    ?.verdicts
    .find(verdict => verdict.id === slugOf(id))
    ?.approval)
  const [first] = approvals
  return first && 'by' in first && approvals.every(approval => approval?.status === first.status)
    ? { ...use, status: first.status, by: first.by }
    : undefined
}
