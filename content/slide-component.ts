import type { Term } from '../core/course.ts'
import type { SlideSource } from './read-slides.ts'
import { join } from 'node:path'
import { createMarkdownExit } from 'markdown-exit'
import { componentFile } from './slide-needs.ts'

const markdown = createMarkdownExit({ html: true, xhtmlOut: true, linkify: true })

/** Slidev writes the parts of a layout as lines of `::name::`; what stands before the first is the default. */
const SLOT = /^::([\w-]+)::[ \t]*$/m
const TAG = /<([A-Z]\w+)/g
const TERM = /<CourseTerm id="([^"]+)"/g

/** @returns the Markdown of each part of a slide's layout that holds anything, by name */
export function slotsOf(content: string): [name: string, text: string][] {
  const [first = '', ...rest] = content.split(SLOT)
  const slots = [['default', first], ...rest.flatMap((name, index) => index % 2 === 0 ? [[name, rest[index + 1]!]] : [])] as [string, string][]
  return slots.filter(([, text]) => text.trim() !== '')
}

/**
 * A slide as the source of a Vue component, for pages: the same Markdown that Slidev makes a slide of, without Slidev.
 * Its terms come with it, so that they explain themselves before, and without, any script.
 */
export function slideComponent({ layout, content, frontmatter }: SlideSource, terms: readonly Term[], root: string): string {
  const at = (...path: string[]) => JSON.stringify(join(root, ...path).replaceAll('\\', '/'))
  const tags = new Set(Array.from(content.matchAll(TAG), match => match[1]!))
  const named = new Set(Array.from(content.matchAll(TERM), match => match[1]))
  return [
    '<script setup lang="ts">',
    `import Layout from ${at('layouts', `${layout}.vue`)}`,
    `import { provideTerms } from ${at('composables', 'useGlossary.ts')}`,
    ...Array.from(tags, tag => `import ${tag} from ${at(componentFile(tag, root))}`),
    `const frontmatter = ${JSON.stringify(frontmatter)}`,
    `provideTerms(${JSON.stringify(terms.filter(({ id }) => named.has(id)).map(({ id, term, text }) => ({ id, term, text })))})`,
    '</script>',
    '<template>',
    '<Layout :frontmatter>',
    ...slotsOf(content).map(([name, text]) => `<template #${name}>\n${markdown.render(text)}</template>`),
    '</Layout>',
    '</template>',
  ].join('\n')
}
