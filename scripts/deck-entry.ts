import type { CourseFiles } from '../content/course-files.ts'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import process from 'node:process'
import { importsOf } from '../content/agendas.ts'
import { readCourseFiles } from '../content/course-files.ts'

export interface DeckEntry {
  /** What Slidev is to build or show */
  entry: string
  /** Full ids, in their order */
  slides: string[]
  /** Takes the entry away where it was made for this */
  clean: () => void
}

/**
 * The deck that a command asks for: all of it, one section, or `--agenda <agenda>`.
 * @throws {Error} that says what there is, where there is none
 */
export async function deckEntry(wanted: string[]): Promise<DeckEntry> {
  const { files } = await readCourseFiles(process.cwd())
  if (wanted.length === 0)
    return { entry: 'slides.md', slides: files.slides.flatMap(({ id }) => id || []), clean: () => {} }
  const imports = importsFor(wanted, files)
  if (!imports)
    throw new Error(`${whatIsWrong(wanted, files)} Give a section: ${files.sections.map(({ id }) => id).join(', ')}; or --agenda <agenda>, with one of: ${files.agendas.data?.map(({ id }) => id).join(', ')}`)
  // The deck's own headmatter and cover, with these slides only. It must lie at the root, where Slidev looks for layouts and components.
  const entry = `.deck-${wanted.at(-1)}.md`
  const cover = readFileSync('slides.md', 'utf8').split(/^(?=---\nsrc:)/m)[0]!.replace('---\n', `---\n${minutesOf(wanted, files)}`)
  writeFileSync(entry, `${cover}${imports}`)
  const clean = () => existsSync(entry) && rmSync(entry)
  process.on('exit', clean)
  return { entry, slides: (await readCourseFiles(process.cwd(), entry)).files.slides.flatMap(({ id }) => id || []), clean }
}

/** @returns what follows the cover, or `undefined` where there is no such section or agenda */
function importsFor([what, id]: string[], files: CourseFiles): string | undefined {
  if (what === '--agenda') {
    const agenda = files.agendas.data?.find(agenda => agenda.id === id)
    return agenda && importsOf(agenda, files)
  }
  return files.sections.some(section => section.id === what) ? `---\nsrc: ./slides/${what}.md\n---\n` : undefined
}

/** @returns what the presenter's clock counts down, as a line of the headmatter; where it is not said, the notes add up to it */
function minutesOf([what, id]: string[], { agendas }: CourseFiles): string {
  const agenda = what === '--agenda' && agendas.data?.find(agenda => agenda.id === id)
  return agenda ? `minutes: ${agenda.minutes}\n` : ''
}

function whatIsWrong([what, id]: string[], { agendas }: CourseFiles): string {
  if (what === '--agenda')
    return agendas.data && id ? `There is no agenda "${id}".` : 'Name an agenda.'
  return what ? `There is no section "${what}".` : 'Name a section or an agenda.'
}
