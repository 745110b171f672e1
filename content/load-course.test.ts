import type { CslSource } from './format-sources.ts'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { copyTiny, TINY } from '../tests/fixtures/tiny-copy.ts'
import { formatSources, linkOf } from './format-sources.ts'
import { loadCourse } from './load-course.ts'
import { ContentError } from './problem.ts'

describe('the loaded course', () => {
  let course: Awaited<ReturnType<typeof loadCourse>>
  beforeAll(async () => {
    course = await loadCourse(TINY)
  })
  const tea = () => course.sections.find(section => section.id === 'tea')!

  it('has its sections in the order of the deck, not of the alphabet', () => {
    expect(course.outline.sections.map(section => section.id)).toEqual(['tea', 'rain'])
    expect(course.sections.map(section => section.id)).toEqual(['tea', 'rain'])
  })

  it('follows the deck when its sections change places', async () => {
    const copy = copyTiny()
    copy.replace('slides.md', './slides/tea.md', './slides/last.md')
    copy.replace('slides.md', './slides/rain.md', './slides/tea.md')
    copy.replace('slides.md', './slides/last.md', './slides/rain.md')
    expect((await loadCourse(copy.root)).outline.sections.map(section => section.id)).toEqual(['rain', 'tea'])
  })

  it('knows the id of each slide of the deck in its order, and none for the cover', () => {
    expect(course.outline.deck).toEqual([null, 'tea.start', 'tea.verdict', 'tea.check', 'rain.start', 'rain.verdict', 'rain.check'])
  })

  it('outlines a section: what it is about, its minutes, slides and checks', () => {
    expect(course.outline.sections[0]).toMatchObject({
      id: 'tea',
      title: 'About tea',
      paragraph: 'P1',
      station: 'cup',
      lead: 'A section about tea.',
      minutes: 6,
      minutesToRead: 1,
      slides: [
        { id: 'tea.start', title: 'About tea', layout: 'cover' },
        { id: 'tea.verdict', title: 'What was found on tea', layout: 'verdict' },
        { id: 'tea.check', title: 'Check on tea', layout: 'check' },
      ],
      checks: ['tea.colour'],
    })
  })

  it('outlines the bank with full ids, and what a draw needs', () => {
    expect(course.outline.sections[0]!.questions).toEqual([
      { id: 'tea.colour', about: 'tea.first', revision: 1, quiz: true },
      { id: 'tea.several', about: 'tea.second', revision: 1, quiz: true },
      { id: 'tea.steps', about: 'tea.first', revision: 1, quiz: true },
      { id: 'tea.pairs', about: 'tea.first', revision: 1, quiz: true },
    ])
  })

  it('keeps the words of slides and questions out of the outline, which every page loads', () => {
    expect(JSON.stringify(course.outline)).not.toMatch(/One sentence|The right one|prompt|feedback|Something/)
  })

  it('counts half minutes and rounds their sum', async () => {
    const copy = copyTiny()
    copy.replace('slides/tea.md', 'Minutes: 2', 'Minutes: 0.5')
    copy.replace('slides/tea.md', 'Minutes: 3', 'Minutes: 1.25')
    expect((await loadCourse(copy.root)).outline.sections[0]!.minutes).toBe(3)
  })

  it('has full ids everywhere in a section', () => {
    expect(tea().claims.map(claim => claim.id)).toEqual(['tea.helps'])
    expect(tea().verdicts.map(({ id, claims }) => ({ id, claims }))).toEqual([
      { id: 'tea.first', claims: ['tea.helps'] },
      { id: 'tea.second', claims: ['tea.helps'] },
    ])
    expect(tea().questions.map(question => question.id)).toEqual(['tea.colour', 'tea.several', 'tea.steps', 'tea.pairs'])
    expect(tea().trials).toEqual([])
  })

  it('fills in what a question may leave out', async () => {
    const copy = copyTiny()
    copy.replace('quizzes/tea.yaml', '  answer: a\n', '  answer: a\n  quiz: false\n  revision: 3\n')
    const { questions } = (await loadCourse(copy.root)).outline.sections[0]!
    expect(questions[0]).toMatchObject({ quiz: false, revision: 3 })
    expect(questions[1]).toMatchObject({ quiz: true, revision: 1 })
  })

  it('gives a section each source that it names, once, formatted', () => {
    expect(tea().sources).toEqual([{
      id: 'smith-2001',
      citation: 'Smith, A. B. (2001). A trial.',
      url: 'https://doi.org/10.1000/xyz',
      linkText: 'doi:10.1000/xyz',
      result: 'It was mixed.',
      checked: '2026-11-22',
    }])
  })

  it('is a single section when the deck is', async () => {
    const single = await loadCourse(TINY, 'slides/rain.md')
    expect(single.outline.sections.map(section => section.id)).toEqual(['rain'])
    expect(single.outline.deck).toEqual(['rain.start', 'rain.verdict', 'rain.check'])
    expect(single.sections, 'slides may name things of any section').toEqual(course.sections)
  })

  it('is some slides in the order of an entry of its own', async () => {
    const copy = copyTiny()
    copy.write('some.md', '---\ntitle: Some slides\nlayout: cover\n---\n\n---\nsrc: ./slides/rain.md#2\n---\n\n---\nsrc: ./slides/tea.md#1,3\n---\n')
    const some = await loadCourse(copy.root, 'some.md')
    expect(some.outline.deck).toEqual([null, 'rain.verdict', 'tea.start', 'tea.check'])
    expect(some.outline.sections.map(({ id, slides }) => [id, slides.length])).toEqual([['rain', 1], ['tea', 2]])
  })

  it('is plain data that survives JSON', () => {
    expect(JSON.parse(JSON.stringify(course))).toEqual(course)
  })
})

