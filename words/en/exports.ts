import type { AskedQuestion } from '../../core/course.ts'

export const SOURCES = 'Sources'
export const HINT = 'Hint'

/** What stands for another gap of the same sentence. */
export const BLANK = '______'

/** @returns the prompt of an `order` question where the system can only match items with places */
export const orderByPlace = (prompt: string) => `${prompt} Give each its place: 1 is first.`

/** @returns the prompt of an `estimate`, with what may be typed */
export const estimateIn = (prompt: string, { min, max, unit }: { min: number, max: number, unit: string }) => `${prompt} (${min} to ${max} ${unit})`

type Losses = Partial<Record<AskedQuestion['type'], string>>

/** What becomes of confidence, second tries and figures in every other system. */
const ALWAYS_LOST = 'How sure somebody was, and the schedule of reviews, stay with the course.'

/** What each type of question loses, by format. `docs/exports.md` has the same. */
const lost = {
  gift: {
    order: 'Items are matched with their places; the score goes by places, not by pairs.',
    match: 'What is said of each item stands behind the whole question.',
    sort: 'Items are matched with their group; what is said of each stands behind the whole question.',
    gap: 'Each gap is a question of its own; a hyphen or a blank more than expected counts as wrong.',
    estimate: 'A guess scores 1, 0.5 or 0, where the course lets the score fall evenly.',
    hotspot: 'Places are chosen by their names; the figure is left out.',
  },
  moodle: {
    order: 'Items are matched with their places; the score goes by places, not by pairs.',
    match: 'What is said of each item stands behind the whole question.',
    sort: 'Items are matched with their group; what is said of each stands behind the whole question.',
    gap: 'A hyphen or a blank more than expected counts as wrong.',
    estimate: 'A guess scores 1, 0.5 or 0, where the course lets the score fall evenly.',
    hotspot: 'Places are chosen by their names; the figure is left out.',
  },
  qti: {
    order: 'Only the whole order scores; part of it is worth nothing.',
    match: 'What is said of each item stands behind the whole question.',
    sort: 'What is said of each item stands behind the whole question.',
    gap: 'A hyphen or a blank more than expected counts as wrong.',
    estimate: 'A number is typed; the people in a hundred are not drawn.',
    hotspot: 'Places are chosen by their names; the figure is left out.',
  },
} satisfies Record<string, Losses>

/** @returns what a format loses, a line for each type of question */
export function lostIn(format: keyof typeof lost): string[] {
  return [...Object.entries(lost[format]).map(([type, what]) => `${type}: ${what}`), ALWAYS_LOST]
}

/** The axes of the plane of approval and proof, where a picture of it is drawn. */
export const PLANE_AXES: [text: string, place: { x?: number, y?: number, transform?: string }][] = [
  ['no decision', { x: 105, y: 228 }],
  ['a regulator’s yes', { x: 247, y: 228 }],
  ['strong proof', { transform: 'translate(24 53) rotate(-90)' }],
  ['weak proof', { transform: 'translate(24 155) rotate(-90)' }],
]

/** @returns what lies beside the course in a folder that is opened without a server */
export function offlineReadme(course: string) {
  return `${course}, without a connection

Open index.html with a double click. The course opens in your browser: reading,
quizzes, evidence, and the slides (at the foot of the map, or slides/index.html).
Nothing is installed, and nothing is sent anywhere.

Your progress is kept by the browser that you open it with, on that computer. To
go on elsewhere, take a copy along: "Your progress", at the foot of every page.

If questions cannot be answered, or your progress is gone on the next page, that
browser lets files do too little. Try another one, or have the folder served. With
Python, in a terminal in this folder:

    python3 -m http.server 8000

Then open http://localhost:8000/ (any other plain file server will do). Without any of
this you can still read every section, the evidence, and the questions with their
answers in the folder "handout".
`
}
