import type PptxGenJS from 'pptxgenjs'
import type { Label } from '../target.ts'
import type { Colour } from './colours.ts'
import type { Look, Paragraph } from './fit.ts'
import type { Run } from './text.ts'
import { hexOf } from './colours.ts'
import { heightOf, indentOf, LINE, linesOf, sizeThatFits, widthOf } from './fit.ts'
import { wordsOf } from './text.ts'

/** The outline of a decision: how large its letters are beside others and how large at least, the room beside them in px, and its turn in degrees */
const STAMP = { scale: 0.86, least: 14.5, room: 9, turn: 359.2 }

/** A place on the slide, in the units of the deck: 980 by 552 px. */
export interface Box { x: number, y: number, w: number, h: number }

const SLIDE = { width: 980, height: 552 }
/** PowerPoint's wide slide is 13⅓ inches. */
const PX_PER_INCH = SLIDE.width / (40 / 3)

const inches = (px: number): number => Number((px / PX_PER_INCH).toFixed(4))
/** @returns the size of letters in points, by halves */
export const pointsOf = (px: number): number => Math.round(px / PX_PER_INCH * 72 * 2) / 2

/** @returns a place as the library takes it, in inches */
export const placeOf = ({ x, y, w, h }: Box): Box => ({ x: inches(x), y: inches(y), w: inches(w), h: inches(h) })

export interface TextLook extends Look {
  colour?: Colour
  valign?: 'top' | 'middle' | 'bottom'
  align?: 'left' | 'center' | 'right'
  /** The box of the layout that it fills: what the outline and a screen reader know it by */
  placeholder?: 'title' | 'body'
}

/** A point of a drawn line: a move, a line, or a curve with its two handles. */
export type Step = { to: [number, number], move?: true, by?: [number, number, number, number] } | 'close'

export interface Line { colour?: Colour, fill?: Colour, width?: number, dashed?: boolean }

export interface Cell {
  runs: Run[]
  bold?: boolean
  colour?: Colour
  /** How many columns it takes: 1 without it */
  span?: number
  /** A decision, whose words an outline goes around; a broken one where there is none */
  stamp?: { isNone: boolean }
}

/** The height of a bar, in px */
const BAR = 28

/** What the library cannot say of a slide and `finish.ts` adds, by the names of shapes. */
export interface Described {
  /** Alternative texts */
  alts: Record<string, string>
  /** Where the texts stand that fill places of the layout, in inches: the library puts them where the layout has them */
  places: { title?: Box, body?: Box }
}

/** @returns a paragraph of one run */
export function said(text: string, { bullet, after, scale, ...run }: Omit<Paragraph, 'runs'> & Omit<Run, 'text'> = {}): Paragraph {
  return { runs: [{ text, ...run }], bullet, after, scale }
}

/** A slide that is being drawn, in px; what is drawn first is read first. */
export class Sheet {
  readonly described: Described = { alts: {}, places: {} }
  /** Texts that do not fit their boxes */
  readonly tooLong: string[] = []
  /** All that is written on it, by paragraph and cell */
  readonly words: string[] = []
  /** The components of the slide that stand in it, by their tags */
  readonly components: string[] = []
  private count = 0
  readonly slide: PptxGenJS.Slide

  constructor(slide: PptxGenJS.Slide) {
    this.slide = slide
  }

  private name(kind: string): string {
    return `${kind} ${++this.count}`
  }

