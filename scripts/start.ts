import process from 'node:process'
import { presenterPlace, quizPlace } from '../core/places.ts'
import { buildCourse } from './build-course.ts'
import { requireFree, serve } from './server.ts'
import { writeNotes } from './write-notes.ts'

// Builds the course with presenter's view and notes, and serves it on this machine.
const port = Number(process.env.PORT || 3030)
const out = '.present'

if (!Number.isInteger(port) || port < 1 || port > 65535) {
  console.error(`PORT must be a number from 1 to 65535 (it is "${process.env.PORT}").`)
  process.exit(1)
}

try {
  await requireFree(port)
  console.log('Building the course, about 15 seconds …')
  await buildCourse({ out, base: '/', presents: true })
  await writeNotes(out)
  await serve(out, { port })
  const at = `http://localhost:${port}`
  console.log(`
  Wandering Nerve is running. Stop it with Ctrl+C.

    learn     ${at}/                  the map, and each section as a page
    quiz      ${at}${quizPlace('depression')}   a section's quiz (the map links to each)
    present   ${at}${presenterPlace(1)}       slides with notes; the room's window is ${at}/1
`)
}
catch (error) {
  const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
  console.error(taken
    ? `Port ${port} is taken. Stop what runs there, or choose another port: PORT=${port + 1} npm start`
    : error instanceof Error
      ? error.message
      : error)
  process.exit(1)
}
