import type { SlideInfo, SlidevMarkdown, SourceSlideInfo } from '@slidev/types'
import type { Problem } from './problem.ts'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { load } from '@slidev/parser/fs'
import { isNode } from 'yaml'
import { z } from 'zod'
import { headmatterSchema, importSchema, slideSchema } from '../core/slides.schema.ts'
import { placeBelow } from './paths.ts'
import { yamlFaults } from './read-data.ts'
import { schemaProblems } from './schema-problems.ts'

/** One slide of a section, as its Markdown has it. */
export interface SlideSource {
  /** Relative to the root */
  file: string
  /** 1-based line where the slide begins */
  line: number
  /** `<section>`, by the name of the file; `undefined` for slides of the entry itself */
  section?: string
  /** `<section>.<id>`; empty when the slide has none */
  id: string
  title: string
  layout: string
  /** Read under the title: the opening of a cover, the question under a claim */
  lead?: string
  ask?: string
  routeAlias?: string
  /** The paragraph of the article that a claim is from */
  paragraph?: string
  question?: string
  /** Asked on the reading page after the slide's words */
  then?: string
  trial?: string
  verdicts: string[]
  /** As the speaker reads it; in no page, and in the deck only where it is built with notes */
  note: string
  /** From the speaker notes */
  minutes: number
  /** As it was written, for the layout */
  frontmatter: Record<string, unknown>
  /** By field of the frontmatter, the 1-based line of its value */
  lines: Record<string, number>
  content: string
  /** 1-based line where the content begins */
  contentLine: number
}

/** The fields that the rules after the schema look at. What has a wrong shape was reported, and is left out here. */
const readable = z.object({
  id: z.string().catch(''),
  title: z.string().catch(''),
  layout: z.string().catch(''),
  lead: z.string().optional().catch(undefined),
  ask: z.string().optional().catch(undefined),
  routeAlias: z.string().optional().catch(undefined),
  paragraph: z.string().optional().catch(undefined),
  question: z.string().optional().catch(undefined),
  then: z.string().optional().catch(undefined),
  trial: z.string().optional().catch(undefined),
  verdicts: z.array(z.string()).catch([]),
})

/** Reads the deck in its order. Problems of single slides are reported, not thrown. */
export async function readSlides(root: string, entry = 'slides.md'): Promise<{ slides: SlideSource[], problems: Problem[] }> {
  if (!existsSync(join(root, entry))) {
    return {
      slides: [],
      problems: [
        {
          file: entry,
          line: 1,
          message: 'The file is missing',
          remedy: 'Write it: headmatter, a cover, and one `src:` line per section.',
        },
      ],
    }
  }

  const { slides, markdownFiles } = await load({
    roots: [root],
    userRoot: root,
  }, join(root, entry))
  const files = Object.values(markdownFiles) as SlidevMarkdown[]
  return {
    slides: slides.map(slide => readSlide(root, slide)),
    problems: [
      ...files.flatMap(({ errors = [], filepath }) => errors.map(({ row, message }) => ({
        file: placeBelow(root, filepath),
        line: row + 1,
        message,
        remedy: 'Mend the `src:` line or the frontmatter of this slide.',
      }))),
      ...files.flatMap(({ slides }) => slides.filter(({ frontmatter }) => frontmatter.src)).flatMap(slide => checkImport(root, slide, entry)),
      ...slides.flatMap(slide => checkSlide(root, slide)),
    ],
  }
}

function readSlide(root: string, { source, frontmatter, note }: SlideInfo): SlideSource {
  const { file, section, line, lineOf } = placeOf(root, source)
  // The parser trims the content, so blank lines under the frontmatter are missing from it.
  const blankLines = Math.max(0, source.raw.split('\n').slice(source.contentStart - source.start).findIndex(text => text.trim() !== ''))
  const { id, ...fields } = readable.parse(frontmatter)
  return {
    ...fields,
    file,
    line,
    lines: Object.fromEntries(Object.keys(frontmatter).map(field => [field, lineOf(field)])),
    section,
    id: section && id ? `${section}.${id}` : '',
    note: note ?? '',
    minutes: minutesOf(note),
    frontmatter,
    content: source.content,
    contentLine: source.contentStart + 1 + blankLines,
  }
}

