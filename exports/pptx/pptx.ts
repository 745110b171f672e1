import type { Problem } from '../../content/problem.ts'
import type { SlideSource } from '../../content/read-slides.ts'
import type { FigureName } from '../../core/subject/figures.ts'
import type { Selection, Target } from '../target.ts'
import type { SlideInDeck } from './slide.ts'
import PptxGenJS from 'pptxgenjs'
import { figuresIn } from '../../content/figures.ts'
import { ContentError } from '../../content/problem.ts'
import { FOOT } from '../../words/en/slides.ts'
import { packageName, packageTitle } from '../target.ts'
import { hexOf } from './colours.ts'
import { finish } from './finish.ts'
import { widthOf } from './fit.ts'
import { layouts } from './layouts.ts'
import { progress } from './line.ts'
import { notesOf } from './notes.ts'
import { pagesOf } from './pages.ts'
import { placeOf, pointsOf, said, Sheet } from './sheet.ts'
import { questionOf, slideInDeck } from './slide.ts'
import { linesOfBlock } from './text.ts'

/** What every Windows and every Mac has: the slide's own letters cannot be taken along. Both are the theme's, and changed in one place. */
const FONTS = { headFontFace: 'Georgia', bodyFontFace: 'Arial' }

const FOOT_SIZE = 17

/** Figures that are all words and numbers, and have no drawing. */
const written: FigureName[] = ['evidence-scale', 'headache-trials']

/** Layouts whose words outline view and screen readers know as the body of the slide. */
const hasBody = (layout: string) => !['trial', 'verdict'].includes(layout)

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** @returns the lines and components of a slide that its layout has drawn nowhere: each has a place for some kinds of them */
function lostOn(sheet: Sheet, { source: { file, line, id, layout }, shown }: SlideInDeck): Problem[] {
  const blocks = Object.values(shown).flat()
  const lost = [
    ...blocks.flatMap(linesOfBlock).filter(words => words && !sheet.words.includes(words)).map(words => `“${words}”`),
    ...blocks.flatMap(block => block.kind === 'component' && !sheet.components.includes(block.name) ? `<${block.name}>` : []),
  ]
  return lost.map(what => ({
    file,
    line,
    message: `Slide "${id}": in PowerPoint the layout ${layout} has no place for ${what}`,
    remedy: 'Write it as docs/authoring.md has the words of this layout, or move it below ::more::, for the reading page alone.',
  }))
}

/**
 * @returns the deck, with the texts that do not fit their boxes
 * @throws {ContentError} where words or a component of a slide would not be in it
 */
export async function presentationOf(selection: Selection): Promise<{ bytes: Uint8Array, tooLong: string[] }> {
  const { course, changedMs } = selection
  const pages = pagesOf(selection)
  const isDrawn = ({ layout, content, question }: SlideSource) => layout === 'cover' || figuresIn(content).some(name => !written.includes(name)) || (question && questionOf(question, course).type === 'hotspot')
  const pictures = await selection.drawFigures(Object.fromEntries(pages.filter(({ source }) => isDrawn(source)).map(({ source }) => [source.id, course.slides.indexOf(source) + 1])))
  const deck = new PptxGenJS()
  deck.layout = 'LAYOUT_WIDE'
  deck.theme = FONTS
  deck.title = packageTitle(selection)
  deck.author = course.about.title
  // The library writes this one as it stands (gitbrent/PptxGenJS#1407).
  deck.company = escaped(course.about.title)
  for (const layout of Object.keys(layouts))
    deck.defineSlideMaster(masterOf(layout))
  const slides = pages.map(page => slideInDeck(page, course, pictures[page.source.id]))
  /** The cover of the course is a part of its own: a slide of none would come last in PowerPoint's list. */
  const partOf = ({ section }: typeof slides[number]) => section?.title ?? course.about.title
  for (const title of new Set(slides.map(partOf)))
    deck.addSection({ title })
  const sheets = pages.map(({ source, isAnswer }, place) => {
    const slide = slides[place]!
    const sheet = new Sheet(deck.addSlide({ masterName: isAnswer ? 'answer' : source.layout, sectionTitle: partOf(slide) }))
    layouts[isAnswer ? 'answer' : source.layout]!(sheet, slide)
    const foot = `${partOf(slide)} · ${FOOT}`
    const footWidth = widthOf(foot, FOOT_SIZE) + 8
    sheet.text({ x: 56, y: 512, w: footWidth, h: 28 }, [said(foot)], { size: FOOT_SIZE, colour: 'muted', valign: 'middle' })
    // As on the slides of the course, the line takes what the words leave.
    progress(sheet, { x: 56 + footWidth + 20, y: 521, w: 804 - footWidth - 20, h: 8 }, slide.done)
    sheet.slide.addNotes(notesOf(slide))
    return sheet
  })
  const lost = sheets.flatMap((sheet, place) => slides[place]!.isAnswer ? [] : lostOn(sheet, slides[place]!))
  if (lost.length > 0)
    throw new ContentError(lost)
  const bytes = await deck.write({ outputType: 'uint8array', compression: false }) as Uint8Array
  return { bytes: finish(bytes, sheets.map(({ described }) => described), changedMs), tooLong: sheets.flatMap(({ tooLong }) => tooLong) }
}

function masterOf(layout: string): PptxGenJS.SlideMasterProps {
  const box = { x: 56, w: 868 }
  return {
    title: layout,
    background: { color: hexOf('paper') },
    objects: [
      { placeholder: { options: { name: 'title', type: 'title', ...placeOf({ ...box, y: 30, h: 48 }), align: 'left', valign: 'top', margin: 0, fontSize: pointsOf(35), bold: true, color: hexOf('ink') }, text: '' } },
      ...hasBody(layout) ? [{ placeholder: { options: { name: 'body', type: 'body' as const, ...placeOf({ ...box, y: 100, h: 400 }), align: 'left' as const, valign: 'top' as const, margin: 0, fontSize: pointsOf(24), color: hexOf('ink') }, text: '' } }] : [],
    ],
    slideNumber: { ...placeOf({ x: 868, y: 512, w: 56, h: 28 }), color: hexOf('muted'), fontSize: pointsOf(17), align: 'right', margin: 0 },
  }
}

export const pptx: Target = {
  what: 'the slides for PowerPoint: text, tables and charts that can be changed, notes for the speaker',
  goesTo: 'open it in PowerPoint, LibreOffice or Keynote; the presenter’s view shows the notes',
  async make(selection) {
    const { bytes } = await presentationOf(selection)
    return { [`${packageName(selection)}.pptx`]: bytes }
  },
}
