import type { Course } from '../content/load-course.ts'
import type { Notes } from '../core/notes.ts'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { loadCourse } from '../content/load-course.ts'

/** @returns the notes of all slides */
export function notesOf({ slides }: Course): Notes {
  return Object.fromEntries(slides.map(({ id, title, note }) => [id, { title, note }]))
}

/** Writes the notes beside a built course, for a presenter's view on this machine. A live room gives them to its speaker alone. */
export async function writeNotes(out: string): Promise<void> {
  await writeFile(join(out, 'notes.json'), JSON.stringify(notesOf(await loadCourse(process.cwd()))))
}
