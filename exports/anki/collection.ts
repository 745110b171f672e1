import type { About } from '../../core/course.schema.ts'
import type { Note } from './note.ts'
import { createHash } from 'node:crypto'
import { readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { ankiId } from '../subject/anki-ids.ts'

/** A deck, with its notes in their order. */
export interface Deck {
  id: string
  title: string
  notes: Note[]
}

/** Numbers of Anki are moments in ms as a rule; ours come from ids, so that a new version finds what it knows. 2001 to 2036. */
function numberOf(text: string): number {
  return 1_000_000_000_000 + createHash('sha256').update(text).digest().readUIntBE(0, 5)
}

/** @returns the checksum by which Anki finds doubles: the first field's, without its tags */
const checksum = (field: string) => Number.parseInt(createHash('sha1').update(field.replace(/<[^>]*>/g, '')).digest('hex').slice(0, 8), 16)

/** Version 11, which every Anki reads, from 2.0 on. */
const TABLES = `
CREATE TABLE col (id integer primary key, crt integer not null, mod integer not null, scm integer not null, ver integer not null, dty integer not null, usn integer not null, ls integer not null, conf text not null, models text not null, decks text not null, dconf text not null, tags text not null);
CREATE TABLE notes (id integer primary key, guid text not null, mid integer not null, mod integer not null, usn integer not null, tags text not null, flds text not null, sfld integer not null, csum integer not null, flags integer not null, data text not null);
CREATE TABLE cards (id integer primary key, nid integer not null, did integer not null, ord integer not null, mod integer not null, usn integer not null, type integer not null, queue integer not null, due integer not null, ivl integer not null, factor integer not null, reps integer not null, lapses integer not null, left integer not null, odue integer not null, odid integer not null, flags integer not null, data text not null);
CREATE TABLE revlog (id integer primary key, cid integer not null, usn integer not null, ease integer not null, ivl integer not null, lastIvl integer not null, factor integer not null, time integer not null, type integer not null);
CREATE TABLE graves (usn integer not null, oid integer not null, type integer not null);
CREATE INDEX ix_notes_usn on notes (usn); CREATE INDEX ix_cards_usn on cards (usn); CREATE INDEX ix_revlog_usn on revlog (usn);
CREATE INDEX ix_cards_nid on cards (nid); CREATE INDEX ix_cards_sched on cards (did, queue, due); CREATE INDEX ix_revlog_cid on revlog (cid); CREATE INDEX ix_notes_csum on notes (csum);
`

const FIELDS = { question: ['Question', 'Answer', 'Behind', 'Id'], cloze: ['Text', 'Behind', 'Id'] }
const modelId = (kind: Note['kind'], course: string) => numberOf(`model ${ankiId(course, kind)}`)

function modelOf(kind: Note['kind'], course: About, did: number, mod: number): object {
  const front = kind === 'cloze' ? '{{cloze:Text}}' : '{{Question}}'
  const back = kind === 'cloze' ? '{{cloze:Text}}<hr>{{Behind}}' : '{{FrontSide}}<hr id="answer">{{Answer}}<hr>{{Behind}}'
  return {
    id: modelId(kind, course.id),
    name: `${course.title} (${kind})`,
    type: kind === 'cloze' ? 1 : 0,
    mod,
    usn: -1,
    sortf: 0,
    did,
    tmpls: [{ name: 'Card', ord: 0, qfmt: front, afmt: back, did: null, bqfmt: '', bafmt: '' }],
    flds: FIELDS[kind].map((name, ord) => ({ name, ord, sticky: false, rtl: false, font: 'Arial', size: 20, media: [] })),
    css: '.card { font-family: sans-serif; font-size: 18px; line-height: 1.4; max-width: 40em; margin: 0 auto; text-align: left; } .cloze { font-weight: bold; } img { max-width: 100%; max-height: 50vh; }',
    latexPre: '',
    latexPost: '',
    tags: [],
    vers: [],
    req: kind === 'cloze' ? undefined : [[0, 'all', [0]]],
  }
}

function deckOf(id: number, name: string, mod: number): object {
  return { id, name, mod, usn: -1, desc: '', dyn: 0, conf: 1, collapsed: false, extendNew: 10, extendRev: 50, newToday: [0, 0], revToday: [0, 0], lrnToday: [0, 0], timeToday: [0, 0] }
}

const options = { 1: { id: 1, name: 'Default', mod: 0, usn: 0, maxTaken: 60, autoplay: true, timer: 0, replayq: true, dyn: false, new: { bury: true, delays: [1, 10], initialFactor: 2500, ints: [1, 4, 7], order: 1, perDay: 20, separate: true }, rev: { bury: true, ease4: 1.3, fuzz: 0.05, ivlFct: 1, maxIvl: 36500, minSpace: 1, perDay: 100 }, lapse: { delays: [10], leechAction: 0, leechFails: 8, minInt: 1, mult: 0 } } }

/** The cards that a note makes: one, or one a gap. */
const cardsOf = ({ kind, question }: Note) => kind === 'cloze' ? new Set(question.match(/\{\{c\d+::/g)).size : 1

/**
 * Writes a collection of Anki. Every number and name comes from an id of the course and its own: a newer version updates
 * its notes, what somebody has learnt stays with them, and the decks of two courses leave each other alone.
 * @param decks the parts of the course
 * @param course what they stand under
 * @param changedMs when the content was last changed: Anki takes a note anew only where this is later
 * @returns the database file
 */
export function collectionOf(decks: Deck[], course: About, changedMs: number): Uint8Array {
  const file = join(tmpdir(), `anki-${process.pid}-${performance.now()}.sqlite`)
  const database = new DatabaseSync(file)
  try {
    // In one transaction: each change would wait for the disk otherwise.
    database.exec(`BEGIN; ${TABLES}`)
    const mod = Math.floor(changedMs / 1000)
    const own = (id: string) => ankiId(course.id, id)
    const numbers = new Map(decks.map(({ id }) => [id, numberOf(`deck ${own(id)}`)]))
    const first = numbers.values().next().value!
    const named = Object.fromEntries([[1, deckOf(1, 'Default', mod)], ...decks.map(({ id, title: part }) => [numbers.get(id)!, deckOf(numbers.get(id)!, `${course.title}::${part}`, mod)])])
    const kinds = Object.fromEntries((['question', 'cloze'] as const).map(kind => [modelId(kind, course.id), modelOf(kind, course, first, mod)]))
    const conf = { nextPos: 1, estTimes: true, activeDecks: [1], sortType: 'noteFld', timeLim: 0, sortBackwards: false, addToCur: true, curDeck: 1, newBury: true, newSpread: 0, dueCounts: true, curModel: modelId('question', course.id), collapseTime: 1200 }
    database.prepare('INSERT INTO col VALUES (1, ?, ?, ?, 11, 0, 0, 0, ?, ?, ?, ?, \'{}\')').run(mod, changedMs, changedMs, JSON.stringify(conf), JSON.stringify(kinds), JSON.stringify(named), JSON.stringify(options))
    const addNote = database.prepare('INSERT INTO notes VALUES (?, ?, ?, ?, -1, ?, ?, ?, ?, 0, \'\')')
    const addCard = database.prepare('INSERT INTO cards VALUES (?, ?, ?, ?, ?, -1, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, \'\')')
    for (const [place, { note, deck }] of decks.flatMap(deck => deck.notes.map(note => ({ note, deck }))).entries()) {
      const { id, kind, question, answer, behind, tags } = note
      const fields = kind === 'cloze' ? [question, behind, id] : [question, answer, behind, id]
      addNote.run(numberOf(`note ${own(id)}`), own(id), modelId(kind, course.id), mod, ` ${tags.join(' ')} `, fields.join('\x1F'), question.replace(/<[^>]*>/g, ''), checksum(question))
      for (let ord = 0; ord < cardsOf(note); ord++)
        addCard.run(numberOf(`card ${own(id)} ${ord}`), numberOf(`note ${own(id)}`), numbers.get(deck.id)!, ord, mod, place + 1)
    }
    database.exec('COMMIT')
    database.close()
    return readFileSync(file)
  }
  finally {
    if (database.isOpen)
      database.close()
    rmSync(file, { force: true })
  }
}
