import type { CourseFiles } from './course-files.ts'
import type { Problem } from './problem.ts'
import type { SlideSource } from './read-slides.ts'
import { wordsOfSlide } from './words.ts'

/** Words on a slide, without title, lead, question, figures and tables: more are not read from the back of a room. */
const MAX_SLIDE_WORDS = 45

/** Words under `::more::`, which a page shows beside the slide: less explains nothing, more is a second page. */
const MORE_WORDS = { min: 60, max: 160 }

const MORE = /^::more::[ \t]*$/m
const FIGURES_AND_TABLES = /<[A-Z][^>]*>|^\s*\|.*$/gm

/** @returns what of a slide or a list of sources is sound by itself, and would not be what a learner should get */
export function checkSlideForm(files: CourseFiles): Problem[] {
  return [
    ...files.slides.filter(slide => slide.section).flatMap(slide => [...checkLength(slide), ...checkLines(slide)]),
    ...checkOrphans(files),
  ]
}

function countWords(slide: SlideSource, content: string): number {
  const { file, line, contentLine } = slide
  return wordsOfSlide({ file, line, contentLine, content } as SlideSource)
    .flatMap(({ text }) => text.split(/\s+/).filter(word => /\w/.test(word)))
    .length
}

function checkLength(slide: SlideSource): Problem[] {
  const { file, id, content, contentLine } = slide
  const [shown = '', more] = content.split(MORE)
  const problems: Problem[] = []
  const words = countWords(slide, shown.replace(FIGURES_AND_TABLES, ''))
  if (words > MAX_SLIDE_WORDS) {
    problems.push({
      file,
      line: contentLine,
      message: `The slide "${id}" has ${words} words beside figures and tables; it should have ${MAX_SLIDE_WORDS} at most`,
      remedy: 'Say it shorter, move some of it below "::more::", or make two slides of it.',
    })
  }
  if (more !== undefined && countWords(slide, more) > MORE_WORDS.max)
    problems.push(wordsBelowMore(slide, 'Cut it, or make another slide of a part of it.'))
  return problems
}

function wordsBelowMore(slide: SlideSource, remedy: string): Problem {
  const [shown = '', more = ''] = slide.content.split(MORE)
  return {
    file: slide.file,
    line: slide.contentLine + shown.split('\n').length - 1,
    message: `Below "::more::" the slide "${slide.id}" has ${countWords(slide, more)} words; it should have ${MORE_WORDS.min} to ${MORE_WORDS.max}`,
    remedy,
  }
}

/** @returns a warning for each slide that explains little to who reads alone */
export function shortExplanations({ slides }: CourseFiles): Problem[] {
  return slides.filter(slide => slide.section).flatMap((slide) => {
    const [, more] = slide.content.split(MORE)
    return more !== undefined && countWords(slide, more) < MORE_WORDS.min
      ? wordsBelowMore(slide, 'Explain what the slide only names, or leave "::more::" out.')
      : []
  })
}

const FAULTS: [pattern: RegExp, message: string, remedy: string][] = [
  [/^[ \t]*(?:#{1,6}[ \t]|<h[1-6]\b|=+[ \t]*$)/i, 'A heading inside a slide', 'A slide has one heading, its "title:"; make two slides, or begin the line with **bold** words.'],
  [/\{\{/, 'Two braces, between which words are run as code', 'Take them out, or put another sign between the two.'],
  [/^(?!::[\w-]+::[ \t]*$)[ \t]*:+[ \t]*(?:more|[\w-]+[ \t]*:+)[ \t]*$/i, 'A mark of a part that is none', 'Write it as "::more::", on a line of its own, with nothing before it.'],
  [/\bv-clicks?\b|<v-clicks?\b/i, 'A part of a slide that comes with a click (v-click)', 'Take it out: a page shows everything, and a clicker would stop here. What comes later is a slide of its own.'],
]

function checkLines({ file, content, contentLine }: SlideSource): Problem[] {
  return content.replace(/<!--[\s\S]*?-->/g, notes => notes.replace(/[^\n]+/g, '')).split('\n').flatMap((text, index) => FAULTS
    .filter(([pattern]) => pattern.test(text))
    .map(([, message, remedy]) => ({ file, line: contentLine + index, message, remedy })))
}

/** @returns every text that stands anywhere in this data */
function textsIn(data: unknown): string[] {
  if (typeof data === 'string')
    return [data]
  return typeof data === 'object' && data !== null ? Object.values(data).flatMap(textsIn) : []
}

function checkOrphans({ sources, sections, lessons, glossary, headlines }: CourseFiles): Problem[] {
  const named = new Set(textsIn([sections.map(({ evidence, bank }) => [evidence.data, bank.data]), lessons.data, glossary.data, headlines.data]))
  return (sources.data ?? []).flatMap(({ id }, index) => named.has(id)
    ? []
    : {
        file: sources.file,
        line: sources.lineOf(index),
        message: `Nobody names the source "${id}"`,
        remedy: 'Name it under "sources:" where it is used, or remove it.',
      })
}
