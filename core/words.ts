import type { Approval, BodySystem, EvidenceLevel, Trial, Verdict } from './course.ts'
import type { Mastery } from './records.ts'

/** How the course names its scales, from the strongest or the first onwards. */
export const evidenceWords: Record<EvidenceLevel, string> = {
  'established': 'Established',
  'promising': 'Promising',
  'mixed': 'Mixed',
  'early': 'Early',
  'not-supported': 'Not supported',
}

/** From no decision to the one that asks for most. */
export const approvalWords: Record<Approval['status'], string> = {
  'not-a-device': 'No device',
  // The course looked for US decisions only; a mark of another country is not ruled out by it.
  'not-approved': 'No US approval found',
  'designated': 'Designated',
  'cleared': 'Cleared',
  'granted': 'Granted',
  'approved': 'Approved',
}

/** @returns the word as it stands inside a sentence: with a small first letter, names such as "US" as they are */
export function insideSentence(word: string): string {
  return word.charAt(0).toLowerCase() + word.slice(1)
}

export const deviceWords: Record<Verdict['device'], string> = {
  'implant': 'Implant',
  'neck-skin': 'Neck-skin device',
  'ear-skin': 'Ear-skin device',
  'ear-needles': 'Ear needles',
  'several': 'Several devices',
  'none': 'No device',
}

export const systemWords: Record<BodySystem, string> = {
  brain: 'Brain and nerves',
  mood: 'Mood and anxiety',
  pain: 'Pain',
  heart: 'Heart and circulation',
  immune: 'Immune system',
  gut: 'Gut',
  general: 'Health in general',
}

export const goalWords: Record<Trial['goal'], string> = {
  'met': 'Main goal met',
  'missed': 'Main goal missed',
  'none': 'No comparison by chance',
  'not-known': 'Main goal not known to us',
}

export const resultWords: Record<Trial['outcomes'][number]['result'], string> = {
  'favours-device': 'favours the device',
  'no-clear-difference': 'no clear difference',
  'favours-control': 'favours the control',
  'not-compared': 'not compared',
}

export const masteryWords: Record<Mastery, string> = {
  'not-started': 'not started',
  'learning': 'learning',
  'passed': 'passed',
  'mastered': 'mastered',
}

/** @returns why a section that is passed is not mastered (any more), to be read after its state; else an empty text */
export function whyNotMastered(mastery: Mastery, due: number): string {
  if (mastery !== 'passed')
    return ''
  if (due === 0)
    return '; mastered after its first reviews'
  return due === 1 ? '; 1 question is due for review' : `; ${due} questions are due for review`
}

const SMALL = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']

/** @returns a count as it is written in a sentence: `nine`, from thirteen on `13`; `no` for 0 */
export function inWords(count: number): string {
  return SMALL[count] ?? String(count)
}

/** @returns a count with its noun, which takes an s for many: `nine promises`, `one promise` */
export function counted(count: number, noun: string): string {
  return `${inWords(count)} ${noun}${count === 1 ? '' : 's'}`
}

/** @returns the text with a capital, for the beginning of a sentence */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
