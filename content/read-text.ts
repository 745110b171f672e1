import type { Problem } from './problem.ts'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** No XML can hold these, in whatever way they are written, and most packages for other systems are XML. */
const UNWRITABLE = /[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u

/** What Markdown takes for the character of a number, such as `&#12;` or `&#xC;` */
const REFERENCE = /&#(?:x([\da-f]{1,6})|(\d{1,7}));/gi

/** @returns what is wrong with a text that holds a control character or half of a character, as in `\x0B`, `\uD800` or `&#12;` */
export function unwritableIn(text: string): Pick<Problem, 'message' | 'remedy'> | undefined {
  const referred = Array.from(text.matchAll(REFERENCE), ([, hex, decimal]) => hex ? Number.parseInt(hex, 16) : Number(decimal)).filter(code => code > 0 && code <= 0x10FFFF)
  const found = UNWRITABLE.exec(text + String.fromCodePoint(...referred))?.[0]
  return found === undefined
    ? undefined
    : {
        message: `A character that no page and no package can hold: U+${found.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`,
        remedy: 'Take it out: it may be an escape such as \\x0B in quotes, a number such as &#12; on a slide, and most editors do not show the character itself.',
      }
}

const AS_UTF8 = 'Save it as UTF-8, without a byte order mark (editors name it in "Save as" or at the foot of their window).'

/** Where content stands, and how its files end; what begins with a point is an editor's own. */
const FOLDERS: [folder: string, endings: RegExp][] = [
  ['.', /^(?:slides\.md|course\.yaml)$/],
  ['slides', /^[^.].*\.(?:md|yaml)$/],
  ['quizzes', /^[^.].*\.yaml$/],
  ['evidence', /^[^.].*\.(?:yaml|json)$/],
]

/** @returns for each file of the content that is no text as all readers expect it, why: whatever else is said of it follows from that */
export function unreadableTexts(root: string): Problem[] {
  return FOLDERS.flatMap(([folder, endings]) => {
    try {
      return readdirSync(join(root, folder), { withFileTypes: true })
        .filter(({ name }) => endings.test(name))
        .flatMap((entry) => {
          const file = folder === '.' ? entry.name : `${folder}/${entry.name}`
          if (!entry.isFile() && !entry.isSymbolicLink())
            return { file, line: 1, message: 'This is a folder, where a file is read', remedy: 'Give the folder another name.' }
          const problem = problemOf(readFileSync(join(root, file)))
          return problem ? { file, ...problem } : []
        })
    }
    catch {
      // A missing folder is told of where its files are asked for.
      return []
    }
  })
}

function problemOf(bytes: Buffer): Omit<Problem, 'file'> | undefined {
  if (bytes.every(byte => byte <= 0x20))
    return { line: 1, message: 'The file is empty', remedy: 'Write it, or delete it (docs/authoring.md has an example of each kind of file).' }
  if ((bytes[0] === 0xFF && bytes[1] === 0xFE) || (bytes[0] === 0xFE && bytes[1] === 0xFF))
    return { line: 1, message: 'The file is UTF-16', remedy: AS_UTF8 }
  if (bytes[0] === 0xEF && bytes[1] === 0xBB && bytes[2] === 0xBF)
    return { line: 1, message: 'The file begins with a byte order mark', remedy: AS_UTF8 }
  // Latin-1 and the like are cut into lines by the same byte.
  let line = 1
  for (let from = 0; from < bytes.length; line++) {
    const end = bytes.indexOf(0x0A, from)
    const text = bytes.subarray(from, end < 0 ? bytes.length : end)
    if (text.includes(0) || !isUtf8(text))
      return { line, message: 'A letter that is no UTF-8', remedy: AS_UTF8 }
    const unwritable = unwritableIn(text.toString())
    if (unwritable)
      return { line, ...unwritable }
    from += text.length + 1
  }
  return undefined
}

function isUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  }
  catch {
    return false
  }
}
