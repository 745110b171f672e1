import { isObject, parsed } from './json.ts'

/** How a learner wants to see the course. */
export interface Settings {
  scheme: 'auto' | 'light' | 'dark'
  textSize: 'normal' | 'large' | 'larger'
  motion: 'auto' | 'reduced'
  /** May single letters and signs do something by themselves? Off, they do nothing (WCAG 2.1.4). */
  keys: 'on' | 'off'
  /** Whether a reading page prints what became of the answers given on it */
  paper: 'without-answers' | 'with-answers'
}

/** What each setting offers, the one that stands at first before the others. */
export const choices = {
  scheme: ['auto', 'light', 'dark'],
  textSize: ['normal', 'large', 'larger'],
  motion: ['auto', 'reduced'],
  keys: ['on', 'off'],
  paper: ['without-answers', 'with-answers'],
} as const satisfies { [Key in keyof Settings]: readonly Settings[Key][] }

/** @returns settings from a saved text of any kind; what it does not say rightly stands as at first */
export function readSettings(text: string | null): Settings {
  return settingsFrom(parsed(text ?? '')[0])
}

/** @returns settings from a value of any kind, likewise */
export function settingsFrom(value: unknown): Settings {
  const said = isObject(value) ? value : {}
  return Object.fromEntries(Object.entries(choices).map(([key, offered]) => [
    key,
    offered.find(choice => choice === said[key]) ?? offered[0],
  ])) as unknown as Settings
}

/** @returns whether everything stands as at first */
export function isAsAtFirst(settings: Settings): boolean {
  return (Object.keys(choices) as (keyof Settings)[]).every(key => settings[key] === choices[key][0])
}
