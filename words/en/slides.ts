/** What stands around the words of a slide, where it is drawn outside of the app. */
export const courseOn = (subject: string) => `A course on ${subject}`
export const FOOT = 'education, not medical advice'
export const partOf = (part: number, parts: number) => `Section ${part} of ${parts}`
/** @param paragraph as the evidence numbers it: `P5` */
export const articleSays = (paragraph: string) => `The article says in its paragraph ${paragraph.slice(1)}`

export const APPROVED = 'Approved?'
export const PROOF = 'How strong is the proof?'
export const NARROWED = 'The claim, narrowed'

export const trialRows = { asked: 'Asked', who: 'Who', compared: 'Compared' } as const
export const MAIN_GOAL = 'Main goal'
export const ALSO_MEASURED = 'Also measured'
export const MEASURED = 'Measured'
export const SUBGROUP = 'Subgroup'
export const JUDGED = 'A trial is judged by its main goal, set before it began.'

export const inHundred = (count: number) => `${count} in 100`
export const counted = (people: number) => `(n\u00A0=\u00A0${people})`
export const asPublished = (value: string) => `${value}% as published`
export const peopleDrawn = (filled: number, all: number) => `Drawn as ${all} people: ${filled} filled, ${all - filled} outlined.`
export const NOBODY = 'Nobody'
export const NOBODY_DRAWN = 'Drawn as an empty place: there was no such group.'
export const peopleCount = (people: number) => `${people} people`
export const ofPeople = (filled: number, people: number) => `${filled} of ${people}`
export const barsDrawn = (label: string, values: string[]) => `Bar chart. ${label}: ${values.join('; ')}.`
export const WITH_DEVICE = 'with the device'
export const COMPARISON = 'comparison'

/** @returns "0.25" as "p = 0.25", "< 0.001" as "p < 0.001"; words as they are */
export function published(p: string): string {
  if (/^\d/.test(p))
    return `p\u00A0=\u00A0${p}`
  return /^(?:[<>=≤≥]|below|above|about)/.test(p) ? `p ${p}` : p
}

/** The slide after a question, where it cannot be answered by a press. */
export const answerTo = (title: string) => `Answer: ${title}`
/** @param places as they are named beside it, each with its letter */
export const lettersMark = (places: string[]) => `A drawing with a letter at each of these places: ${places.join('; ')}.`

export const tableOf = (title: string) => `Table: ${title}`

export const headacheHead = { trial: 'Trial', measured: 'What was measured', device: 'Device', sham: 'Sham' } as const
export const timelineHead = { year: 'Year', use: 'Use', decision: 'Decision', now: 'Proof as it stands now' } as const
export const familiesHead = { family: 'Family, and what it is allowed for', on: 'On for' } as const
export const pathwayHead = { rats: 'Seen in rats', people: 'Seen in people' } as const

/** What the speaker's notes add to what the author wrote. */
export const noteWords = { answer: 'Answer', why: 'Why', each: 'What is said of each', limits: 'Limits', sources: 'Sources', table: 'In the figure' } as const
