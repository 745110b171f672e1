/* What is read from outside, of which anything may be expected. */

/** @returns whether the value has fields by name; neither `null` nor a list has */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** @returns the value of a JSON text in a list, or an empty list where it is none */
export function parsed(text: string): unknown[] {
  try {
    return [JSON.parse(text)]
  }
  catch {
    return []
  }
}