/** A file in `slides/` is a section. */
function sectionOfFile(file: string): string | undefined {
  return /^slides\/([^/]+)\.md$/.exec(file)?.[1]
}

function placeOf(root: string, source: SourceSlideInfo) {
  const file = placeBelow(root, source.filepath)
  const line = source.start + 1
  return {
    file,
    section: sectionOfFile(file),
    line,
    lineOf: (...path: (string | number)[]): number => {
      for (let depth = path.length; depth > 0; depth--) {
        const node = source.frontmatterDoc?.getIn(path.slice(0, depth), true)
        if (isNode(node) && node.range)
          return line + source.frontmatterRaw!.slice(0, node.range[0]).split('\n').length
      }
      return line
    },
  }
}

/** What the frontmatter and the notes of one slide lack, or have too much. */
function checkSlide(root: string, { source, note, index }: SlideInfo): Problem[] {
  // As it stands in its file, without what Slidev hands on from the slide that brings it in.
  const { frontmatter } = source
  const { file, section, line, lineOf } = placeOf(root, source)
  // Slidev reads on past broken YAML and drops what it cannot make out.
  const broken = source.frontmatterDoc
    ? yamlFaults(source.frontmatterDoc, source.frontmatterRaw!, index => line + source.frontmatterRaw!.slice(0, index).split('\n').length).map(fault => ({ file, ...fault }))
    : []
  const called = `Slide "${frontmatter.id ?? frontmatter.title ?? index + 1}"`
  const notes = section ? checkNote(file, line, called, note) : []
  if (broken.length > 0)
    return [...broken, ...notes]
  if (!section && index > 0) {
    return [{
      file,
      line,
      message: `${called} stands in the entry, beside its cover`,
      remedy: 'Move it to a section, as a file of slides/: progress knows slides by their section.',
    }]
  }
  const schema = section ? slideSchema : headmatterSchema
  const issues = schema.safeParse(frontmatter).error?.issues ?? []
  return [
    ...schemaProblems(issues, { file, data: frontmatter, schema, lineOf, called, owner: section ? `the layout ${frontmatter.layout}` : 'the cover of the course' }),
    ...notes,
  ]
}

/** Only the entry brings in sections, and nothing but that: Slidev hands any other field on to every slide of the section. */
function checkImport(root: string, source: SourceSlideInfo, entry: string): Problem[] {
  const { file, line, lineOf } = placeOf(root, source)
  if (file !== entry) {
    return [{
      file,
      line: lineOf('src'),
      message: `"src: ${source.frontmatter.src}" stands in a section`,
      remedy: `Move it to ${entry}, which alone knows the order of the sections.`,
    }]
  }
  const issues = importSchema.safeParse(source.frontmatter).error?.issues ?? []
  return schemaProblems(issues, { file, data: source.frontmatter, schema: importSchema, lineOf, called: `The slide of line ${line}`, owner: 'a slide that brings in a section' })
}

function minutesOf(note = ''): number {
  return Number(/^Minutes:[ \t]*(\d+(?:\.\d+)?)/m.exec(note)?.[1] ?? 0)
}

/** @returns whether notes have no end: such a comment goes on to the end of the next one, and the slide between them is gone */
export const runsOn = (note: string): boolean => /^(?:-{3,}[ \t]*$|layout:)/m.test(note)

/** Speaker notes hold four lines that a presenter can rely on. */
function checkNote(file: string, line: number, called: string, note = ''): Problem[] {
  if (runsOn(note)) {
    return [{
      file,
      line,
      message: `${called}: the speaker notes run on into the next slide`,
      remedy: 'End them with "-->", on a line of its own.',
    }]
  }
  const missing = ['Minutes', 'Say', 'Ask', 'Expect'].filter(word => !new RegExp(`^${word}:[ \\t]*${word === 'Minutes' ? '\\d+(?:\\.\\d+)?[ \\t]*$' : '\\S'}`, 'm').test(note))
  if (missing.length === 0)
    return []
  return [
    {
      file,
      line,
      message: `${called}: the speaker notes lack ${missing.join(', ')}`,
      remedy: 'End the slide with a comment that has the lines "Minutes:", "Say:", "Ask:" and "Expect:".',
    },
  ]
}