  /** @returns the height that the text takes, in px */
  text(box: Box, paragraphs: Paragraph[], look: TextLook): number {
    this.words.push(...paragraphs.map(({ runs }) => wordsOf(runs)))
    const size = sizeThatFits(paragraphs, box.w, box.h, look)
    const height = heightOf(paragraphs, box.w, { ...look, size })
    if (height > box.h + 0.5)
      this.tooLong.push(paragraphs.flatMap(({ runs }) => runs.map(({ text }) => text)).join(' '))
    const { colour = 'ink', spacing = 1, bold, head, valign = 'top', align = 'left', placeholder } = look
    const isTitle = placeholder === 'title'
    // A place of the layout keeps the layout's way of standing in it, which is at the top.
    const space = Math.max(0, box.h - height)
    if (placeholder)
      this.described.places[placeholder] = placeOf(valign === 'top' ? box : { ...box, y: box.y + (valign === 'middle' ? space / 2 : space), h: height })
    this.slide.addText(paragraphs.flatMap(({ runs, bullet, after = 0, scale = 1 }, place) => runs.map((run, at) => ({
      text: run.text,
      options: {
        fontSize: pointsOf(size * scale * (run.scale ?? 1)),
        color: hexOf(run.colour ?? colour),
        bold: run.bold ?? bold ?? false,
        ...run.italic && { italic: true },
        ...run.struck && { strike: true },
        ...!isTitle && { fontFace: head ? '+mj-lt' : '+mn-lt' },
        align,
        lineSpacingMultiple: spacing,
        paraSpaceAfter: pointsOf(after),
        bullet: bullet === 'number' ? { type: 'number' as const, indent: pointsOf(indentOf(paragraphs)) } : bullet ? { indent: pointsOf(indentOf(paragraphs)) } : false as const,
        ...at === runs.length - 1 && place < paragraphs.length - 1 && { breakLine: true },
      },
    }))) as PptxGenJS.TextProps[], { ...placeOf(box), margin: 0, valign, wrap: true, objectName: this.name('Text'), ...placeholder ? { placeholder } : { isTextBox: true } })
    return height
  }

  /** A rectangle; without an alternative text it is ornament. */
  box(box: Box, { colour, fill, width = 1, dashed }: Line, { alt, rotate = 0, round = 0 }: { alt?: string, rotate?: number, round?: number } = {}): void {
    this.slide.addShape(round ? 'roundRect' : 'rect', {
      ...placeOf(box),
      rotate,
      ...round && { rectRadius: inches(round) },
      ...fill && { fill: { color: hexOf(fill) } },
      ...colour && { line: { color: hexOf(colour), width: pointsOf(width), ...dashed && { dashType: 'dash' as const } } },
      objectName: this.described_(alt),
    })
  }

  /** A line of straight and curved steps, in px of the box; without an alternative text it is ornament. */
  path(box: Box, steps: Step[], { colour, fill, width = 1, dashed }: Line, alt?: string): void {
    this.slide.addShape('custGeom' as PptxGenJS.SHAPE_NAME, {
      ...placeOf(box),
      points: steps.map(step => step === 'close'
        ? { close: true }
        : {
            x: inches(step.to[0]),
            y: inches(step.to[1]),
            ...step.move && { moveTo: true },
            ...step.by && { curve: { type: 'cubic', x1: inches(step.by[0]), y1: inches(step.by[1]), x2: inches(step.by[2]), y2: inches(step.by[3]) } },
          }) as PptxGenJS.ShapeProps['points'],
      ...fill && { fill: { color: hexOf(fill) } },
      ...colour && { line: { color: hexOf(colour), width: Math.max(0.5, pointsOf(width)), ...dashed && { dashType: 'dash' as const } } },
      objectName: this.described_(alt),
    })
  }

  /** @returns the name by which `finish.ts` finds the shape */
  private described_(alt?: string): string {
    const name = this.name(alt ? 'Drawing' : 'Ornament')
    if (alt)
      this.described.alts[name] = alt
    return name
  }

  /** A decision: the words in an outlined and slightly turned box, its line broken where there is none. */
  stamp({ x, y }: { x: number, y: number }, runs: Run[], isNone: boolean): void {
    const [size, height] = [18, 32]
    const width = widthOf(runs.map(({ text }) => text).join(''), size, true) + 2 * STAMP.room + 4
    this.text({ x: x + STAMP.room + 2, y, w: width, h: height }, [{ runs }], { size, bold: true, valign: 'middle' })
    this.box({ x, y, w: width, h: height }, { colour: isNone ? 'line' : 'ink', width: 2, dashed: isNone }, { rotate: STAMP.turn, round: 3 })
  }

