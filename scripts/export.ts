import type { Files } from '../exports/target.ts'
import { didYouMean } from '../content/did-you-mean.ts'
import { loadCourse } from '../content/load-course.ts'
import { lastChangeMs } from '../exports/last-change.ts'
import { targets } from '../exports/targets.ts'
import { buildForFiles } from './build-files.ts'
import { buildForLms } from './build-lms.ts'
import { drawFigures } from './draw-figures.ts'
import { readOptions } from './options.ts'
import { printDeck } from './print-deck.ts'
import { writePackage } from './write-package.ts'

// Packages for other systems: npm run export -- anki --section depression, or the whole course without a section
const OUT = 'exports-out'

try {
  const course = await loadCourse(process.cwd())
  const names = Object.keys(targets)
  const ids = course.sections.map(({ id }) => id)
  const use = `Use: npm run export -- <target> [--section <section>] [--notes]\nTargets: ${names.join(', ')}\nSections: ${ids.join(', ')}, or all (as without --section)`
  const { positionals: [name, ...more], values } = readOptions({ allowPositionals: true, options: { section: { type: 'string' }, notes: { type: 'boolean' } } }, use)
  if (name === undefined || more.length > 0)
    throw new Error(`Name one target. ${use}`)
  const target = Object.hasOwn(targets, name) ? targets[name] : undefined
  if (!target)
    throw new Error(`There is no target "${name}". ${didYouMean(name, names)}${use}`)
  if (values.notes && name !== 'pdf')
    throw new Error(`--notes is for pdf; the notes of a pptx are always in it. ${use}`)
  const wanted = values.section ?? 'all'
  const sections = course.sections.filter(({ id }) => wanted === 'all' || id === wanted)
  if (sections.length === 0)
    throw new Error(`There is no section "${wanted}". ${didYouMean(wanted, ids)}${use}`)
  const written = write(await target.make({ course, sections, name: wanted, changedMs: lastChangeMs(process.cwd()), buildForLms: () => buildForLms(process.cwd()), buildForFiles: () => buildForFiles(process.cwd()), drawFigures, printDeck, notes: values.notes ?? false }))
  console.log(`${written}: ${target.what}.\nWhere it goes: ${target.goesTo}.\nMore: docs/exports.md`)
}
catch (error) {
  console.error((error as Error).message)
  process.exit(1)
}

/** @returns where the package is, and how large */
function write(files: Files): string {
  const place = writePackage(OUT, files)
  const count = Object.keys(files).length
  const kib = Object.values(files).reduce((sum, { byteLength }) => sum + byteLength, 0) / 1024
  const size = kib < 1024 ? `${Math.ceil(kib)} KiB` : `${(kib / 1024).toFixed(1)} MiB`
  return `${place}${count > 1 ? `/, ${count} files` : ''}, ${size}`
}
