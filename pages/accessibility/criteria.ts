/** How a kind of page stands to a criterion; `none` where there is nothing of what it speaks of. */
export type Standing = 'met' | 'partly' | 'not-met' | 'none'

export interface Criterion {
  no: string
  name: string
  level: 'A' | 'AA'
  page: Standing
  quiz: Standing
  deck: Standing
  /** What is done, or what is missing */
  how: string
  /** Files in tests/ that show it; without any it was looked at by a person */
  tests?: string[]
}

type Row = [no: string, name: string, level: 'A' | 'AA', standing: Standing | [Standing, Standing, Standing], how: string, ...tests: string[]]

const pages = 'every-page.spec.ts'
const slides = 'every-slide.spec.ts'
const deck = 'deck-access.spec.ts'
const transcript = 'transcript.spec.ts'

const rows: Row[] = [
  ['1.1.1', 'Non-text content', 'A', 'met', 'Each figure says in words what it shows, with both groups and how the trial came out. Ornaments are hidden from screen readers.', 'figures.test.ts', pages, slides],
  ['1.2.1', 'Audio-only and video-only', 'A', 'none', 'There is no sound and no film.'],
  ['1.2.2', 'Captions (prerecorded)', 'A', 'none', 'There is no sound and no film.'],
  ['1.2.3', 'Audio description or media alternative', 'A', 'none', 'There is no film.'],
  ['1.2.4', 'Captions (live)', 'AA', 'none', 'Nothing is live.'],
  ['1.2.5', 'Audio description (prerecorded)', 'AA', 'none', 'There is no film.'],
  ['1.3.1', 'Info and relationships', 'A', 'met', 'Headings, lists, tables, groups of choices and landmarks are the browser’s own.', pages, slides, transcript],
  ['1.3.2', 'Meaningful sequence', 'A', 'met', 'What is read comes in the order in which it is seen.', transcript, 'no-script.spec.ts'],
  ['1.3.3', 'Sensory characteristics', 'A', 'met', 'No instruction rests on a shape, a colour or a place alone.'],
  ['1.3.4', 'Orientation', 'AA', 'met', 'Nothing asks for one orientation. On a phone held upright a link to a slide opens the reading page, with a way back to the slides.', deck],
  ['1.3.5', 'Identify input purpose', 'AA', 'none', 'Nothing about the learner is asked.'],
  ['1.4.1', 'Use of colour', 'A', 'met', 'Right, wrong and every level of proof are said in words and by a shape too.', 'evidence.test.ts', 'quiz-parts.test.ts'],
  ['1.4.2', 'Audio control', 'A', 'none', 'There is no sound.'],
  ['1.4.3', 'Contrast (minimum)', 'AA', 'met', 'At least 4.5 to 1 in light and dark.', pages, slides],
  ['1.4.4', 'Resize text', 'AA', ['met', 'met', 'partly'], 'Pages grow with the browser’s zoom and with their own setting. A slide is scaled to the window as a whole and does not grow: the reading page has the same words.', pages],
  ['1.4.5', 'Images of text', 'AA', 'met', 'All text is text, in figures too.'],
  ['1.4.10', 'Reflow', 'AA', ['met', 'met', 'not-met'], 'Pages run in one column from 320 px on, which is 400% zoom. A slide is a fixed picture: the reading page has the same words.', pages],
  ['1.4.11', 'Non-text contrast', 'AA', 'met', 'Borders of controls, marks and lines of figures have 3 to 1, also in forced colours.', pages, slides, deck],
  ['1.4.12', 'Text spacing', 'AA', ['met', 'met', 'not-met'], 'Pages take any spacing of letters, words and lines. On a full slide wider spacing can push the last line out of the frame: the reading page has the same words.', 'spacing.spec.ts'],
  ['1.4.13', 'Content on hover or focus', 'AA', 'met', 'Nothing opens by pointing alone. Explanations of terms open by a press and close with Escape.', 'lessons-terms.test.ts'],
  ['2.1.1', 'Keyboard', 'A', 'met', 'Everything can be done by keys alone, each type of question too.', transcript, 'learner.spec.ts', 'gallery.spec.ts', deck, 'deck-dialogs.spec.ts'],
  ['2.1.2', 'No keyboard trap', 'A', 'met', 'Tab leads through and out; Escape closes what was opened, and leaves a question on a slide.', transcript, 'keyboard.spec.ts'],
  ['2.1.4', 'Character key shortcuts', 'A', 'met', 'Single keys (/ on pages, p for the parts of a section; o, g, d, f on slides) can be switched off under Display.', deck, 'course-search.test.ts', 'reading-bar.test.ts'],
  ['2.2.1', 'Timing adjustable', 'A', 'none', 'Nothing runs out.'],
  ['2.2.2', 'Pause, stop, hide', 'A', 'met', 'The one figure that moves starts at a press, can be paused and stops by itself; with reduced motion it is a row of still pictures.', 'figures.test.ts'],
  ['2.3.1', 'Three flashes or below threshold', 'A', 'met', 'Nothing flashes.'],
  ['2.4.1', 'Bypass blocks', 'A', 'met', 'A link past the bar is the first stop; landmarks and headings do the rest.', pages, deck],
  ['2.4.2', 'Page titled', 'A', 'met', 'Every page and every slide has a title of its own.', 'pages.spec.ts', deck],
  ['2.4.3', 'Focus order', 'A', 'met', 'The focus follows reading; on slides it goes to the new heading.', transcript, deck],
  ['2.4.4', 'Link purpose (in context)', 'A', 'met', 'Links say where they lead; where a sentence is needed for that, it is their own.', transcript],
  ['2.4.5', 'Multiple ways', 'AA', 'met', 'The map, the search, the glossary, the list of all evidence.', 'search.spec.ts'],
  ['2.4.6', 'Headings and labels', 'AA', 'met', 'Each part has a heading that says what it is about, each control a label.', pages, slides, transcript],
  ['2.4.7', 'Focus visible', 'AA', 'met', 'A ring of 3 px in the colour of links.', deck],
  ['2.4.11', 'Focus not obscured (minimum)', 'AA', 'met', 'The bar that stays on a reading page leaves room above what has the focus; the bar of the slides shows only where it has the focus or the pointer.', 'first-minutes.spec.ts'],
  ['2.5.1', 'Pointer gestures', 'A', 'met', 'Nothing needs a path or two fingers; slides have buttons beside the swipe.', 'touch.spec.ts'],
  ['2.5.2', 'Pointer cancellation', 'A', 'met', 'Controls act when they are let go.'],
  ['2.5.3', 'Label in name', 'A', 'met', 'A control is named as it reads.', pages, slides],
  ['2.5.4', 'Motion actuation', 'A', 'none', 'Nothing listens to movement.'],
  ['2.5.7', 'Dragging movements', 'AA', 'met', 'A slider has a field beside it; lists are put in order with buttons.', 'quiz-new-parts.test.ts'],
  ['2.5.8', 'Target size (minimum)', 'AA', 'met', 'Controls are 44 px, terms in a line of text at least 24 px high.', 'gallery.spec.ts', pages],
  ['3.1.1', 'Language of page', 'A', 'met', 'Every document says that it is English.', pages, slides],
  ['3.1.2', 'Language of parts', 'AA', 'met', 'There are no parts in another language but names and titles of publications.'],
  ['3.2.1', 'On focus', 'A', 'met', 'Focus alone changes nothing but what is highlighted.', transcript],
  ['3.2.2', 'On input', 'A', 'met', 'A choice is sent by a button; settings take effect at once and say so before.', 'quiz-question.test.ts', 'course-settings.test.ts'],
  ['3.2.3', 'Consistent navigation', 'AA', 'met', 'The same bar in the same order on every page.', transcript],
  ['3.2.4', 'Consistent identification', 'AA', 'met', 'One word for one thing everywhere.'],
  ['3.2.6', 'Consistent help', 'A', 'none', 'There is nobody to call; every page says to ask a clinician, at the same place.'],
  ['3.3.1', 'Error identification', 'A', 'met', 'What an answer lacks is said in words beside its button.', 'questions.spec.ts'],
  ['3.3.2', 'Labels or instructions', 'A', 'met', 'Each question says how it is answered where that is not plain.', 'quiz-access.test.ts'],
  ['3.3.3', 'Error suggestion', 'AA', 'met', 'What is missing is named; a refused file is told with its reason.', 'questions.spec.ts', 'copy.spec.ts'],
  ['3.3.4', 'Error prevention (legal, financial, data)', 'AA', 'met', 'Before progress is forgotten the course asks, and afterwards it can be undone.', 'copy.spec.ts'],
  ['3.3.7', 'Redundant entry', 'A', 'met', 'What was answered once, in any way, is there in all of them.', 'walk.spec.ts'],
  ['3.3.8', 'Accessible authentication (minimum)', 'AA', 'none', 'There is no account.'],
  ['4.1.2', 'Name, role, value', 'A', ['met', 'met', 'partly'], 'Native controls, named. In the presenter’s view Slidev’s own buttons stay as Slidev makes them.', pages, slides, transcript, deck, 'deck-dialogs.spec.ts'],
  ['4.1.3', 'Status messages', 'AA', 'met', 'Outcomes, counts and slide changes are said without moving the focus.', 'quiz-question.test.ts', deck],
]

/** WCAG 2.2, levels A and AA, in its order; 4.1.1 is gone from it. */
export const criteria: Criterion[] = rows.map(([no, name, level, standing, how, ...tests]) => {
  const [page, quiz, ofDeck] = Array.isArray(standing) ? standing : [standing, standing, standing]
  return { no, name, level, page, quiz, deck: ofDeck, how, ...tests.length > 0 && { tests } }
})