  /** Words over a picture, on one line. */
  label(box: Box, { text, size, turn, align, colour, behind, isBold, isRinged, isLit }: Omit<Label, keyof Box> & { isLit: boolean }): void {
    this.slide.addText(text, {
      ...placeOf(box),
      shape: (isRinged ? 'ellipse' : 'rect') as PptxGenJS.SHAPE_NAME,
      ...isRinged ? { fill: { color: hexOf(isLit ? 'ink' : 'surface') }, line: { color: hexOf(isLit ? 'ink' : 'line'), width: 1.5 } } : behind && { fill: { color: behind } },
      rotate: (turn + 360) % 360,
      margin: 0,
      align,
      valign: 'middle',
      wrap: false,
      fontFace: isRinged ? '+mj-lt' : '+mn-lt',
      fontSize: pointsOf(size),
      color: isLit ? hexOf('surface') : colour,
      bold: isBold || isLit,
      objectName: this.name('Label'),
    })
  }

  /** Without an alternative text it is ornament. */
  picture(box: Box, png: Uint8Array, alt?: string): void {
    this.slide.addImage({ ...placeOf(box), data: `image/png;base64,${Buffer.from(png).toString('base64')}`, altText: alt, objectName: this.name(alt ? 'Figure' : 'Ornament') })
  }

  /** A table whose first row is its head. @returns its height, in px */
  table(box: Box, widths: number[], rows: Cell[][], { size, least = size, alt, headSize = size, pad = 6 }: { size: number, least?: number, alt: string, headSize?: number, pad?: number }): number {
    const GAP = 12
    const sum = (list: number[]) => list.reduce((total, one) => total + one, 0)
    /** Where each cell of a row begins, in columns */
    const columnsOf = (row: Cell[]) => row.map((_, at) => sum(row.slice(0, at).map(({ span = 1 }) => span)))
    const widthAt = (column: number, { span = 1, stamp }: Cell) => sum(widths.slice(column, column + span)) - GAP - (stamp ? 2 * STAMP.room : 0)
    const sizeOf = (tried: number, at: number, { stamp }: Cell) => {
      const own = at === 0 ? Math.min(tried, headSize) : tried
      return stamp ? Math.max(own * STAMP.scale, Math.min(own, STAMP.least)) : own
    }
    const heights = (tried: number, room = pad) => rows.map((row, at) => 2 * room + Math.max(...row.map((cell, place) =>
      heightOf([{ runs: cell.runs }], widthAt(columnsOf(row)[place]!, cell), { size: sizeOf(tried, at, cell), bold: cell.bold }))))
    let fits = size
    while (fits > least && sum(heights(fits)) > box.h)
      fits -= 0.5
    // What is left makes the rows airier, as far as that looks like a table still.
    const room = pad + Math.max(0, Math.min(8, (box.h - sum(heights(fits))) / (2 * rows.length)))
    const rowHeights = heights(fits, room)
    const height = sum(rowHeights)
    if (height > box.h + 0.5)
      this.tooLong.push(`table: ${rows.flatMap(row => row.flatMap(({ runs }) => runs.map(({ text }) => text))).join(' ')}`)
    this.words.push(...rows.flat().map(({ runs }) => wordsOf(runs)))
    const name = this.name('Table')
    this.described.alts[name] = alt
    const none = { type: 'none' as const }
    const rule = { type: 'solid' as const, pt: 0.75, color: hexOf('hairline') }
    this.slide.addTable(rows.map((row, at) => row.map((cell) => {
      const { runs, bold, colour, span, stamp } = cell
      return {
        text: runs.map(run => ({
          text: run.text,
          options: {
            bold: run.bold ?? bold ?? false,
            ...run.italic && { italic: true },
            ...run.struck && { strike: true },
            color: hexOf(run.colour ?? colour ?? (at === 0 ? 'muted' : 'ink')),
            fontSize: pointsOf(sizeOf(fits, at, cell) * (run.scale ?? 1)),
            fontFace: '+mn-lt',
          },
        })),
        options: {
          ...span && { colspan: span },
          border: [at === 0 ? none : rule, none, none, none] as [typeof rule, typeof none, typeof none, typeof none],
          valign: 'middle' as const,
          margin: [inches(room), inches(GAP), inches(room), inches(stamp ? STAMP.room : 0)] as [number, number, number, number],
        },
      }
    })) as PptxGenJS.TableRow[], { ...placeOf({ ...box, h: height }), colW: widths.map(inches), rowH: rowHeights.map(inches), objectName: name })
    for (const [at, row] of rows.entries()) {
      for (const [place, cell] of row.entries()) {
        if (cell.stamp)
          this.outline({ x: box.x + sum(widths.slice(0, columnsOf(row)[place])), y: box.y + sum(rowHeights.slice(0, at)), w: widthAt(columnsOf(row)[place]!, cell), h: rowHeights[at]! }, cell.runs, sizeOf(fits, at, cell), cell.stamp.isNone)
      }
    }
    return height
  }