describe('content with problems', () => {
  it('is not loaded: the error lists every one of them', async () => {
    const copy = copyTiny()
    copy.replace('quizzes/tea.yaml', 'answer: a\n', 'answer: e\n')
    copy.replace('evidence/rain.yaml', 'evidence: mixed', 'evidence: certain')
    const error = await loadCourse(copy.root).catch(error => error)
    expect(error).toBeInstanceOf(ContentError)
    expect(error.problems.map((problem: { file: string }) => problem.file).sort()).toEqual(['evidence/rain.yaml', 'quizzes/tea.yaml'])
    expect(error.message).toMatch(/^The content has 2 problems:/)
    expect(error.message).toContain(`quizzes/tea.yaml:${copy.lineOf('quizzes/tea.yaml', 'answer: e')}  `)
    expect(error.message).toContain(`evidence/rain.yaml:${copy.lineOf('evidence/rain.yaml', 'certain')}  `)
  })
})

function sourceOf(more: Record<string, unknown> = {}): CslSource {
  return {
    'id': 'smith-2001',
    'type': 'article-journal',
    'title': 'A trial of tea',
    'author': [{ family: 'Smith', given: 'AB' }],
    'container-title': 'Journal of Tea',
    'volume': '5',
    'page': '1-9',
    'issued': { 'date-parts': [[2001]] },
    'custom': { result: 'It was mixed.', limits: 'Few people.', checked: '2026-11-22' },
    ...more,
  }
}
const DOI = '10.1000/xyz'
const PMID = '12345'
const URL = 'https://www.fda.gov/tea'
const formatted = async (more?: Record<string, unknown>) => (await formatSources([sourceOf(more)])).get('smith-2001')!

describe('the link of a source', () => {
  it.each([
    ['the DOI before all', { DOI, PMID, URL }, 'https://doi.org/10.1000/xyz', 'doi:10.1000/xyz'],
    ['PubMed where there is no DOI', { PMID, URL }, 'https://pubmed.ncbi.nlm.nih.gov/12345/', 'PubMed 12345'],
    ['the official page where there is neither, named by its host', { URL }, URL, 'fda.gov'],
  ])('is %s', async (_name, links, url, linkText) => {
    expect(linkOf(sourceOf(links))).toEqual({ url, linkText })
    expect(await formatted(links)).toMatchObject({ url, linkText })
  })

  it('is none where the source has none', () => {
    expect(linkOf(sourceOf())).toBeUndefined()
  })
})

