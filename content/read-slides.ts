import type { Problem } from './problem.ts'
import { existsSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { load } from '@slidev/parser/fs'
import { slideSchema } from '../core/course.schema.ts'

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
  question?: string
  trial?: string
  verdicts: string[]
  /** From the speaker notes */
  minutes: number
  /** As it was written, for the layout */
  frontmatter: Record<string, unknown>
  content: string
  /** 1-based line where the content begins */
  contentLine: number
}

/** Reads the deck in its order. Problems of single slides are told, not thrown. */
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
  const problems: Problem[] = Object.values(markdownFiles).flatMap(markdown => (markdown.errors ?? []).map(error => ({
    file: relative(root, markdown.filepath),
    line: error.row + 1,
    message: error.message,
    remedy: 'Mend the `src:` line or the frontmatter of this slide.',
  })))

  const read = slides.map(({ source, frontmatter, note }): SlideSource => {
    const file = relative(root, source.filepath)
    const section = file.startsWith('slides/')
      ? basename(file, '.md')
      : undefined
    const line = source.start + 1
    // The parser trims the content, so blank lines under the frontmatter are missing from it.
    const blankLines = Math.max(0, source.raw.split('\n').slice(source.contentStart - source.start).findIndex(text => text.trim() !== ''))
    if (section) {
      // Slidev reads on past broken YAML and drops what it cannot make out.
      const broken = source.frontmatterDoc?.errors ?? []
      for (const error of broken) {
        problems.push({
          file,
          line: line + (error.linePos?.[0].line ?? 0),
          message: `Broken YAML: ${error.message.split('\n')[0]}`,
          remedy: 'Mend the line; a text that holds ": " or begins with a special character needs quotes.',
        })
      }
      const shape = slideSchema.safeParse(frontmatter)
      for (const issue of broken.length > 0 ? [] : shape.error?.issues ?? []) {
        problems.push({
          file,
          line,
          message: `Frontmatter of slide "${frontmatter.id ?? frontmatter.title ?? source.index + 1}": ${issue.path.join('.')} ${issue.message}`,
          remedy: 'Mend the frontmatter (docs/authoring.md lists what each layout takes).',
        })
      }
      problems.push(...checkNote(file, line, frontmatter.id, note))
    }
    return {
      file,
      line,
      section,
      id: section && frontmatter.id
        ? `${section}.${frontmatter.id}`
        : '',
      title: frontmatter.title ?? '',
      layout: frontmatter.layout ?? '',
      lead: textIn(frontmatter.lead),
      ask: textIn(frontmatter.ask),
      routeAlias: frontmatter.routeAlias,
      question: textIn(frontmatter.question),
      trial: textIn(frontmatter.trial),
      verdicts: Array.isArray(frontmatter.verdicts)
        ? frontmatter.verdicts.filter(textIn)
        : [],
      minutes: minutesOf(note),
      frontmatter,
      content: source.content,
      contentLine: source.contentStart + 1 + blankLines,
    }
  })
  return { slides: read, problems }
}

/** What is no text was told by the schema; the rules after it get texts only. */
function textIn(value: unknown): string | undefined {
  return typeof value === 'string'
    ? value
    : undefined
}

function minutesOf(note = ''): number {
  return Number(/^Minutes:[ \t]*(\d+(?:\.\d+)?)/m.exec(note)?.[1] ?? 0)
}

/** Speaker notes hold four lines that a presenter can rely on. */
function checkNote(file: string, line: number, id: unknown, note = ''): Problem[] {
  const missing = ['Minutes', 'Say', 'Ask', 'Expect'].filter(word => !new RegExp(`^${word}:[ \\t]*${word === 'Minutes' ? '\\d' : '\\S'}`, 'm').test(note))
  if (missing.length === 0)
    return []
  return [
    {
      file,
      line,
      message: `Slide "${id}": the speaker notes lack ${missing.join(', ')}`,
      remedy: 'End the slide with a comment that has the lines "Minutes:", "Say:", "Ask:" and "Expect:".',
    },
  ]
}
