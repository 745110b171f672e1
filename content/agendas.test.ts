import type { TinyCopy } from '../tests/fixtures/tiny-copy.ts'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { copyTiny } from '../tests/fixtures/tiny-copy.ts'
import { checkAgendas, importsOf } from './agendas.ts'
import { readCourseFiles } from './course-files.ts'
import { loadCourse } from './load-course.ts'

const FILE = 'slides/agendas.yaml'
const SLIDES = '[tea.verdict, rain.start, rain.check]'

async function filesAfter(change: (copy: TinyCopy) => void) {
  const copy = copyTiny()
  change(copy)
  const { files, problems } = await readCourseFiles(copy.root)
  expect(problems).toEqual([])
  return { copy, files }
}

describe('an agenda', () => {
  it.each([
    ['names an unknown slide', SLIDES, '[tea.verdict, rain.start, rain.czech]', /"6" names the unknown slide "rain.czech"/, 'rain.czech'],
    ['shows a slide twice', SLIDES, '\n    - rain.check\n    - tea.verdict\n    - rain.check\n', /shows the slide "rain.check" twice/, '- rain.check\n\n'],
    ['leaves less than a fifth of its time to the room', 'minutes: 8', 'minutes: 7', /take 6 minutes by their notes, of 7/, 'minutes'],
    ['takes much less time than it says', 'minutes: 8', 'minutes: 11', /take 6 minutes by their notes, of 11/, 'minutes'],
  ])('is told that %s', async (_what, text, by, message, at) => {
    const { copy, files } = await filesAfter(copy => copy.replace(FILE, text, by))
    expect(checkAgendas(files)).toEqual([{ file: FILE, line: copy.lineOf(FILE, at), message: expect.stringMatching(message), remedy: expect.any(String) }])
  })

  it('may leave more than a fifth free', async () => {
    const { files } = await filesAfter(copy => copy.replace(FILE, 'minutes: 8', 'minutes: 10'))
    expect(checkAgendas(files)).toEqual([])
  })

  it('has an id of its own', async () => {
    const again = `- {id: "6", title: T, minutes: 8, slides: ${SLIDES}}\n`
    const { files } = await filesAfter(copy => copy.write(FILE, again + again))
    expect(checkAgendas(files).map(({ line, message }) => [line, message])).toEqual([[2, 'The agenda "6" stands twice']])
  })
})

describe('the deck of an agenda', () => {
  it.each([
    [['tea.verdict', 'rain.start', 'rain.check'], 2],
    [['rain.check', 'tea.start', 'tea.check', 'rain.start'], 3],
    [['tea.check', 'tea.verdict', 'tea.start'], 3],
  ])('shows %j in this order', async (ids, imports) => {
    const { copy, files } = await filesAfter(() => {})
    const text = importsOf({ id: 'x', title: 'X', minutes: 6, slides: ids }, files)
    expect(text.match(/src:/g)).toHaveLength(imports)
    copy.write('agenda.md', `---\ntitle: Some slides\nlayout: cover\n---\n\n${text}`)
    expect((await loadCourse(copy.root, 'agenda.md')).outline.deck).toEqual([null, ...ids])
  })
})

it('docs/facilitator.md has the slides of every agenda, in their order', async () => {
  const { files } = await readCourseFiles(process.cwd())
  const page = readFileSync('docs/facilitator.md', 'utf8')
  for (const { id, title, slides } of files.agendas.data!) {
    const text = page.split(`### ${title}\n`)[1]!.split('\n### ')[0]!
    expect(text).toContain(`npm run deck -- --agenda ${id}`)
    const table = text.split('\n').filter(line => line.startsWith('|')).join('\n')
    expect([...table.matchAll(/`([a-z0-9-]+\.[a-z0-9-]+)`/g)].map(([, slide]) => slide)).toEqual(slides)
  }
})
