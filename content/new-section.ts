import type { CourseFiles } from './course-files.ts'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'yaml'
import { whyNoName } from './section-names.ts'

/** What makes a section, before it is written. */
export interface NewSection {
  /** By place below the root, the text of each file; the entry with its new line is one of them */
  files: Record<string, string>
  /** What the author should know beside that */
  notes: string[]
}

/**
 * @returns the three files of a new section with examples that pass the check, and the entry with its line
 * @throws {Error} whose message says what to do, when there can be no section of this name, or there is one already
 */
export function newSection(root: string, files: CourseFiles, { slug, title, today }: { slug: string, title?: string, today: string }): NewSection {
  const wrong = whyNoName(slug)
  if (wrong)
    throw new Error(`${wrong}.`)
  const places = { slides: `slides/${slug}.md`, quizzes: `quizzes/${slug}.yaml`, evidence: `evidence/${slug}.yaml` }
  const taken = Object.values(places).filter(file => existsSync(join(root, file)))
  if (taken.length > 0)
    throw new Error(`There is a section "${slug}" already: ${taken.join(', ')}. Choose another name; ids of a section are never reused.`)
  const source = files.sources.data?.[0]?.id
  if (!source)
    throw new Error('evidence/sources.json has no source yet, and a verdict needs one. Add the first, then try again.')

  const stations = files.about.data?.stations ?? []
  const used = new Set(files.sections.map(({ evidence }) => evidence.data?.station))
  const free = stations.find(station => !used.has(station))
  const words: Record<string, string> = {
    SLUG: slug,
    TITLE: stringify(title ?? `${slug[0]!.toUpperCase()}${slug.slice(1).replaceAll('-', ' ')} (draft)`, { singleQuote: true, lineWidth: 0 }).trimEnd(),
    STATION: free ?? stations.at(-1) ?? 'station',
    SOURCE: source,
    TODAY: today,
    RECHECK: `${Number(today.slice(0, 4)) + 1}-${today.slice(5, 7)}-01`,
  }
  const filled = (template: string) => readFileSync(new URL(`new-section/${template}`, import.meta.url), 'utf8')
    .replace(/\b(?:SLUG|TITLE|STATION|SOURCE|TODAY|RECHECK)\b/g, word => words[word]!)
  const entry = readFileSync(join(root, files.entry), 'utf8')
  return {
    files: {
      [places.slides]: filled('slides.md'),
      [places.quizzes]: filled('quizzes.yaml'),
      [places.evidence]: filled('evidence.yaml'),
      [files.entry]: `${entry.trimEnd()}\n\n---\nsrc: ./${places.slides}\n---\n`,
    },
    notes: [
      `${files.entry} has its line at the end; move it to where the section belongs.`,
      ...(free ? [] : ['Every station on the map is taken: choose one in the evidence, or add one to course.yaml and to the drawing of the map.']),
    ],
  }
}