describe('the citation of a source', () => {
  it('is one line with authors, year, title and journal', async () => {
    expect((await formatted({ DOI })).citation).toBe('Smith, A. B. (2001). A trial of tea. Journal of Tea, 5, 1–9.')
  })

  it('leaves out the link, which stands beside it', async () => {
    expect((await formatted({ DOI, PMID, URL })).citation).not.toMatch(/http|doi|10\.1000|12345|fda\.gov/i)
  })

  it.each([
    ['AB', 'Smith, A. B.'],
    ['ABC', 'Smith, A. B. C.'],
    ['ÉA', 'Smith, É. A.'],
    ['A', 'Smith, A.'],
    ['A. B.', 'Smith, A. B.'],
    ['Anna Berta', 'Smith, A. B.'],
    ['Al', 'Smith, A.'],
  ])('writes initials with points: %s', async (given, author) => {
    expect((await formatted({ author: [{ family: 'Smith', given }] })).citation).toContain(`${author} (2001)`)
  })

  it.each([
    [[{ family: 'Smith', given: 'AB' }], 'Smith, A. B., et al. (2001).'],
    [[{ family: 'Smith', given: 'AB' }, { family: 'Jones', given: 'C' }], 'Smith, A. B., Jones, C., et al. (2001).'],
  ])('says that there are more authors where the list stops early', async (author, start) => {
    expect((await formatted({ author, custom: { result: 'x', checked: '2026-11-22', etAl: true } })).citation.startsWith(start)).toBe(true)
  })

  it('names an office as it is written, and does without an author', async () => {
    expect((await formatted({ author: [{ literal: 'US FDA' }] })).citation).toMatch(/^US FDA\.? \(2001\)\./)
    expect((await formatted({ author: undefined })).citation).toMatch(/^A trial of tea\. \(2001\)\./)
  })

  it('belongs to its own source, whatever the alphabet says', async () => {
    const sources = await formatSources([sourceOf({ id: 'z', title: 'Zebra', author: undefined }), sourceOf({ id: 'a', title: 'Ant', author: undefined })])
    expect([...sources.keys()]).toEqual(['z', 'a'])
    expect(sources.get('z')!.citation).toContain('Zebra')
    expect(sources.get('a')!.citation).toContain('Ant')
  })

  it('does not change the sources it is given', async () => {
    const source = sourceOf({ DOI })
    await formatSources([source])
    expect(source).toEqual(sourceOf({ DOI }))
  })

  it('is made once, and the same afterwards; what was damaged meanwhile is made anew', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'citations-'))
    const source = sourceOf({ DOI })
    const made = await formatSources([source], folder)
    const [file, ...others] = readdirSync(folder)
    expect(others).toEqual([])
    expect(await formatSources([source], folder)).toEqual(made)
    writeFileSync(join(folder, file!), readFileSync(join(folder, file!), 'utf8').replace('Journal', 'Annals'))
    expect((await formatSources([source], folder)).get('smith-2001')!.citation).toContain('Annals of Tea')
    writeFileSync(join(folder, file!), '[["smith')
    expect(await formatSources([source], folder)).toEqual(made)
    expect((await formatSources([sourceOf({ DOI, title: 'A trial of coffee' })], folder)).get('smith-2001')!.citation).toContain('coffee')
    rmSync(folder, { recursive: true })
  })

  it('is made where it cannot be kept', async () => {
    const inAFile = join(fileURLToPath(import.meta.url), 'citations')
    expect((await formatSources([sourceOf({ DOI })], inAFile)).get('smith-2001')!.citation).toContain('Journal of Tea')
  })
})
