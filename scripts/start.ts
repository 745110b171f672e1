import process from 'node:process'
import { loadCourse } from '../content/load-course.ts'
import { presenterPlace, quizPlace, slidePlace } from '../core/places.ts'
import { buildCourse } from './build-course.ts'
import { readOptions } from './options.ts'
import { portIsTaken, takePort } from './port.ts'
import { requireFree, serve } from './server.ts'
import { writeNotes } from './write-notes.ts'

// Builds the course with presenter's view and notes, and serves it on this machine.
const USE = 'Use: npm start, or npm start -- --port <port>'
let port = 0
const out = '.present'

try {
  const { values, positionals } = readOptions({ allowPositionals: true, options: { port: { type: 'string' }, help: { type: 'boolean', short: 'h' } } }, USE)
  if (values.help) {
    console.log(`Serves the whole course on this machine: pages, slides and presenter's view. ${USE}\nSome of the slides: npm run deck -- <section>, or npm run deck -- --agenda <agenda>\nPhones that answer: npm run room`)
    process.exit(0)
  }
  if (positionals.length > 0)
    throw new Error(`npm start takes the whole course: leave out "${positionals.join(' ')}". ${USE}`)
  port = takePort(values.port === undefined ? [] : ['--port', values.port]).port
  await requireFree(port)
  console.log('Building the course, about 15 seconds …')
  await buildCourse({ out, base: '/', presents: true })
  await writeNotes(out)
  await serve(out, { port })
  const { about, outline } = await loadCourse('.')
  const at = `http://localhost:${port}`
  const ways = [
    ['learn', '/', 'the map, and each section as a page'],
    ['quiz', quizPlace(outline.sections[0]!.id), 'a section\'s quiz (the map links to each)'],
    ['present', presenterPlace(1), `slides with notes; the room's window is ${at}${slidePlace(1)}`],
  ] as const
  const width = Math.max(...ways.map(([, place]) => at.length + place.length)) + 3
  console.log(`\n  ${about.title} is running. Stop it with Ctrl+C.\n\n${ways.map(([use, place, what]) => `    ${use.padEnd(10)}${(at + place).padEnd(width)}${what}`).join('\n')}\n`)
}
catch (error) {
  const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
  console.error(taken
    ? portIsTaken(port, 'npm start --')
    : error instanceof Error
      ? error.message
      : error)
  process.exit(1)
}
