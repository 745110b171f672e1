import type { Files } from '../target.ts'
import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { create } from 'xmlbuilder2'
import { selectionOf } from '../../tests/fixtures/selections.ts'
import { evidenceWords } from '../../words/en/evidence.ts'
import { presentationOf, slidesOf } from './pptx.ts'
import { shownOn, wordsOf } from './text.ts'

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
    const slides = slidesOf(await selection)
    expect(Object.keys(files).filter(path => /^ppt\/slides\/slide\d+\.xml$/.test(path))).toHaveLength(slides.length)
    for (const [place, { title }] of slides.entries()) {
      const titled = all(domOf(files, `ppt/slides/slide${place + 1}.xml`), 'p:sp').filter(shape => all(shape, 'p:ph').some(ph => ph.getAttribute('type') === 'title'))
      expect(titled.map(textsOf)).toEqual([plain(title)])
    }
    expect(made.tooLong).toEqual([])
  })

  it('has every word that the authors wrote for the slides', async () => {
    for (const [place, { content, lead, ask }] of slidesOf(await selection).entries()) {
      const text = textsOf(domOf(files, `ppt/slides/slide${place + 1}.xml`))
      const blocks = Object.values(shownOn(content)).flat()
      const lines = blocks.flatMap(block => block.kind === 'paragraph' ? [block.runs] : block.kind === 'list' ? block.items : block.kind === 'table' ? block.rows.flat() : [])
      for (const line of [...lines.map(wordsOf), lead ?? '', ask ?? ''])
        expect(text).toContain(plain(line))
    }
  })

  it('has the notes of every slide, a paragraph a line, and the answers of its checks', async () => {
    const { course } = await selection
    for (const [place, { note, question }] of slidesOf(await selection).entries()) {
      const notes = domOf(files, `ppt/notesSlides/notesSlide${place + 1}.xml`)
      const lines = all(notes, 'a:p').map(paragraph => plain(paragraph.textContent))
      expect(lines).toEqual(expect.arrayContaining(note.trim().split('\n').map(plain)))
      const asked = course.sections.flatMap(({ questions }) => questions).find(({ id }) => id === question)
      if (asked)
        expect(lines.join(' ')).toContain(plain(asked.explanation))
    }
  })

  it('describes every drawing, table and chart, and marks what is only ornament', () => {
    for (const path of Object.keys(files).filter(path => /^ppt\/slides\/slide\d+\.xml$/.test(path))) {
      const dom = domOf(files, path)
      const ids = all(dom, 'p:cNvPr').map(shape => shape.getAttribute('id'))
      expect(new Set(ids).size, path).toBe(ids.length)
      for (const shape of all(dom, 'p:cNvPr').slice(1)) {
        const name = shape.getAttribute('name')
        const isSaid = /^(?:Title|Words|Text|Stamp|Slide Number)/.test(name)
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

  it('declares and names no part that it does not hold', () => {
    const declared = all(domOf(files, '[Content_Types].xml'), 'Override').map(part => part.getAttribute('PartName').slice(1))
    expect(declared.filter(path => !files[path])).toEqual([])
    for (const path of Object.keys(files).filter(path => path.endsWith('.rels'))) {
      const from = new URL(`file:///${path.replace('_rels/', '').replace(/\.rels$/, '')}`)
      const named = all(domOf(files, path), 'Relationship').filter(link => link.getAttribute('TargetMode') !== 'External')
      expect(named.map(link => new URL(link.getAttribute('Target'), from).pathname.slice(1)).filter(target => !files[target])).toEqual([])
    }
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
