/*
 * A build works from any folder without being told: at `/`, at `/course/`, from a stick. Documents reach everything
 * relative to themselves; scripts find the folder by their own address.
 */

/** Stands in a build for the folder that the course lies in, until it is known how a file reaches it. */
export const COURSE_ROOT = '/__course__/'

/** The same in code, where it is no text yet: a minifier would reckon with its letters. */
export const COURSE_ROOT_VARIABLE = '__courseRoot__'

/** @returns the way from a document at this place (`/learn/depression/`) to the folder of the course: `../../` */
export function rootFrom(path: string): string {
  return '../'.repeat(path.split('/').filter(Boolean).length) || './'
}

/** @returns the text of a document, or of a style sheet inside one, with `root` as the way to the course's folder */
export function relocateText(text: string, root: string): string {
  return text.replaceAll(COURSE_ROOT, root)
}

/** How a script stands in the document: a classic one is read from a file too, a module comes from a server only. */
export type ScriptKind = 'module' | 'classic'

/** What a classic script calls the folder of the course: only while it is read does it know its own address. */
const FOLDER = 'courseFolder'

/**
 * @param code
 * @param root the way from the script to the course's folder
 * @param kind
 * @returns the script, which finds the course's folder by itself
 * @throws {Error} when the folder is named in a way that this does not know
 */
export function relocateScript(code: string, root = '../', kind: ScriptKind = 'module'): string {
  const here = kind === 'classic' ? `(${FOLDER})` : `(new URL("${root}",import.meta.url).pathname)`
  const found = code
    .replace(/(["'`])\/__course__\/((?:\\.|(?!\1)[^\\])*)\1/g, (_, quote, rest) => rest === '' ? here : `(${here}+${quote}${rest}${quote})`)
    .replaceAll(COURSE_ROOT_VARIABLE, here)
  const left = found.indexOf('__course')
  if (left >= 0)
    throw new Error(`A script names the folder of the course in an unknown way: ${found.slice(Math.max(0, left - 40), left + 50)}`)
  return kind === 'classic' ? `var ${FOLDER}=new URL("${root}",document.currentScript.src).pathname;${found}` : found
}
