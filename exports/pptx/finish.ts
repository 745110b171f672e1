import type { Files } from '../target.ts'
import type { Box, Described } from './sheet.ts'
import { createHash } from 'node:crypto'
import { strFromU8, unzipSync } from 'fflate'
import { create } from 'xmlbuilder2'
import { bytesOf } from '../target.ts'
import { zipOf } from '../zip.ts'
import { hexOf } from './colours.ts'

type Node = ReturnType<typeof create>
/** What the library's DOM gives; its types lie in a package of their own. */
type Element = any

const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/main'
const DECORATIVE = 'http://schemas.microsoft.com/office/drawing/2017/decorative'
const DECORATIVE_URI = '{C183D7F6-B498-43B3-948B-1728B52AA6E4}'

const all = (doc: Node, name: string): Element[] => Array.from((doc.node as Element).getElementsByTagName(name))

/**
 * Says in the XML of a presentation what the library that wrote it cannot: alternative texts of shapes, what is only
 * ornament, heads of tables, paragraphs of notes, and nothing of the day or of chance.
 * @param pptx as the library wrote it
 * @param described of each slide, in their order
 * @param changedMs when the content was last changed
 */
export function finish(pptx: Uint8Array, described: Described[], changedMs: number): Uint8Array {
  const files = Object.fromEntries(Object.entries(numbered(unzipSync(pptx))).filter(([path]) => !path.endsWith('/')))
  return zipOf(Object.fromEntries(Object.entries(files).map(([path, bytes]) => {
    if (path === '[Content_Types].xml')
      return [path, edited(bytes, doc => dropMissing(doc, files))]
    const slide = /^ppt\/slides\/slide(\d+)\.xml$/.exec(path)
    if (slide)
      return [path, edited(bytes, doc => finishSlide(doc, described[Number(slide[1]) - 1]!))]
    if (/^ppt\/notesSlides\/notesSlide\d+\.xml$/.test(path))
      return [path, edited(bytes, splitNotes)]
    if (/^ppt\/slideMasters\/slideMaster\d+\.xml$/.test(path))
      return [path, edited(bytes, closeUp)]
    if (path === 'docProps/core.xml')
      return [path, edited(bytes, doc => setDates(doc, changedMs))]
    if (path === 'ppt/presentation.xml')
      return [path, edited(bytes, nameSections)]
    return [path, path.endsWith('.xlsx') ? undated(bytes, changedMs) : bytes]
  })))
}

function edited(bytes: Uint8Array, edit: (doc: Node) => void): Uint8Array {
  const doc = create(strFromU8(bytes))
  edit(doc)
  return bytesOf(doc.end())
}

/** PowerPoint's unit of length */
const EMU_PER_INCH = 914_400

function finishSlide(doc: Node, { alts, places }: Described): void {
  for (const [place, shape] of all(doc, 'p:cNvPr').entries()) {
    // The library gives some shapes the same number.
    shape.setAttribute('id', String(place + 1))
    const name = shape.getAttribute('name') ?? ''
    const alt = alts[name]
    if (alt)
      shape.setAttribute('descr', alt)
    else if (name.startsWith('Ornament'))
      markDecorative(shape)
  }
  for (const [type, at] of Object.entries(places)) {
    const shape = all(doc, 'p:ph').find(place => place.getAttribute('type') === type).parentNode.parentNode.parentNode
    moveTo(shape, at)
    shape.getElementsByTagName('p:cNvPr').item(0).setAttribute('name', type === 'title' ? 'Title' : 'Words')
  }
  // Without it a place of the layout has room of its own above each paragraph.
  for (const paragraph of all(doc, 'a:pPr').filter(paragraph => paragraph.getElementsByTagName('a:spcBef').length === 0)) {
    const before = element(paragraph, DRAWING, 'a:spcBef')
    before.appendChild(element(paragraph, DRAWING, 'a:spcPts', { val: '0' }))
    const line = paragraph.getElementsByTagName('a:lnSpc').item(0)
    paragraph.insertBefore(before, line ? line.nextSibling : paragraph.firstChild)
  }
  for (const table of all(doc, 'a:tblPr'))
    table.setAttribute('firstRow', '1')
  for (const bullet of all(doc, 'a:buSzPct')) {
    const colour = element(bullet, DRAWING, 'a:buClr')
    colour.appendChild(element(bullet, DRAWING, 'a:srgbClr', { val: hexOf('accent') }))
    bullet.parentNode.insertBefore(colour, bullet)
  }
}

