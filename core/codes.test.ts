import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { expect, it } from 'vitest'

const core = dirname(fileURLToPath(import.meta.url))
/** Messages of a schema are for authors, at the build. */
const files = readdirSync(core, { recursive: true, encoding: 'utf8' }).filter(file => /\.ts$/.test(file) && !/\.(?:test|schema)\.ts$/.test(file)).sort()

/** An outline of a picture: M, then coordinates. */
const isPath = (text: string) => /^M-?[\d.]/.test(text)

/** @returns the texts of a file that begin like a sentence and go on with another word */
function sentencesOf(file: string, code = readFileSync(join(core, file), 'utf8')): string[] {
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) {
      const text = ts.isTemplateExpression(node) ? [node.head.text, ...node.templateSpans.map(span => `…${span.literal.text}`)].join('') : node.text
      if (/^\s*[\p{Lu}…].*\s\S/u.test(text) && /\p{L}{2}/u.test(text) && !isPath(text))
        found.push(`${file}: ${text}`)
    }
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(file, code, ts.ScriptTarget.Latest))
  return found
}

it('core speaks in codes: no file holds a sentence for learners', () => {
  expect(files.length).toBeGreaterThan(30)
  expect(files.flatMap(file => sentencesOf(file))).toEqual([])
})

it.each([
  ['a sentence', `export const says = () => 'Choose one of the options first.'`],
  ['a sentence around a number', `export const says = (n: number) => \`Guess from \${n} to 100.\``],
  ['a sentence that begins with a number', `export const says = (n: number) => \`\${n} gaps are not filled yet.\``],
])('%s in a file would be found', (_name, code) => {
  expect(sentencesOf('any.ts', code)).toHaveLength(1)
})
