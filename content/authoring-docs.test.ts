import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { ESLint } from 'eslint'
import { describe, expect, it, onTestFinished } from 'vitest'
import { parse, stringify } from 'yaml'
import { loadCourse, readCourse } from './load-course.ts'
import { formatProblem } from './problem.ts'
import { reviewProblems } from './report.ts'

/** The examples of the authors' guide by the file that each would stand in. */
const examples = Array.from(readFileSync('docs/authoring.md', 'utf8').matchAll(/^```(md|yaml|json)\n([\s\S]*?)^```$/gm), ([, language, text]) => ({
  file: { md: 'slides/depression.md', json: 'evidence/sources.json' }[language!] ?? /^# ([\w/-]+\.yaml)/.exec(text!)![1]!,
  text: text!,
}))

const BANK = 'quizzes/depression.yaml'
const ENTRY = '---\ntheme: none\ntitle: A Current\nlayout: cover\n---\n\n---\nsrc: ./slides/depression.md\n---\n'

/** A course of the examples. What questions of other types leave out is that of the first question. */
function courseOfExamples(): string {
  const root = mkdtempSync(join(tmpdir(), 'examples-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), text)
  }
  const [first, ...others] = examples.filter(({ file }) => file === BANK).flatMap(({ text }) => parse(text) as Record<string, unknown>[])
  const { about, taughtAt, level, prompt, explanation, sources } = first!
  write(BANK, stringify([first, ...others.map(own => ({ about, taughtAt, level, prompt, explanation, sources, ...own }))]))
  for (const { file, text } of examples.filter(({ file }) => file !== BANK))
    write(file, text)
  write('slides.md', ENTRY)
  return root
}

describe('the examples of the authors’ guide', () => {
  it('are a course in order, read by the real reader and with the real check', async () => {
    const root = courseOfExamples()
    const { files, problems } = await readCourse(root)
    expect(problems.map(formatProblem)).toEqual([])
    expect(reviewProblems(files).map(formatProblem)).toEqual([])
  })

  it('show every file that the content has and every type of question', async () => {
    expect([...new Set(examples.map(({ file }) => file))].sort()).toEqual([
      'course.yaml',
      'evidence/depression.yaml',
      'evidence/glossary.yaml',
      'evidence/lessons.yaml',
      'evidence/number-exceptions.yaml',
      'evidence/sources.json',
      'quizzes/accepted-words.yaml',
      BANK,
      'quizzes/headlines.yaml',
      'quizzes/retired.yaml',
      'slides/agendas.yaml',
      'slides/depression.md',
      'slides/tour.yaml',
    ])
    const { sections: [section] } = await loadCourse(courseOfExamples())
    expect(section!.questions.map(({ type }) => type).sort()).toEqual(['choice', 'choices', 'estimate', 'gap', 'hotspot', 'match', 'order', 'sort'])
  })

  it('have the form that lint accepts', async () => {
    const eslint = new ESLint()
    const results = await Promise.all(examples
      .filter(({ file }) => !file.endsWith('.md'))
      // Slides are not linted, and the agendas lie among them.
      .map(async ({ file, text }) => ({ file, messages: (await eslint.lintText(text, { filePath: file.replace('slides/', 'quizzes/') }))[0]!.messages })))
    expect(results.flatMap(({ file, messages }) => messages.filter(({ severity }) => severity === 2).map(({ line, message }) => `${file}:${line} ${message}`))).toEqual([])
  })
})

it('the guide names every layout of slides', () => {
  const guide = readFileSync('docs/authoring.md', 'utf8')
  const { properties } = JSON.parse(readFileSync('.vscode/slide.schema.json', 'utf8')).oneOf[0]
  expect(properties.layout.const).toBe('cover')
  for (const { properties } of JSON.parse(readFileSync('.vscode/slide.schema.json', 'utf8')).oneOf)
    expect(guide).toContain(`| \`${properties.layout.const}\` |`)
})
