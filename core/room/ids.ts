/** Without 0, 1, I, L and O, which are taken for one another. */
const SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const CODE_LENGTH = 5

const BASE64URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
/** 96 bits: two rooms of the world never meet in one. */
export const ID_BYTES = 12

/** What an id of an event or of a person looks like. */
export const ID = /^[\w-]{16}$/

/** @param bytes as many as `ID_BYTES`, of chance @returns the id of an event or of a person: 16 letters, digits, - or _ */
export function idFrom(bytes: ArrayLike<number>): string {
  let id = ''
  for (let i = 0; i + 2 < bytes.length; i += 3) {
    const three = (bytes[i]! << 16) | (bytes[i + 1]! << 8) | bytes[i + 2]!
    id += [18, 12, 6, 0].map(shift => BASE64URL[(three >> shift) & 63]).join('')
  }
  return id
}

/** @param random gives 0 ≤ x < 1 @returns a code to type in: 28.6 million there are */
export function roomCode(random: () => number): string {
  return Array.from({ length: CODE_LENGTH }, () => SIGNS[Math.floor(random() * SIGNS.length)]).join('')
}

/** @returns the code that was meant, whatever the letters' case and with blanks or hyphens; `undefined` where it can be none */
export function readCode(typed: string): string | undefined {
  const code = typed.normalize('NFKC').toUpperCase().replace(/[\s\p{Pd}]+/gu, '')
  return code.length === CODE_LENGTH && [...code].every(sign => SIGNS.includes(sign)) ? code : undefined
}
