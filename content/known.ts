import type { CourseFiles, SectionFiles } from './course-files.ts'
import { sectionOf } from '../core/course.ts'
import { didYouMean } from './did-you-mean.ts'

/** @returns every thing whose key came before; an empty key is no key */
export function duplicates<T>(items: T[], key: (item: T) => string): T[] {
  const seen = new Set<string>()
  return items.filter((item) => {
    const id = key(item)
    if (id && seen.has(id))
      return true
    seen.add(id)
    return false
  })
}

/** The ids of one kind of thing. */
export interface Known {
  /** @returns whether there is a thing of this id; a file that could not be read was reported itself, so every id of it passes */
  has: (id: string) => boolean
  /** @returns `Did you mean "…"? ` where an id is near, to stand before a remedy */
  hint: (id: string) => string
}

/** `list` picks the things of one section, `undefined` when their file could not be read. @returns their full ids */
export function known({ sections }: CourseFiles, list: (section: SectionFiles) => { id: string }[] | undefined): Known {
  const unread = new Set(sections.filter(section => !list(section)).map(section => section.id))
  const ids = new Set(sections.flatMap(section => (list(section) ?? []).map(item => `${section.id}.${item.id}`)))
  return {
    has: id => ids.has(id) || unread.has(sectionOf(id)),
    hint: id => didYouMean(id, ids),
  }
}

/** @returns the ids of one file of the whole course, such as the sources */
export function knownIn({ data }: { data?: { id: string }[] }): Known {
  const ids = new Set(data?.map(({ id }) => id))
  return {
    has: id => !data || ids.has(id),
    hint: id => didYouMean(id, ids),
  }
}
