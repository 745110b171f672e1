/** Case and accents do not decide whether a word is found. @returns the text without them */
export function normalise(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

/** @returns whether every word of the query stands in one of the texts, as a part of a longer word too; nothing asked is found everywhere */
export function matchesWords(texts: readonly string[], query: string): boolean {
  const whole = normalise(texts.join(' '))
  return normalise(query).split(/\s+/).filter(word => word !== '').every(word => whole.includes(word))
}
