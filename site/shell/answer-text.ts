import type { Interaction, Parts } from '../../core/interaction.ts'

/** @returns the parts of an answer as one text */
export const join = (parts: Parts, between: string, within: string) => parts.map(part => typeof part === 'string' ? part : part.join(within)).join(between)

/** @returns what was answered, as SCORM 2004 and xAPI have it */
export const responseOf = ({ response }: Interaction) => join(response, '[,]', '[.]')

/** @returns the right answer, as SCORM 2004 and xAPI have it */
export function patternOf({ type, correct }: Interaction) {
  return `${type === 'fill-in' ? '{case_matters=false}' : ''}${type === 'numeric' ? correct.flat().join('[:]') : join(correct, '[,]', '[.]')}`
}
