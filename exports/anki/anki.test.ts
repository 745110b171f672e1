import type { Selection } from '../target.ts'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { selectionOf, twoVersions } from '../../tests/fixtures/selections.ts'
import { anki } from './anki.ts'

async function read(selection: Selection) {
  const [bytes] = Object.values(await anki.make(selection))
  const files = unzipSync(bytes!)
  const file = join(mkdtempSync(join(tmpdir(), 'anki-')), 'collection.anki2')
  writeFileSync(file, files['collection.anki2']!)
  const database = new DatabaseSync(file, { readOnly: true })
  const all = (query: string): any[] => database.prepare(query).all()
  return { files, all, notes: new Map<string, any>(all('select * from notes').map(note => [note.flds.split('\x1F').at(-1), note])), collection: all('select * from col')[0]! }
}

describe('cards for Anki', () => {
  it('have a note for each question, a card for each gap, and a deck for each part', async () => {
    const selection = await selectionOf()
    const { notes, all, collection } = await read(selection)
    const questions = selection.sections.flatMap(section => section.questions)
    expect([...notes.keys()].sort()).toEqual(questions.map(({ id }) => id).sort())
    expect(all('select * from cards')).toHaveLength(questions.reduce((sum, question) => sum + (question.type === 'gap' ? Object.keys(question.gaps).length : 1), 0))
    expect(Object.values(JSON.parse(collection.decks)).map((deck: any) => deck.name)).toEqual(expect.arrayContaining(selection.sections.map(({ title }) => `Wandering Nerve::${title}`)))
    expect(all('pragma integrity_check')).toEqual([{ integrity_check: 'ok' }])
    console.log(`anki: SQLite read ${notes.size} of ${questions.length} notes, ${all('select * from cards').length} cards`)
  })

  it('are whole: as many fields as the kind of note has, a deck and a note for each card, no doubles', async () => {
    const { notes, all, collection } = await read(await selectionOf())
    const models = JSON.parse(collection.models)
    for (const { mid, flds } of notes.values())
      expect(flds.split('\x1F')).toHaveLength(models[mid].flds.length)
    const decks = JSON.parse(collection.decks)
    expect(all('select did from cards').filter(({ did }) => !(did in decks))).toEqual([])
    expect(all('select * from cards where nid not in (select id from notes)')).toEqual([])
    expect(new Set(all('select csum from notes').map(({ csum }) => csum)).size).toBe(notes.size)
  })

  it('bring the picture of every hotspot, by the name that the card asks for', async () => {
    const { files, notes } = await read(await selectionOf())
    const media = JSON.parse(strFromU8(files.media!))
    const asked = Array.from(notes.values(), ({ flds }) => /<img src="([^"]+)"/.exec(flds)?.[1]).filter(Boolean)
    expect(asked.length).toBeGreaterThan(3)
    expect(Object.values(media).sort()).toEqual(asked.sort())
    for (const number of Object.keys(media))
      expect(strFromU8(files[number]!)).toContain('<svg')
  })

  it('say in words what the picture of a hotspot shows, as the question hangs on it', async () => {
    const selection = await selectionOf('gut')
    const { notes } = await read(selection)
    const hotspots = selection.sections[0]!.questions.filter(question => question.type === 'hotspot')
    expect(hotspots.length).toBeGreaterThan(0)
    for (const { id, options } of hotspots) {
      const alt = /alt="([^"]*)"/.exec(notes.get(id).flds)![1]!
      expect(Object.values(options).filter(({ text }) => !alt.includes(text))).toEqual([])
      expect(alt).toContain(`A ${Object.values(options)[0]!.text}`)
    }
  })

  it('have behind an estimate what is said of a guess that is near, too low and too high', async () => {
    const selection = await selectionOf('depression')
    const { notes } = await read(selection)
    const estimates = selection.sections[0]!.questions.filter(question => question.type === 'estimate')
    expect(estimates.length).toBeGreaterThan(0)
    for (const { id, feedback } of estimates)
      expect(Object.values(feedback).filter(said => !notes.get(id).flds.includes(said))).toEqual([])
  })

  it('are updated by a newer version and keep their schedule: the same numbers, a later time', async () => {
    const { before, after, reworded, added, retired } = await twoVersions()
    const [first, second] = [await read(before), await read({ ...after, changedMs: before.changedMs + 60_000 })]
    expect(second.notes.get(reworded)).toMatchObject({ id: first.notes.get(reworded).id, mid: first.notes.get(reworded).mid })
    expect(second.notes.get(reworded).mod).toBeGreaterThan(first.notes.get(reworded).mod)
    expect(second.notes.get(reworded).flds).not.toBe(first.notes.get(reworded).flds)
    expect([...first.notes.keys()].filter(id => !second.notes.has(id))).toEqual([retired])
    expect([...second.notes.keys()].filter(id => !first.notes.has(id))).toEqual([added])
    const cards = (version: typeof first) => version.all(`select id, did, ord from cards where nid = ${first.notes.get(reworded).id}`)
    expect(cards(second)).toEqual(cards(first))
  })

  it('of two courses share nothing in one Anki: no note, card, deck or kind of note, whatever their questions are called', async () => {
    const { before } = await twoVersions()
    const other = { ...before, course: { ...before.course, about: { ...before.course.about, id: 'tea-elsewhere' } } }
    const names = async (selection: Selection) => {
      const { all, collection } = await read(selection)
      return [...all('select id, guid from notes').flatMap(({ id, guid }) => [id, guid]), ...all('select id from cards').map(({ id }) => id), ...Object.keys({ ...JSON.parse(collection.models), ...JSON.parse(collection.decks) })]
    }
    const [here, elsewhere] = [await names(before), new Set(await names(other))]
    // Every Anki has a deck of this number.
    expect(here.filter(name => elsewhere.has(name))).toEqual(['1'])
  })

  it('of this course are known by the ids that people’s decks have', async () => {
    const { notes, all, collection } = await read(await selectionOf('gut'))
    expect([...notes].filter(([id, { guid }]) => guid !== id)).toEqual([])
    expect(notes.get('gut.which-part')).toMatchObject({ id: 1620720716016, mid: 1647601972699 })
    expect(all(`select id, did from cards where nid = ${notes.get('gut.which-part').id}`)).toMatchObject([{ id: 1312647520622, did: 1134675783925 }])
    expect(Object.keys(JSON.parse(collection.models))).toEqual(['1647601972699', '1773425533925'])
  })

  it('are the same bytes for the same content', async () => {
    const [a, b] = [await anki.make(await selectionOf('depression')), await anki.make(await selectionOf('depression'))]
    expect(a).toEqual(b)
  })
})
