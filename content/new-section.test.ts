import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import { copyTiny } from '../tests/fixtures/tiny-copy.ts'
import { readCourseFiles } from './course-files.ts'
import { loadCourse, readCourse } from './load-course.ts'
import { newSection } from './new-section.ts'
import { reviewProblems, reviewWarnings } from './report.ts'

const TODAY = '2026-11-28'

async function begin(root: string, slug: string, title?: string) {
  const { files } = await readCourseFiles(root)
  const section = newSection(root, files, { slug, title, today: TODAY })
  for (const [file, text] of Object.entries(section.files))
    writeFileSync(join(root, file), text)
  return section
}

function copyOfTheCourse(): string {
  const root = mkdtempSync(join(tmpdir(), 'course-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  for (const part of ['course.yaml', 'slides.md', 'slides', 'quizzes', 'evidence'])
    cpSync(part, join(root, part), { recursive: true })
  return root
}

describe('a new section', () => {
  it('is in order in the tiny course: its three files, its line at the end of the deck, on a free station', async () => {
    const { root } = copyTiny()
    const { files, notes } = await begin(root, 'morning-mist', 'Mist: "thick" & it\'s cold')
    expect(Object.keys(files)).toEqual(['slides/morning-mist.md', 'quizzes/morning-mist.yaml', 'evidence/morning-mist.yaml', 'slides.md'])
    expect((await readCourse(root)).problems).toEqual([])
    const { outline } = await loadCourse(root)
    expect(outline.sections.map(({ id }) => id)).toEqual(['tea', 'rain', 'morning-mist'])
    expect(outline.sections[2]).toMatchObject({ title: 'Mist: "thick" & it\'s cold', minutes: 6 })
    expect(outline.sections.filter(({ station }) => station === outline.sections[2]!.station)).toHaveLength(1)
    expect(notes).toHaveLength(1)
  })

  it('passes the whole check in the real course, and is marked as a draft there', async () => {
    const root = copyOfTheCourse()
    const { notes } = await begin(root, 'sleep')
    const { files, problems } = await readCourse(root)
    expect(problems).toEqual([])
    expect(reviewProblems(files)).toEqual([])
    expect(files.sections.at(-1)!.evidence.data!.title).toBe('Sleep (draft)')
    const marked = reviewWarnings(files, TODAY).filter(({ message }) => message.startsWith('Draft: '))
    expect(marked.map(({ file }) => file)).toEqual(['slides/sleep.md', 'quizzes/sleep.yaml', 'evidence/sleep.yaml'])
    expect(notes.join(' ')).toMatch(/Every station on the map is taken/)
  })

  it('takes any title', async () => {
    const { root } = copyTiny()
    const { files } = await readCourseFiles(root)
    await fc.assert(fc.asyncProperty(fc.string({ minLength: 1, maxLength: 40 }).filter(title => title.trim() === title && !/[\n\r]/.test(title)), async (title) => {
      const text = newSection(root, files, { slug: 'mist', title, today: TODAY }).files['evidence/mist.yaml']!
      mkdirSync(join(root, 'evidence'), { recursive: true })
      writeFileSync(join(root, 'evidence/mist.yaml'), text)
      writeFileSync(join(root, 'some.md'), '---\ntitle: x\nlayout: cover\n---\n\n---\nsrc: ./slides/mist.md\n---\n')
      writeFileSync(join(root, 'slides/mist.md'), '---\nlayout: people\nid: a\ntitle: b\n---\n')
      const read = (await readCourseFiles(root, 'some.md')).files.sections[0]!.evidence
      expect(read.data?.title).toBe(title)
      rmSync(join(root, 'evidence/mist.yaml'))
      rmSync(join(root, 'slides/mist.md'))
    }), { numRuns: 30 })
  })
})

describe('no section is begun', () => {
  it.each([
    ['Sleep', /^"Sleep" is no name for a section: use letters a–z/],
    ['deep sleep', /^"deep sleep" is no name/],
    ['../sleep', /is no name/],
    ['12', /a number is the address of a slide\.$/],
    ['2nd-sleep', /no name there begins with a digit\.$/],
    ['glossary', /the course has a page or a file of that name\.$/],
    ['presenter', /the course has a page or a file of that name\.$/],
    ['all', /^"all" is no name for a section: "--section all" stands for the whole course\.$/],
    ...['con', 'prn', 'aux', 'nul', 'com1', 'lpt9'].map((name): [string, RegExp] => [name, /is no name for a section: Windows can have no file of that name\.$/]),
    ['tea', /^There is a section "tea" already: slides\/tea\.md, quizzes\/tea\.yaml, evidence\/tea\.yaml\. Choose another name/],
  ])('of the name %s, and the reason is given', async (slug, message) => {
    const { root } = copyTiny()
    await expect(begin(root, slug)).rejects.toThrow(message)
  })

  it('over a file that is left of another one', async () => {
    const copy = copyTiny()
    copy.write('quizzes/mist.yaml', '[]')
    await expect(begin(copy.root, 'mist')).rejects.toThrow('There is a section "mist" already: quizzes/mist.yaml.')
  })

  it('without a source that holds the place', async () => {
    const copy = copyTiny()
    copy.write('evidence/sources.json', '[]')
    await expect(begin(copy.root, 'mist')).rejects.toThrow('evidence/sources.json has no source yet')
  })
})