function moveTo(shape: Element, { x, y, w, h }: Box): void {
  const set = (name: string, values: Record<string, number>) => {
    const place = shape.getElementsByTagName(name).item(0)
    for (const [key, inches] of Object.entries(values))
      place.setAttribute(key, String(Math.round(inches * EMU_PER_INCH)))
  }
  set('a:off', { x, y })
  set('a:ext', { cx: w, cy: h })
}

function element(near: Element, namespace: string, name: string, attributes: Record<string, string> = {}): Element {
  const made = near.ownerDocument.createElementNS(namespace, name)
  for (const [key, value] of Object.entries(attributes))
    made.setAttribute(key, value)
  return made
}

/** A screen reader passes by what is marked so. */
function markDecorative(shape: Element): void {
  const list = element(shape, DRAWING, 'a:extLst')
  const extension = element(shape, DRAWING, 'a:ext', { uri: DECORATIVE_URI })
  extension.appendChild(element(shape, DECORATIVE, 'adec:decorative', { val: '1' }))
  list.appendChild(extension)
  shape.appendChild(list)
}

/** The library writes notes as one paragraph, in which line breaks are blanks. */
function splitNotes(doc: Node): void {
  const [paragraph] = all(doc, 'a:p').filter(({ textContent }) => textContent.includes('\n'))
  if (!paragraph)
    return
  const lines = (paragraph.textContent as string).split(/\r?\n/)
  for (const line of lines) {
    const copy = paragraph.cloneNode(true)
    copy.getElementsByTagName('a:t').item(0).textContent = line
    paragraph.parentNode.insertBefore(copy, paragraph)
  }
  paragraph.parentNode.removeChild(paragraph)
}

/** Paragraphs of the body stand as far apart as each slide says; the library's master adds room of its own. */
function closeUp(doc: Node): void {
  for (const style of all(doc, 'p:bodyStyle')) {
    for (const room of Array.from<Element>(style.getElementsByTagName('a:spcBef')))
      room.parentNode.removeChild(room)
  }
}

/** The library declares a master for each slide, and writes one. */
function dropMissing(doc: Node, files: Files): void {
  for (const part of all(doc, 'Override').filter(part => !files[part.getAttribute('PartName').slice(1)]))
    part.parentNode.removeChild(part)
}

function setDates(doc: Node, changedMs: number): void {
  for (const name of ['dcterms:created', 'dcterms:modified']) {
    for (const date of all(doc, name))
      date.textContent = `${new Date(changedMs).toISOString().slice(0, 19)}Z`
  }
}

/** Sections of the presentation have ids of chance: each gets one of its name. */
function nameSections(doc: Node): void {
  for (const section of all(doc, 'p14:section')) {
    const hex = createHash('sha256').update(section.getAttribute('name')).digest('hex').toUpperCase()
    section.setAttribute('id', `{${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}}`)
  }
}

/** The table behind a chart is a package of its own. */
function undated(xlsx: Uint8Array, changedMs: number): Uint8Array {
  return zipOf(Object.fromEntries(Object.entries(unzipSync(xlsx)).filter(([path]) => !path.endsWith('/')).map(([path, bytes]) =>
    [path, path === 'docProps/core.xml' ? edited(bytes, doc => setDates(doc, changedMs)) : bytes])))
}

/** The library counts charts on from one presentation to the next: here each begins with 1. */
function numbered(files: Files): Files {
  const numbers = Object.keys(files).flatMap(path => /^ppt\/charts\/chart(\d+)\.xml$/.exec(path)?.[1] ?? []).sort((a, b) => Number(a) - Number(b))
  if (numbers.length === 0)
    return files
  const renamed = (text: string) => text.replace(/(charts\/chart|^chart|embeddings\/Microsoft_Excel_Worksheet|_rels\/chart)(\d+)(?=\.(?:xml|xlsx))/g, (whole, name: string, number: string) =>
    numbers.includes(number) ? `${name}${numbers.indexOf(number) + 1}` : whole)
  return Object.fromEntries(Object.entries(files).map(([path, bytes]) =>
    [renamed(path), /\.rels$|^\[Content_Types\]\.xml$/.test(path) ? bytesOf(renamed(strFromU8(bytes))) : bytes]))
}
