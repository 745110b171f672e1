import { PROGRESS_KEY } from './keys.ts'

/** Where a text that could not be read whole is set aside. */
const DAMAGED_KEY = `${PROGRESS_KEY}.damaged`

/**
 * So that nothing a person might still want is written over. Where there is no room for a copy, the text is moved.
 * @throws {DOMException} when there is no room even for that; then it stays where it was
 */
export function setAside(text: string): void {
  const earlier = localStorage.getItem(DAMAGED_KEY)
  // Lines of it are texts that were set aside: the same one again is nothing new.
  if (earlier !== null && `\n${earlier}\n`.includes(`\n${text}\n`))
    return
  const aside = earlier === null
    ? text
    : `${earlier}\n${text}`
  try {
    localStorage.setItem(DAMAGED_KEY, aside)
  }
  catch {
    localStorage.removeItem(PROGRESS_KEY)
    try {
      localStorage.setItem(DAMAGED_KEY, aside)
    }
    catch (error) {
      localStorage.setItem(PROGRESS_KEY, text)
      throw error
    }
  }
}

/** @returns the texts that were set aside as damaged, if there are any */
export function damagedText(): string | undefined {
  try {
    return localStorage.getItem(DAMAGED_KEY) ?? undefined
  }
  catch {
    return undefined
  }
}

/** Puts back what was thrown away, before what was set aside since. */
export function restoreDamaged(text: string): void {
  try {
    const since = localStorage.getItem(DAMAGED_KEY)
    localStorage.setItem(DAMAGED_KEY, since === null ? text : `${text}\n${since}`)
  }
  catch {
    // There is no room for it any more.
  }
}

/** Throws away what was set aside. */
export function removeDamaged(): void {
  try {
    localStorage.removeItem(DAMAGED_KEY)
  }
  catch {
    // It stays until the browser lets go of it.
  }
}
