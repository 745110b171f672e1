import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { selectionOf, tinySelection, twoVersions } from '../tests/fixtures/selections.ts'
import { csv } from './csv.ts'

const tableOf = (bytes: Uint8Array): Record<string, string>[] => parse(bytes, { bom: true, columns: true })

describe('the tables', () => {
  it('hold every question, verdict and source of the course, once', async () => {
    const selection = await selectionOf()
    const files = await csv.make(selection)
    const ids = (name: string) => tableOf(files[`wandering-nerve-all-csv/${name}.csv`]!).map(row => row.Id)
    const questions = selection.sections.flatMap(({ questions }) => questions.map(({ id }) => id))
    expect(ids('questions')).toEqual(questions)
    expect(ids('verdicts')).toEqual(selection.sections.flatMap(({ verdicts }) => verdicts.map(({ id }) => id)))
    expect(ids('sources')).toEqual([...new Set(selection.sections.flatMap(({ sources }) => sources.map(({ id }) => id)))])
    console.log(`csv: csv-parse read ${ids('questions').length} of ${questions.length} questions, ${ids('verdicts').length} verdicts, ${ids('sources').length} sources`)
  })

  it('begin with the mark by which a spreadsheet takes them for UTF-8', async () => {
    for (const bytes of Object.values(await csv.make(await selectionOf())))
      expect([...bytes.slice(0, 3)]).toEqual([0xEF, 0xBB, 0xBF])
  })

  // LibreOffice proposes all three.
  it('keep their columns where a semicolon or a tab separates cells as well', async () => {
    for (const [path, bytes] of Object.entries(await csv.make(await selectionOf())))
      expect(parse(bytes, { bom: true, columns: true, delimiter: [',', ';', '\t'], relax_column_count: true }), path).toEqual(tableOf(bytes))
  })

  it('find a reworded question by its id; a new one has a new id, and a retired one is gone', async () => {
    const { before, after, reworded, added, retired } = await twoVersions()
    const [first, second] = await Promise.all([before, after].map(async version =>
      new Map(tableOf((await csv.make(version))['tea-and-rain-all-csv/questions.csv']!).map(row => [row.Id!, row.Question]))))
    expect(second!.get(reworded)).not.toBe(first!.get(reworded))
    expect([...first!.keys()].filter(id => !second!.has(id))).toEqual([retired])
    expect([...second!.keys()].filter(id => !first!.has(id))).toEqual([added])
  })

  it.each(['=1+1', '+1', '-1', '@SUM(1)', '\t=1', '\r=1'])('make no formula of a cell that begins with a sign: %j', async (text) => {
    const selection = await tinySelection()
    selection.sections[0]!.questions[0]!.prompt = text
    const [row] = tableOf((await csv.make(selection))['tea-and-rain-all-csv/questions.csv']!)
    expect(row!.Question).toBe(`'${text}`)
  })
})
