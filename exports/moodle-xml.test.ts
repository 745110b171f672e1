import type { Selection } from './target.ts'
import { describe, expect, it } from 'vitest'
import { convert } from 'xmlbuilder2'
import { validateXML } from 'xmllint-wasm'
import { selectionOf, signedSelection, slashedSelection, twoVersions } from '../tests/fixtures/selections.ts'
import { moodleXml } from './moodle-xml.ts'

async function textOf(selection: Selection): Promise<string> {
  const [bytes] = Object.values(await moodleXml.make(selection))
  return new TextDecoder().decode(bytes)
}

/** Each question by the number that Moodle knows it by. */
async function questionsOf(selection: Selection): Promise<Map<string, any>> {
  const { quiz } = convert(await textOf(selection), { format: 'object' }) as any
  return new Map(quiz.question.filter((question: any) => question['@type'] !== 'category').map((question: any) => [question.idnumber, question]))
}

/** The shares that Moodle takes, in percent; every other stops its import. */
const MOODLE_SHARES = [100, 90, 83.33333, 80, 75, 70, 66.66667, 60, 50, 40, 33.33333, 30, 25, 20, 16.66667, 14.28571, 12.5, 11.11111, 10, 5, 0]

describe('questions as Moodle XML', () => {
  it('are well-formed, and every question of the course is there once, in the category of its section', async () => {
    const selection = await selectionOf()
    const { valid } = await validateXML({ xml: { fileName: 'moodle.xml', contents: await textOf(selection) }, normalization: 'format' })
    expect(valid).toBe(true)
    const [read, ids] = [[...(await questionsOf(selection)).keys()], selection.sections.flatMap(({ questions }) => questions.map(({ id }) => id))]
    expect(read).toEqual(ids)
    console.log(`moodle-xml: libxml and xmlbuilder2 read ${read.length} of ${ids.length} questions`)
  })

  it('are in one category of the course, whatever slash is in a title', async () => {
    const { selection, category } = await slashedSelection()
    const { quiz } = convert(await textOf(selection), { format: 'object' }) as any
    expect(quiz.question.filter((question: any) => question['@type'] === 'category').map((question: any) => question.category.text)).toEqual([`$course$/top/${category}`])
  })

  it('have a right answer, and only shares that Moodle takes', async () => {
    for (const [id, question] of await questionsOf(await selectionOf())) {
      if (question.answer === undefined)
        continue
      const shares: number[] = [question.answer].flat().map((answer: any) => Number(answer['@fraction']))
      expect(shares.filter(share => !MOODLE_SHARES.includes(Math.abs(share))), id).toEqual([])
      const positive = shares.filter(share => share > 0).reduce((sum, share) => sum + share, 0)
      expect(question['@type'] === 'multichoice' ? Math.round(positive) : Math.max(...shares), id).toBe(100)
    }
  })

  it('hold the gaps of a sentence together, each with its right answer', async () => {
    const selection = await selectionOf()
    const questions = await questionsOf(selection)
    for (const question of selection.sections.flatMap(section => section.questions).filter(({ type }) => type === 'gap')) {
      const text: string = questions.get(question.id).questiontext.text
      const gaps = text.match(/\{1:(?:MULTICHOICE_S|SHORTANSWER):(?:\\.|[^}\\])*\}/g) ?? []
      expect(gaps.length, question.id).toBe(question.type === 'gap' ? Object.keys(question.gaps).length : 0)
      expect(gaps.every(gap => /[:~]=/.test(gap))).toBe(true)
    }
  })

  it('take a typed word letter by letter, whatever asterisk is in it', async () => {
    const { questiontext } = (await questionsOf(await signedSelection())).get('tea.word')
    expect(questiontext.text).toContain('{1:SHORTANSWER:=5-HT\\*#')
  })

  it('keep their ids when words change; a new one has a new id, and a retired one is gone', async () => {
    const { before, after, reworded, added, retired } = await twoVersions()
    const [first, second] = [await questionsOf(before), await questionsOf(after)]
    expect(second.get(reworded).questiontext.text).not.toBe(first.get(reworded).questiontext.text)
    expect([...first.keys()].filter(id => !second.has(id))).toEqual([retired])
    expect([...second.keys()].filter(id => !first.has(id))).toEqual([added])
  })
})
