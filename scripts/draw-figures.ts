import type { Label, Picture } from '../exports/target.ts'
import { withDeck } from './draw-deck.ts'

/** Runs in the deck's page: takes the words out of a drawing. @returns the words, each line of them for itself */
function takeLabels(figure: Element): Label[] {
  const frame = figure.getBoundingClientRect()
  // A canvas knows any colour by its numbers.
  const context = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d', { willReadFrequently: true })!
  const hexOf = (colour: string) => {
    context.fillStyle = colour
    context.fillRect(0, 0, 1, 1)
    return Array.from(context.getImageData(0, 0, 1, 1).data.slice(0, 3), part => part.toString(16).padStart(2, '0')).join('').toUpperCase()
  }
  const labelOf = (element: Element, { left, top, width, height }: DOMRect, more: Partial<Label>): Label => {
    const { fontSize, fontWeight, color } = getComputedStyle(element)
    return { text: element.textContent.trim(), x: left - frame.left, y: top - frame.top, w: width, h: height, size: Number.parseFloat(fontSize), turn: 0, align: 'left', colour: hexOf(color), isBold: Number(fontWeight) >= 600, isRinged: false, ...more }
  }
  /** Turned words have a box of their own shape around the same middle. */
  const turned = ({ left, top, width, height }: DOMRect, turn: number) =>
    turn % 180 === 0 ? new DOMRect(left, top, width, height) : new DOMRect(left + (width - height) / 2, top + (height - width) / 2, height, width)
  const written = Array.from(figure.querySelectorAll<SVGTextContentElement>('text, tspan')).filter(element => !element.querySelector('tspan') && element.textContent.trim())
  const labels = written.map((element) => {
    const { fill, stroke, textAnchor, fontSize } = getComputedStyle(element)
    const { a, b } = element.getScreenCTM()!
    const scale = Math.hypot(a, b)
    const turn = Math.round(Math.atan2(b, a) * 180 / Math.PI)
    return labelOf(element, turned(element.getBoundingClientRect(), turn), {
      turn,
      size: Number.parseFloat(fontSize) * scale,
      align: ({ start: 'left', middle: 'center', end: 'right' } as const)[textAnchor as 'start'],
      colour: hexOf(fill),
      ...stroke !== 'none' && { behind: hexOf(stroke) },
    })
  })
  const rings = Array.from(figure.querySelectorAll('.spot'), ring => labelOf(ring, ring.getBoundingClientRect(), { isRinged: true, align: 'center' }))
  // Words of HTML, line by line.
  const walker = document.createTreeWalker(figure, NodeFilter.SHOW_TEXT)
  const around: Label[] = []
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement!
    if (parent.closest('svg, .spot, .visually-hidden') || !parent.checkVisibility())
      continue
    const isVertical = getComputedStyle(parent).writingMode.startsWith('vertical')
    const lines = new Map<number, { text: string, range: Range }>()
    for (const { 0: word, index } of walker.currentNode.textContent!.matchAll(/\S+/g)) {
      const range = document.createRange()
      range.setStart(walker.currentNode, index)
      range.setEnd(walker.currentNode, index + word.length)
      const { left, top } = range.getBoundingClientRect()
      const line = lines.get(Math.round(isVertical ? left : top))
      if (line) {
        line.text += ` ${word}`
        line.range.setEnd(walker.currentNode, index + word.length)
      }
      else {
        lines.set(Math.round(isVertical ? left : top), { text: word, range })
      }
    }
    // What stands on end is read from below.
    for (const { text, range } of lines.values())
      around.push(labelOf(parent, turned(range.getBoundingClientRect(), isVertical ? -90 : 0), { text, ...isVertical && { turn: -90, align: 'center' } }))
  }
  const style = Object.assign(document.createElement('style'), { className: 'taking' })
  // The picture is taken of the drawing alone: neither what lies under it, nor its words.
  style.textContent = `
    html, body { background: none !important; }
    body :not(.taken, .taken *, :has(.taken)) { visibility: hidden !important; }
    body :has(.taken) { background: none !important; border-color: transparent !important; box-shadow: none !important; -webkit-text-fill-color: transparent; }
    .taken, .taken * { -webkit-text-fill-color: transparent !important; }
    .taken :is(text, .at) { opacity: 0; }
  `
  document.head.append(style)
  figure.classList.add('taken')
  return [...labels, ...around, ...rings]
}

/** Runs in the deck's page: shows again what was hidden for a picture. */
function putBack(figure: Element): void {
  figure.classList.remove('taken')
  document.querySelector('style.taking')!.remove()
}

/**
 * Takes a picture of the drawing on each of these slides, and its words beside it; on a cover it is that of the station,
 * with a question that of its places.
 * @param slides by full id, their numbers in the deck, 1-based
 * @param built a folder with a built course; without it one is built
 * @returns by the slide's full id
 */
export function drawFigures(slides: Record<string, number>, built?: string): Promise<Record<string, Picture>> {
  return withDeck(async ({ show }) => {
    const pictures: Record<string, Picture> = {}
    for (const [id, no] of Object.entries(slides)) {
      const frame = await show(no, id)
      const drawings = ['.cover .plate > svg', '.hotspot .regions', 'figure svg[role="img"]', 'figure'].map(selector => frame.locator(selector).first())
      const counts = await Promise.all(drawings.map(drawing => drawing.count()))
      const figure = drawings[counts.findIndex(count => count > 0)]!
      const { width, height } = (await figure.boundingBox())!
      const labels = await figure.evaluate(takeLabels)
      pictures[id] = { png: new Uint8Array(await figure.screenshot({ omitBackground: true })), width, height, labels }
      await figure.evaluate(putBack)
    }
    return pictures
  }, built)
}
