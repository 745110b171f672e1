import type { Append, RoomStore, Written } from './store.ts'
import { DatabaseSync } from 'node:sqlite'
import { parentPort, workerData } from 'node:worker_threads'

/*
 * The file's own thread: while it waits for the disk, the server accepts phones. WAL with synchronous FULL: what a commit
 * has answered is on disk.
 */

const db = new DatabaseSync(workerData.file)
db.exec(`
  pragma busy_timeout = 5000;
  pragma journal_mode = wal;
  pragma synchronous = full;
  pragma secure_delete = on;
  create table if not exists rooms (code text primary key, created_at_ms integer not null, seq integer not null default 0, epoch integer not null default 0) strict;
  create table if not exists events (room text not null, seq integer not null, id text not null, at_ms integer not null, body text not null, primary key (room, seq), unique (room, id)) strict, without rowid;
`)
const sql = {
  create: db.prepare('insert into rooms (code, created_at_ms) values (?, ?) on conflict do nothing'),
  claim: db.prepare('update rooms set epoch = epoch + 1 where code = ? returning epoch'),
  events: db.prepare('select seq, id, at_ms as atMs, body from events where room = ? order by seq'),
  room: db.prepare('select seq, epoch from rooms where code = ?'),
  known: db.prepare('select seq from events where room = ? and id = ?'),
  add: db.prepare('insert into events (room, seq, id, at_ms, body) values (?, ?, ?, ?, ?)'),
  count: db.prepare('update rooms set seq = ? where code = ?'),
  list: db.prepare('select code, created_at_ms as createdAtMs from rooms order by created_at_ms desc'),
  old: db.prepare(`
    select code from rooms
    where max(created_at_ms, coalesce((select at_ms from events where events.room = rooms.code and events.seq = rooms.seq), 0)) < ?
      and code not in (select value from json_each(?))`),
  forgetEvents: db.prepare('delete from events where room = ?'),
  forgetRoom: db.prepare('delete from rooms where code = ?'),
}

function transaction<T>(act: () => T): T {
  db.exec('begin immediate')
  try {
    const result = act()
    db.exec('commit')
    return result
  }
  catch (error) {
    db.exec('rollback')
    throw error
  }
}

function appendOne({ code, epoch, events }: Append): Written[] | 'overtaken' {
  const room = sql.room.get(code) as { seq: number, epoch: number } | undefined
  if (room?.epoch !== epoch)
    return 'overtaken'
  let { seq } = room
  const places = events.map(({ id, atMs, body }) => {
    const known = sql.known.get(code, id) as { seq: number } | undefined
    if (known)
      return { seq: known.seq, isNew: false }
    sql.add.run(code, ++seq, id, atMs, JSON.stringify(body))
    return { seq, isNew: true }
  })
  sql.count.run(seq, code)
  return places
}

const operations = {
  create: (code: string, atMs: number) => sql.create.run(code, atMs).changes > 0,
  claim: (code: string) => transaction(() => {
    const claimed = sql.claim.get(code) as { epoch: number } | undefined
    return claimed && { ...claimed, events: sql.events.all(code).map(row => ({ ...row, body: JSON.parse(row.body as string) })) }
  }),
  append: (batch: Append[]) => transaction(() => batch.map(appendOne)),
  list: () => sql.list.all().map(row => ({ ...row })),
  forget: (beforeMs: number, inUse: string[] = []) => {
    const forgotten = transaction(() => {
      const old = sql.old.all(beforeMs, JSON.stringify(inUse)) as { code: string }[]
      for (const { code } of old) {
        sql.forgetEvents.run(code)
        sql.forgetRoom.run(code)
      }
      return old.length
    })
    // What is deleted is overwritten in the file; so it is gone from the journal too.
    db.exec('pragma wal_checkpoint(truncate)')
    return forgotten
  },
  close: () => db.close(),
} satisfies { [Name in keyof Required<RoomStore> as Exclude<Name, 'owned' | 'leaseMs'>]: (...args: never[]) => unknown }

parentPort!.on('message', ({ n, name, args }: { n: number, name: keyof typeof operations, args: never[] }) => {
  try {
    parentPort!.postMessage({ n, result: (operations[name] as (...args: never[]) => unknown)(...args) })
  }
  catch (error) {
    parentPort!.postMessage({ n, error: String(error) })
  }
})
