/**
 * FNV-1a, 32 bits, by code points: spreads a text over the whole range. What is drawn by a seed and what learning systems
 * keep of ids hang on it, so it never changes.
 */
export function fnv1a(text: string): number {
  let h = 0x811C9DC5
  for (const char of text)
    h = Math.imul(h ^ char.codePointAt(0)!, 0x01000193)
  return h >>> 0
}
