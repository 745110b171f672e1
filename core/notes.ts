/** What a speaker is told of each slide, by its full id; the course's cover has none, and stands under `''`. */
export type Notes = Record<string, { title: string, note: string }>

/** @returns a note line by line, with the word that says what a line is for */
export function noteLines(note: string): { label?: string, text: string }[] {
  return note.split('\n').map((line) => {
    const [, label, text = line] = /^(\p{L}+): (.*)$/u.exec(line) ?? []
    return { label, text }
  })
}
