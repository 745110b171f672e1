import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parse, stringify } from 'yaml'
import { isChecked } from '../../content/course-files.ts'
import { readCourse } from '../../content/load-course.ts'
import { ContentError } from '../../content/problem.ts'
import { shuffle } from '../../core/draw.ts'

export interface CourseSize {
  slides: number
  questions: number
}

/** What a build of the course does not read. */
const LEFT_OUT = new Set(['node_modules', 'tests', 'docs', 'dist', 'handouts', 'test-results'])

type Item = Record<string, any>

/**
 * Copies this repo's course to `root` and adds sections until it has at least as many slides and questions as wanted. A
 * section is a real one over again under another name, titles, verdicts and prompts in another order of words, so that a
 * packer finds no repetition that a real course would not have. The same input gives the same course.
 * @returns what it has in the end
 * @throws {ContentError} when the content check would not let it pass
 */
export async function writeBigCourse(root: string, wanted: CourseSize): Promise<CourseSize> {
  mkdirSync(root, { recursive: true })
  for (const name of readdirSync('.').filter(name => !name.startsWith('.') && !LEFT_OUT.has(name)))
    cpSync(name, join(root, name), { recursive: true })
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'))

  const { files } = await readCourse(process.cwd())
  const questions = files.sections.reduce((sum, section) => sum + (section.bank.data?.length ?? 0), 0)
  const clones: { from: string, to: string }[] = []
  for (let slides = files.slides.length; slides < wanted.slides;) {
    const from = files.sections[clones.length % files.sections.length]!
    clones.push({ from: from.id, to: `${from.id}-again-${clones.length + 1}` })
    slides += from.slides.length
  }
  let lacking = wanted.questions - questions
  for (const [index, clone] of clones.entries())
    lacking -= writeSection(root, clone, Math.ceil(lacking / (clones.length - index)))
  writeFileSync(join(root, 'slides.md'), `${readFileSync('slides.md', 'utf8').trimEnd()}\n${clones.map(({ to }) => `\n---\nsrc: ./slides/${to}.md\n---\n`).join('')}`)

  const { files: big, problems } = await readCourse(root)
  if (problems.length > 0 || !isChecked(big))
    throw new ContentError(problems)
  return {
    slides: big.slides.length,
    questions: big.sections.reduce((sum, section) => sum + section.bank.data.length, 0),
  }
}

/** @returns how many questions the section got: the real ones, and copies of them until there are as many as wanted */
function writeSection(root: string, { from, to }: { from: string, to: string }, wanted: number): number {
  const own = new RegExp(`\\b${from}\\.(?=[a-z])`, 'g')
  const renamed = (path: string) => readFileSync(path, 'utf8').replace(own, `${to}.`)

  const slides = renamed(`slides/${from}.md`).replace(`routeAlias: ${from}\n`, `routeAlias: ${to}\n`)
  writeFileSync(join(root, 'slides', `${to}.md`), slides.replace(/^(title|lead|ask): ([^>|\n].*)$/gm, (_, key, words) => `${key}: ${JSON.stringify(mixed(words, to))}`))

  const evidence = parse(renamed(`evidence/${from}.yaml`)) as Item
  evidence.title = mixed(`${evidence.title} ${to}`, to)
  evidence.lead = mixed(evidence.lead, to)
  // A figure is written once in a course.
  delete evidence.figures
  for (const item of [...evidence.claims, ...evidence.verdicts, ...evidence.trials ?? []] as Item[]) {
    for (const key of ['text', 'title', 'statement', 'because', 'limits']) {
      if (typeof item[key] === 'string')
        item[key] = mixed(item[key], `${to}.${item.id}`)
    }
  }
  writeFileSync(join(root, 'evidence', `${to}.yaml`), asYaml(evidence))

  const bank = parse(renamed(`quizzes/${from}.yaml`)) as Item[]
  // Copies are drawn by the quiz and stand on no slide.
  const sample = bank.filter(question => question.quiz !== false)
  const copies = Array.from({ length: Math.max(0, wanted - bank.length) }, (_, index) => {
    const question = sample[index % sample.length]!
    const seed = `${to}.${index}`
    // In another order a term of several words is none.
    return { ...question, notExplained: undefined, id: `${mixed(question.id.replaceAll('-', ' '), seed).replaceAll(' ', '-')}-${index + 1}`, prompt: mixed(question.prompt, seed), explanation: mixed(question.explanation, seed) }
  })
  writeFileSync(join(root, 'quizzes', `${to}.yaml`), asYaml([...bank, ...copies]))
  return bank.length + copies.length
}

/** The same words in another order. */
function mixed(words: string, seed: string): string {
  return shuffle(words.replace(/["'#:]/g, '').trim().split(/\s+/), seed).join(' ')
}

/** Written out in full, as an author would: an alias for what stands twice makes reading quadratic. */
function asYaml(data: unknown): string {
  return stringify(data, { aliasDuplicateObjects: false })
}
