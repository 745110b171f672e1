/** @returns what is wrong with the pairs of an answer key, if anything: each option has one of the places */
export function wrongPairs(options: Record<string, unknown>, places: Record<string, string>, answer: Record<string, string>): string | undefined {
  const unknown = Object.entries(answer).find(([option, place]) => !Object.hasOwn(options, option) || !Object.hasOwn(places, place))
  const left = Object.keys(options).filter(key => !Object.hasOwn(answer, key))
  if (unknown)
    return `the answer "${unknown[0]}: ${unknown[1]}" is no option with a target`
  return left.length > 0
    ? `the answer leaves out ${left.join(', ')}`
    : undefined
}
