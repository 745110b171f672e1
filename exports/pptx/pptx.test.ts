import type { Files, Label } from '../target.ts'
import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { create } from 'xmlbuilder2'
import { ContentError } from '../../content/problem.ts'
import { selectionOf } from '../../tests/fixtures/selections.ts'
import { evidenceWords } from '../../words/en/evidence.ts'
import { answeredLines } from './answer.ts'
import { isNone } from './badges.ts'
import { pagesOf } from './pages.ts'
import { presentationOf } from './pptx.ts'
import { linesOfBlock, shownOn } from './text.ts'

const plain = (text: string) => text.replace(/\s+/g, ' ').trim()

const doms = new Map<string, any>()
/** The DOM of a part of the presentation, without the many points of its drawings: read once for all tests. */
function domOf(files: Files, path: string): any {
  const read = () => create(strFromU8(files[path]!).replace(/<a:pathLst>.*?<\/a:pathLst>/gs, '')).node
  return doms.get(path) ?? doms.set(path, read()).get(path)
}
const all = (dom: any, name: string): any[] => Array.from(dom.getElementsByTagName(name))
const textsOf = (dom: any): string => plain(all(dom, 'a:p').map(paragraph => all(paragraph, 'a:t').map(({ textContent }) => textContent).join('')).join(' '))

