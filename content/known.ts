import type { CourseFiles, SectionFiles } from './course-files.ts'
import { sectionOf } from '../core/course.ts'

/** @returns every thing whose key came before; an empty key is no key */
export function doubles<T>(items: T[], key: (item: T) => string): T[] {
  const seen = new Set<string>()
  return items.filter((item) => {
    const id = key(item)
    if (id && seen.has(id))
      return true
    seen.add(id)
    return false
  })
}

/**
 * `list` picks the things of one section, `undefined` when their file could not be read.
 * @returns whether there is a thing of this full id; a file that could not be read is told of itself, not once more at every mention
 */
export function isKnown({ sections }: CourseFiles, list: (section: SectionFiles) => { id: string }[] | undefined): (id: string) => boolean {
  const unread = new Set(sections.filter(section => !list(section)).map(section => section.id))
  const ids = new Set(sections.flatMap(section => (list(section) ?? []).map(item => `${section.id}.${item.id}`)))
  return id => ids.has(id) || unread.has(sectionOf(id))
}

/** @returns whether there is a source of this id; without a readable list of sources every id passes, as the list itself is told of */
export function isKnownSource({ sources }: CourseFiles): (id: string) => boolean {
  const ids = new Set(sources.data?.map(source => source.id))
  return id => !sources.data || ids.has(id)
}