  /** Goes around the words of a decision, which stand in the middle of a cell of this place. */
  private outline({ x, y, w, h }: Box, runs: Run[], size: number, isNone: boolean): void {
    const height = linesOf(runs, w, size, { bold: true }) * lineOf(size) + 0.5 * size
    const width = Math.min(w, widthOf(runs.map(({ text }) => text).join(''), size, true)) + 2 * STAMP.room
    this.box({ x, y: y + (h - height) / 2, w: width, h: height }, { colour: isNone ? 'line' : 'ink', width: 2, dashed: isNone }, { rotate: STAMP.turn, round: 3 })
  }

  /** Bars from a zero axis, in PowerPoint's own kind, with the numbers in its table; each has its name above it. */
  bars(box: Box, label: string, arms: { name: string, value: number }[], { format, alt }: { format: string, alt: string }): void {
    const band = box.h / arms.length
    for (const [place, { name }] of arms.entries())
      this.text({ ...box, y: box.y + (place + 0.5) * band - BAR / 2 - 32, h: 24 }, [said(name)], { size: 17, least: 14.5, valign: 'bottom' })
    const values = arms.map(({ value }) => value)
    const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)]
    // Room for the number at the end of the longest bar, on a round scale.
    const step = 10 ** Math.floor(Math.log10(most - least)) / 2
    const beyond = (value: number) => Number((Math.ceil(Math.abs(value) * 1.45 / step) * step * Math.sign(value)).toFixed(6))
    this.slide.addChart('bar', [{ name: label, labels: arms.map(({ name }) => name), values }], {
      ...placeOf(box),
      barDir: 'bar',
      // The bar stands in the middle of its band, and the plot takes all of the box.
      barGapWidthPct: Math.round((band / BAR - 1) * 100),
      layout: { x: 0, y: 0, w: 1, h: 1 },
      chartColors: [hexOf('ink')],
      // From top to bottom; the library's types know the other way only.
      catAxisOrientation: 'maxMin' as 'minMax',
      catAxisHidden: true,
      valAxisMinVal: beyond(least),
      valAxisMaxVal: beyond(most),
      // Each bar has its number; those of the axis would stand on end in so little room.
      valAxisHidden: true,
      valGridLine: { style: 'none' },
      showValue: true,
      dataLabelFontSize: pointsOf(20),
      dataLabelFontBold: true,
      dataLabelColor: hexOf('ink'),
      dataLabelFormatCode: format,
      dataLabelPosition: 'outEnd',
      showLegend: false,
      altText: alt,
      objectName: this.name('Chart'),
    })
  }
}

/** @returns the height of a line of this size, in px */
export function lineOf(size: number): number {
  return size * LINE
}

/** @returns the largest place of the picture's own shape in the middle of the box */
export function within({ x, y, w, h }: Box, { width, height }: { width: number, height: number }): Box {
  const scale = Math.min(w / width, h / height)
  return { x: x + (w - width * scale) / 2, y: y + (h - height * scale) / 2, w: width * scale, h: height * scale }
}
