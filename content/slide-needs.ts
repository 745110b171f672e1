import type { SlideSource } from './read-slides.ts'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

/** What must be at hand before a slide can be drawn, beside its component. */
export interface SlideNeeds {
  /** Sections whose data it shows */
  sections: string[]
  /** All verdicts and trials in little */
  map: boolean
  /** Lessons and terms of the whole course */
  glossary: boolean
}

/** The data that a composable of composables/ gives, by its name. Lessons come with every section. */
const GIVES: Record<string, 'section' | 'map' | 'glossary'> = {
  useSection: 'section',
  useQuestions: 'section',
  useQuestion: 'section',
  useVerdict: 'section',
  useTrial: 'section',
  useSources: 'section',
  useLesson: 'section',
  useCourseMap: 'map',
  useGlossary: 'glossary',
}

const IMPORT = /^import (?!type\b)(?:(\w+)|\{([^}]*)\}) from '(\.[^']+\.(?:vue|ts))'$/gm
const TAG = /<([A-Z]\w+)/g

/** @returns as `components/figure/FigureBars.vue` of `FigureBars`: every component begins with the word of its folder, where what is drawn for this subject alone has one of its own */
export function componentFile(tag: string, root: string): string {
  const folder = join('components', /^[A-Z][a-z]+/.exec(tag)![0].toLowerCase())
  const own = join(folder, 'subject', `${tag}.vue`)
  return existsSync(join(root, own)) ? own : join(folder, `${tag}.vue`)
}

/** @returns the composables for data that a file imports, or anything that it imports */
function composablesIn(file: string, seen = new Set<string>()): string[] {
  if (seen.has(file) || !existsSync(file))
    return []
  seen.add(file)
  return Array.from(readFileSync(file, 'utf8').matchAll(IMPORT)).flatMap(([, , names, from]) => {
    if (from!.includes('/composables/'))
      return (names ?? '').split(',').map(name => name.trim())
    return from!.endsWith('.vue') ? composablesIn(resolve(dirname(file), from!), seen) : []
  })
}

/** @returns what the slide shows beside its words: what its layout and its components, which lie in `root`, ask for, or theirs in turn */
export function needsOf({ section, layout, content, question, trial, verdicts }: SlideSource, root: string): SlideNeeds {
  const files = [join('layouts', `${layout}.vue`), ...Array.from(content.matchAll(TAG), ([, tag]) => componentFile(tag!, root))]
  const asked = new Set(files.flatMap(file => composablesIn(join(root, file))).map(name => GIVES[name]))
  const named = [question, trial, ...verdicts, ...Array.from(content.matchAll(/\b(?:trial|verdict)="([^"]+)"/g), match => match[1])]
  return {
    sections: [...new Set([...asked.has('section') && section ? [section] : [], ...named.flatMap(id => id?.includes('.') ? [id.slice(0, id.indexOf('.'))] : [])])],
    map: asked.has('map'),
    glossary: asked.has('glossary'),
  }
}
