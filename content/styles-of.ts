/** Rules that hold others, which are looked at one by one. */
const HOLDS_RULES = /^@(?:media|container|supports|layer)\b/
/** The mark that Vue writes into the selectors of a component's own styles, and on its elements */
const SCOPE = /\[(data-v-[0-9a-f]+)\]/g

/**
 * @param css a style sheet as the build minifies it: without comments, and no brace inside a text
 * @param html what is drawn with it
 * @returns the rules for the components that are in it, and those for all
 */
export function stylesOf(css: string, html: string): string {
  const used = new Set(html.match(/data-v-[0-9a-f]+/g))
  return rulesOf(css).map(({ head, body }) => {
    if (HOLDS_RULES.test(head)) {
      const inner = stylesOf(body, html)
      return inner && `${head}{${inner}}`
    }
    if (body === '' || head.startsWith('@'))
      return body === '' ? head : `${head}{${body}}`
    const selectors = splitAtCommas(head).filter(selector => Array.from(selector.matchAll(SCOPE)).every(([, scope]) => used.has(scope!)))
    return selectors.length > 0 ? `${selectors.join(',')}{${body}}` : ''
  }).join('')
}

/** @returns the styles without fonts that are fetched, which the deck brings; those of the system stay, that are sized like them */
export function withoutFetchedFonts(css: string): string {
  return css.replace(/@font-face\s*\{[^}]*\}/g, face => face.includes('url(') ? '' : face)
}

/** The rules of the outermost level; one without a block has an empty body. */
function rulesOf(css: string): { head: string, body: string }[] {
  const rules: { head: string, body: string }[] = []
  let from = 0
  while (from < css.length) {
    const end = css.slice(from).search(/[{;]/)
    if (end < 0)
      break
    const at = from + end
    const head = css.slice(from, at).trim()
    if (css[at] === ';') {
      rules.push({ head: `${head};`, body: '' })
      from = at + 1
      continue
    }
    let depth = 1
    let close = at + 1
    for (; depth > 0 && close < css.length; close++)
      depth += css[close] === '{' ? 1 : css[close] === '}' ? -1 : 0
    rules.push({ head, body: css.slice(at + 1, close - 1) })
    from = close
  }
  return rules
}

/** Not at a comma inside brackets, as in `:is(a, b)`. */
function splitAtCommas(selectors: string): string[] {
  const parts = ['']
  let depth = 0
  for (const sign of selectors) {
    depth += '(['.includes(sign) ? 1 : ')]'.includes(sign) ? -1 : 0
    if (sign === ',' && depth === 0)
      parts.push('')
    else
      parts[parts.length - 1] += sign
  }
  return parts
}