describe('the deck for PowerPoint', () => {
  const selection = selectionOf()
  let made: Awaited<ReturnType<typeof presentationOf>>
  let files: Files
  beforeAll(async () => {
    made = await presentationOf(await selection)
    files = unzipSync(made.bytes)
  }, 120_000)

  it('has every slide, with its title in the place for titles, and no text that leaves its box', async () => {
    const pages = pagesOf(await selection)
    expect(Object.keys(files).filter(path => /^ppt\/slides\/slide\d+\.xml$/.test(path))).toHaveLength(pages.length)
    for (const [place, { title }] of pages.entries()) {
      const titled = all(domOf(files, `ppt/slides/slide${place + 1}.xml`), 'p:sp').filter(shape => all(shape, 'p:ph').some(ph => ph.getAttribute('type') === 'title'))
      expect(titled.map(textsOf)).toEqual([plain(title)])
    }
    expect(made.tooLong).toEqual([])
  })

  it('has every word that the authors wrote for the slides', async () => {
    for (const [place, { source: { content, lead, ask } }] of pagesOf(await selection).entries()) {
      const text = textsOf(domOf(files, `ppt/slides/slide${place + 1}.xml`))
      for (const line of [...Object.values(shownOn(content)).flat().flatMap(linesOfBlock), lead ?? '', ask ?? ''])
        expect(text).toContain(plain(line))
    }
  })

  it('has the notes of every slide, a paragraph a line, and the answers of its checks', async () => {
    const { course } = await selection
    for (const [place, { source: { note, question }, isAnswer }] of pagesOf(await selection).entries()) {
      const notes = domOf(files, `ppt/notesSlides/notesSlide${place + 1}.xml`)
      const lines = all(notes, 'a:p').map(paragraph => plain(paragraph.textContent))
      expect(lines).toEqual(expect.arrayContaining(isAnswer ? [] : note.trim().split('\n').map(plain)))
      const asked = course.sections.flatMap(({ questions }) => questions).find(({ id }) => id === question)
      if (asked)
        expect(lines.join(' ')).toContain(plain(asked.explanation))
    }
  })

  it('shows the answer to each question on the slide after it: what is right, and why', async () => {
    const { course } = await selection
    const pages = pagesOf(await selection)
    const asked = pages.flatMap(({ source: { question }, isAnswer }, place) => question && !isAnswer ? [{ question: course.sections.flatMap(({ questions }) => questions).find(({ id }) => id === question)!, place }] : [])
    expect(asked.length).toBeGreaterThan(10)
    for (const { question, place } of asked) {
      const [before, after] = [place + 1, place + 2].map(no => textsOf(domOf(files, `ppt/slides/slide${no}.xml`))) as [string, string]
      expect(after).toContain(plain(question.explanation))
      expect(before).not.toContain(plain(question.explanation))
      for (const { text, belongs = '', isRight } of answeredLines(question))
        expect(after.slice(isRight ? after.indexOf('✓') : 0)).toContain(plain(`${text}${belongs && ` → ${belongs}`}`))
      expect(before).not.toContain('✓')
    }
  })

  it('has no letters under 14 points', () => {
    for (const path of Object.keys(files).filter(path => /^ppt\/slides\/slide\d+\.xml$/.test(path))) {
      const small = all(domOf(files, path), 'a:r').filter(run => Number(all(run, 'a:rPr')[0].getAttribute('sz')) < 1400)
      expect([path, small.map(({ textContent }) => textContent)]).toEqual([path, []])
    }
  })

  it('keeps every shape on the slide', () => {
    const [width, height] = ['cx', 'cy'].map(side => Number(all(domOf(files, 'ppt/presentation.xml'), 'p:sldSz')[0].getAttribute(side)))
    for (const path of Object.keys(files).filter(path => /^ppt\/slides\/slide\d+\.xml$/.test(path))) {
      for (const place of [...all(domOf(files, path), 'a:xfrm'), ...all(domOf(files, path), 'p:xfrm')]) {
        const [x, y, w, h] = [...['x', 'y'].map(side => all(place, 'a:off')[0].getAttribute(side)), ...['cx', 'cy'].map(side => all(place, 'a:ext')[0].getAttribute(side))].map(Number) as [number, number, number, number]
        expect([path, x >= 0, y >= 0, x + w <= width!, y + h <= height!]).toEqual([path, true, true, true, true])
      }
    }
  })

  it('outlines every decision, with a broken line where there is none', async () => {
    const { course } = await selection
    const verdicts = new Map(course.sections.flatMap(section => section.verdicts).map(verdict => [verdict.id, verdict]))
    for (const [place, { source }] of pagesOf(await selection).entries()) {
      if (source.verdicts.length === 0)
        continue
      const dashes = all(domOf(files, `ppt/slides/slide${place + 1}.xml`), 'p:sp')
        .filter(shape => all(shape, 'a:prstGeom').some(geometry => geometry.getAttribute('prst') === 'roundRect'))
        .map(shape => all(shape, 'a:prstDash')[0].getAttribute('val') === 'dash')
      expect(dashes).toEqual(source.verdicts.map(id => isNone(verdicts.get(id)!.approval)))
    }
  })

  it('describes every drawing, table and chart, and marks what is only ornament', () => {
    for (const path of Object.keys(files).filter(path => /^ppt\/slides\/slide\d+\.xml$/.test(path))) {
      const dom = domOf(files, path)
      const ids = all(dom, 'p:cNvPr').map(shape => shape.getAttribute('id'))
      expect(new Set(ids).size, path).toBe(ids.length)
      for (const shape of all(dom, 'p:cNvPr').slice(1)) {
        const name = shape.getAttribute('name')
        const isSaid = /^(?:Title|Words|Text|Label|Slide Number)/.test(name)
        const isOrnament = all(shape, 'adec:decorative').length === 1
        expect([path, name, isSaid || isOrnament || (shape.getAttribute('descr') ?? '').length > 10]).toEqual([path, name, true])
        expect(isOrnament).toBe(name.startsWith('Ornament'))
      }
    }
  })

  it('shows the drawing of its station on a cover, as ornament', async () => {
    const section = await selectionOf('anxiety')
    const { bytes } = await presentationOf({ ...section, drawFigures: async slides => Object.fromEntries(Object.keys(slides).map(id => [id, { png: new Uint8Array([1]), width: 400, height: 440 }])) })
    const cover = create(strFromU8(unzipSync(bytes)['ppt/slides/slide1.xml']!)).node
    expect(all(cover, 'p:pic').map(picture => all(picture, 'adec:decorative').length)).toEqual([1])
  })

  it('shows the drawing of a question about places beside it, its letters as text, and the right one set off in the answer', async () => {
    const section = await selectionOf('gut')
    const letters = ['A', 'B', 'C', 'D'].map((text, place): Label => ({ text, x: place * 50, y: 0, w: 44, h: 44, size: 20, turn: 0, align: 'center', colour: 'C8451B', isBold: false, isRinged: true }))
    const { bytes } = await presentationOf({ ...section, drawFigures: async slides => Object.fromEntries(Object.keys(slides).map(id => [id, { png: new Uint8Array([1]), width: 304, height: 400, labels: letters }])) })
    const pages = pagesOf(section)
    const places = pages.flatMap(({ source: { question } }, place) => question === 'gut.which-part' ? [place] : [])
    expect(places).toHaveLength(2)
    for (const place of places) {
      const slide = create(strFromU8(unzipSync(bytes)[`ppt/slides/slide${place + 1}.xml`]!)).node
      const [picture] = all(slide, 'p:pic')
      expect(all(picture, 'p:cNvPr')[0].getAttribute('descr')).toMatch(/A .*; B .*; C .*; D The last part of the colon/)
      const rings = all(slide, 'p:sp').filter(shape => all(shape, 'p:cNvPr')[0].getAttribute('name').startsWith('Label'))
      expect(rings.map(textsOf)).toEqual(['A', 'B', 'C', 'D'])
      const filled = new Set(rings.map(ring => all(all(ring, 'p:spPr')[0], 'a:srgbClr')[0].getAttribute('val')))
      expect(filled.size).toBe(pages[place]!.isAnswer ? 2 : 1)
    }
  })

  it('declares and names no part that it does not hold', () => {
    const declared = all(domOf(files, '[Content_Types].xml'), 'Override').map(part => part.getAttribute('PartName').slice(1))
    expect(declared.filter(path => !files[path])).toEqual([])
    for (const path of Object.keys(files).filter(path => path.endsWith('.rels'))) {
      const from = new URL(`file:///${path.replace('_rels/', '').replace(/\.rels$/, '')}`)
      const named = all(domOf(files, path), 'Relationship').filter(link => link.getAttribute('TargetMode') !== 'External')
      expect(named.map(link => new URL(link.getAttribute('Target'), from).pathname.slice(1)).filter(target => !files[target])).toEqual([])
    }
  })

  it('has a part for the cover of the course and one for each section, in their order, and no slide beside them', async () => {
    const { course } = await selection
    const presentation = domOf(files, 'ppt/presentation.xml')
    expect(all(presentation, 'p14:section').map(part => part.getAttribute('name'))).toEqual([course.about.title, ...course.outline.sections.map(({ title }) => title)])
    const inOrder = all(presentation, 'p:sldId').map(slide => slide.getAttribute('id'))
    expect(all(presentation, 'p14:sldId').map(slide => slide.getAttribute('id'))).toEqual(inOrder)
  })

  it('is whole where the title of the course has signs that XML has', async () => {
    const section = await selectionOf('anxiety')
    const title = 'Heart & Mind <2'
    const named = unzipSync((await presentationOf({ ...section, course: { ...section.course, about: { ...section.course.about, title } } })).bytes)
    expect(create(strFromU8(named['docProps/app.xml']!)).toString()).toContain('<Company>Heart &amp; Mind &lt;2</Company>')
    expect(all(create(strFromU8(named['docProps/core.xml']!)).node, 'dc:creator')[0].textContent).toBe(title)
  })

  /** The section on anxiety, with these words above those of its first slide of this layout. */
  async function withWords(layout: string, words: string) {
    const section = await selectionOf('anxiety')
    const source = section.course.slides.find(slide => slide.section === 'anxiety' && slide.layout === layout)!
    const changed = { ...source, content: `${words}\n\n${source.content}` }
    return { source, selection: { ...section, course: { ...section.course, slides: section.course.slides.map(slide => slide === source ? changed : slide) } } }
  }

  it('has the words that stand in elements of HTML and in code', async () => {
    const { source, selection: changed } = await withWords('claim', '<div>\n<p>Tea &amp; <b>rain</b>:</p><ul><li>a *cup*</li></ul>\n</div>\n\n```\ntwo drops\n```')
    const { bytes } = await presentationOf(changed)
    const place = pagesOf(changed).findIndex(({ source: { id } }) => id === source.id)
    const paragraphs = all(create(strFromU8(unzipSync(bytes)[`ppt/slides/slide${place + 1}.xml`]!)).node, 'a:p').map(paragraph => plain(paragraph.textContent))
    expect(paragraphs).toEqual(expect.arrayContaining(['Tea & rain:', 'a *cup*', 'two drops']))
  })

  it.each([
    ['words', 'takeaway', 'Drink tea.', '“Drink tea.”'],
    ['a figure', 'claim', '<EvidenceScale />', '<EvidenceScale>'],
  ])('is not made without %s of a slide: what its layout has no place for is told, with file and line', async (_, layout, content, what) => {
    const { source, selection: changed } = await withWords(layout, content)
    const told = await presentationOf(changed).then(() => undefined, (error: unknown) => error)
    expect(told).toBeInstanceOf(ContentError)
    expect((told as ContentError).problems).toMatchObject([{ file: source.file, line: source.line, message: `Slide "${source.id}": in PowerPoint the layout ${layout} has no place for ${what}` }])
  })

  it('never puts the two badges into one text', () => {
    for (const path of Object.keys(files).filter(path => /^ppt\/slides\/slide\d+\.xml$/.test(path))) {
      for (const text of [...all(domOf(files, path), 'p:sp'), ...all(domOf(files, path), 'a:tc')].map(textsOf)) {
        if (/[●○]{4}/.test(text)) {
          expect(text.replace(/^[●○]{4}/, '').trim()).toBe(Object.values(evidenceWords).find(word => text.endsWith(word)))
        }
      }
    }
  })

  it('has the same bytes for the same content', async () => {
    const section = await selectionOf('anxiety')
    const [first, second] = [await presentationOf(section), await presentationOf(section)]
    expect(Buffer.compare(first.bytes, second.bytes)).toBe(0)
  })
})
