import type { Target } from '../target.ts'
import { hotspotFigure, isDrawn } from '../subject/hotspot-figure.ts'
import { bytesOf, packageName } from '../target.ts'
import { zipOf } from '../zip.ts'
import { collectionOf } from './collection.ts'
import { figureFile, noteOf } from './note.ts'

export const anki: Target = {
  what: 'the questions as cards for Anki, a deck for each part',
  goesTo: 'in Anki, File, Import',
  make(selection) {
    const decks = selection.sections.map(section => ({ id: section.id, title: section.title, notes: section.questions.map(question => noteOf(question, section, selection.course.about.id)) }))
    const figures = selection.sections.flatMap(({ questions }) => questions.flatMap(question => question.type === 'hotspot' && isDrawn(question) ? [[figureFile(selection.course.about.id, question.id), hotspotFigure(question)] as const] : []))
    return {
      [`${packageName(selection)}.apkg`]: zipOf({
        'collection.anki2': collectionOf(decks, selection.course.about, selection.changedMs),
        // Media are called by numbers; this list has their names.
        'media': bytesOf(JSON.stringify(Object.fromEntries(figures.map(([name], place) => [place, name])))),
        ...Object.fromEntries(figures.map(([, svg], place) => [place, bytesOf(svg)])),
      }),
    }
  },
}
