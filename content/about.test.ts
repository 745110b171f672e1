import { expect, it } from 'vitest'
import { figureRegions } from '../core/subject/figure-regions.ts'
import { places } from '../core/subject/nerve-plate.ts'
import { copyTiny } from '../tests/fixtures/tiny-copy.ts'
import { readAbout } from './about.ts'
import { readCourse } from './load-course.ts'

it('keeps the id on which the saved progress of this course hangs', () => {
  expect(readAbout('.').data!.id).toBe('wandering-nerve')
})

it('has a place on the drawing of the map for each station, and no place without one', () => {
  expect(Object.keys(places).sort()).toEqual(readAbout('.').data!.stations.toSorted())
})

it('draws every region that a question may name, and no other', () => {
  const { figures } = readAbout('.').data!.hotspots!
  const sorted = (regions: Record<string, string[]>) => Object.fromEntries(Object.entries(regions).map(([figure, names]) => [figure, names.toSorted()]))
  expect(sorted(Object.fromEntries(Object.entries(figureRegions).map(([figure, { regions }]) => [figure, Object.keys(regions)])))).toEqual(sorted(figures))
})

it.each([
  { what: 'a map that nobody has drawn', file: 'course.yaml', swap: ['map: TinyMap', 'map: TinyMop'], message: 'There is no component "TinyMop"', remedy: 'Did you mean "TinyMap"?' },
  { what: 'a field that is none', file: 'course.yaml', swap: ['subject:', 'subjekt:'], message: '"subjekt" is no field', remedy: 'Did you mean "subject"?' },
  { what: 'an article of no paragraph', file: 'course.yaml', swap: ['paragraphs: 2', 'paragraphs: 0'], message: 'article › paragraphs', remedy: 'Give "paragraphs"' },
  { what: 'a paragraph that the article has not', file: 'evidence/tea.yaml', swap: ['    paragraph: P1', '    paragraph: P3'], message: 'must be one of P1, P2', remedy: 'Give "paragraph" one of these words.' },
  { what: 'a paragraph of a slide that the article has not', file: 'slides/tea.md', swap: ['lead: A section about tea.\n---', 'lead: A section about tea.\n---\n\nWords.\n\n<!--\nMinutes: 1\nSay: x\nAsk: x\nExpect: x\n-->\n\n---\nlayout: claim\nid: claim\ntitle: What it says\nparagraph: P3\n---'], message: 'The article has no paragraph "P3"', remedy: 'It has P1 to P2.' },
  { what: 'a picture of regions that nobody has drawn', file: 'course.yaml', swap: ['picture: TinyPlaces', 'picture: TinyPlases'], message: 'There is no component "TinyPlases"', remedy: 'Did you mean "TinyPlaces"?' },
  { what: 'a figure that the course has not', file: 'quizzes/rain.yaml', swap: ['figure: kitchen', 'figure: kitchin'], message: 'expected "kitchen"', remedy: 'Give "figure"' },
  { what: 'a region that the figure has not', file: 'quizzes/rain.yaml', swap: ['text: The spoon, region: spoon', 'text: The spoon, region: spoons'], message: 'is no region of the figure; it has cup, cloud, spoon', remedy: 'Give "region"' },
  { what: 'a decision without a word', file: 'course.yaml', swap: ['    not-a-device: Nothing to permit\n    not-approved', '    not-approved'], message: 'approval › words › not-a-device', remedy: '' },
  { what: 'a station that the map has not', file: 'evidence/tea.yaml', swap: ['station: cup', 'station: cupp'], message: 'must be one of cup, cloud, spoon', remedy: 'Did you mean "cup"?' },
])('is told of $what, with its line and a remedy', async ({ file, swap: [text, by], message, remedy }) => {
  const copy = copyTiny()
  copy.replace(file, text!, by!)
  const { problems } = await readCourse(copy.root)
  const problem = problems.find(problem => problem.message.includes(message))
  expect(problem, JSON.stringify(problems)).toMatchObject({ file, remedy: expect.stringContaining(remedy) })
  expect(problem!.line).toBe(copy.lineOf(file, by!.split('\n').at(by!.includes('P3\n') ? -2 : 0)!))
})
