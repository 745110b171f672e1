import { readFileSync } from 'node:fs'

const css = readFileSync(new URL('../../styles/tokens.css', import.meta.url), 'utf8')

type Token = 'paper' | 'surface' | 'ink' | 'muted' | 'line' | 'accent' | 'accent-line' | 'established' | 'promising' | 'mixed' | 'early' | 'not-supported'
export type Colour = Token | 'hairline' | 'accent-pale'

/** @returns the first value of the token, which is that of the light scheme, as `C8451B` */
function token(name: Token): string {
  const value = new RegExp(`--${name}: #([0-9A-F]{6});`).exec(css)?.[1]
  if (!value)
    throw new Error(`styles/tokens.css has no colour --${name}.`)
  return value
}

/** @returns one colour over another, as PowerPoint has no `color-mix` for tables and lines */
function mixed(over: string, share: number, under: string): string {
  const part = (hex: string, at: number) => Number.parseInt(hex.slice(at, at + 2), 16)
  return [0, 2, 4].map(at => Math.round(part(over, at) * share + part(under, at) * (1 - share)).toString(16).padStart(2, '0')).join('').toUpperCase()
}

/** The colours of the slides (styles/tokens.css), as PowerPoint takes them: there is one scheme, the light one. */
export function hexOf(colour: Colour): string {
  if (colour === 'hairline')
    return mixed(token('line'), 0.35, token('paper'))
  if (colour === 'accent-pale')
    return mixed(token('accent-line'), 0.28, token('paper'))
  return token(colour)
}
