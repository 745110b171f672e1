import type { Target } from '../target.ts'
import { listOrders, optionOrder } from '../../core/option-order.ts'
import { plain } from '../../core/question-types/index.ts'
import { LANG } from '../../words/en/language.ts'
import { plainWords } from '../../words/en/questions.ts'
import { SEED } from '../pptx/layouts.ts'
import { notesOf } from '../pptx/notes.ts'
import { slidesOf } from '../pptx/pptx.ts'
import { questionOf, slideInDeck } from '../pptx/slide.ts'
import { packageName, packageTitle } from '../target.ts'
import { finish } from './finish.ts'

export const pdf: Target = {
  what: 'the slides as a tagged PDF with an outline; with --notes a page of notes for each',
  goesTo: 'any PDF reader, and any projector; its full-screen view shows a slide a page',
  async make(selection) {
    const { course, notes, changedMs } = selection
    const title = packageTitle(selection)
    const slides = slidesOf(selection)
    const printed = await selection.printDeck(slides.map((source) => {
      const question = source.question ? questionOf(source.question, course) : undefined
      return {
        no: course.slides.indexOf(source) + 1,
        id: source.id,
        // The outline has the parts, and in each its slides.
        level: source.layout === 'cover' ? 1 : 2,
        ...question && { question: { prompt: question.prompt, lines: plain(question, optionOrder(question, SEED), listOrders(question, SEED), plainWords).lines } },
        notes: notesOf(slideInDeck(source, course)).split('\n'),
      }
    }), { title, lang: LANG, notes })
    return { [`${packageName(selection)}${notes ? '-notes' : ''}.pdf`]: await finish(printed, { title, author: course.about.title, lang: LANG, changedMs, headings: slides.map(({ title }) => title) }) }
  },
}
