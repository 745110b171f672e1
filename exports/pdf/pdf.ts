import type { SlideToPrint, Target } from '../target.ts'
import { LANG } from '../../words/en/language.ts'
import { lettersMark, peopleDrawn } from '../../words/en/slides.ts'
import { answeredLines, askedLines, placesOf } from '../pptx/answer.ts'
import { notesOf } from '../pptx/notes.ts'
import { pagesOf } from '../pptx/pages.ts'
import { questionOf, slideInDeck } from '../pptx/slide.ts'
import { packageName, packageTitle } from '../target.ts'
import { finish } from './finish.ts'

export const pdf: Target = {
  what: 'the slides as a tagged PDF with an outline; with --notes a page of notes for each',
  goesTo: 'any PDF reader, and any projector; its full-screen view shows a slide a page',
  async make(selection) {
    const { course, notes, changedMs } = selection
    const title = packageTitle(selection)
    const pages = pagesOf(selection)
    const printed = await selection.printDeck(pages.map((page): SlideToPrint => {
      const { source, title: heading, isAnswer } = page
      const question = source.question ? questionOf(source.question, course) : undefined
      return {
        no: course.slides.indexOf(source) + 1,
        id: source.id,
        // The outline has the parts, and in each its slides.
        level: source.layout === 'cover' ? 1 : 2,
        heading,
        ...question && { question: {
          prompt: question.prompt,
          ...isAnswer ? { lines: answeredLines(question), explanation: question.explanation } : { lines: askedLines(question) },
          ...question.type === 'hotspot' && { places: { alt: lettersMark(placesOf(question)), ...isAnswer && { right: answeredLines(question).find(({ isRight }) => isRight)?.sign } } },
          ...question.type === 'estimate' && question.as === 'people' && { people: { alt: peopleDrawn(isAnswer ? question.answer : 0, 100), count: isAnswer ? question.answer : 0 } },
        } },
        notes: notesOf(slideInDeck(page, course)).split('\n'),
      }
    }), { title, lang: LANG, notes })
    return { [`${packageName(selection)}${notes ? '-notes' : ''}.pdf`]: await finish(printed, { title, author: course.about.title, lang: LANG, changedMs, headings: pages.map(({ title }) => title) }) }
  },
}
