import type { Append, Claim, RoomStore, Written } from './store.ts'
import { randomUUID } from 'node:crypto'
import postgres from 'postgres'

/** Rooms of a process that was not heard of for so long may be taken over. */
const LEASE_MS = 3000

interface Stored { seq: number, id: string, atMs: number, body: string }

/**
 * The store for several machines. A room has one owner at a time: a row says which process and in which epoch; each write
 * locks that row and looks at the epoch, so that an owner that was overtaken writes nothing, however late it wakes.
 * @param url as `postgres://user:password@host/database`
 * @param owner where other processes reach this one, as `<host>:<port>`
 */
export async function postgresStore(url: string, owner: string, leaseMs = LEASE_MS): Promise<RoomStore> {
  const sql = postgres(url, { onnotice: () => {}, max: 4, connect_timeout: 5 })
  // Of its own: what keeps this process alive for the others must not wait for what it does, such as many rooms that it takes over at once.
  const alive = postgres(url, { onnotice: () => {}, max: 1, connect_timeout: 5 })
  const process = randomUUID()
  await sql.begin(async (sql) => {
    // Several processes begin at once.
    await sql`select pg_advisory_xact_lock(7262)`
    await sql`create table if not exists room_owners (id text primary key, address text not null, alive_until timestamptz not null)`
    await sql`create table if not exists rooms (code text primary key, created_at_ms bigint not null, seq integer not null default 0, epoch integer not null default 0, owner text)`
    // Those of processes that were killed.
    await sql`delete from room_owners where alive_until < now() - interval '1 day'`
    await sql`create table if not exists room_events (room text not null references rooms on delete cascade, seq integer not null, id text not null, at_ms bigint not null, body text not null, primary key (room, seq), unique (room, id))`
  })
  const renew = () => alive`
    insert into room_owners values (${process}, ${owner}, now() + ${leaseMs} * interval '1 millisecond')
    on conflict (id) do update set alive_until = excluded.alive_until`
  await renew()
  let isRenewing = false
  async function keepAlive(): Promise<void> {
    // A database that does not answer is not asked again and again.
    if (isRenewing)
      return
    isRenewing = true
    // Where it is away for a moment, the next one will do.
    await renew().catch(() => {})
    isRenewing = false
  }
  const renewing = setInterval(keepAlive, leaseMs / 3)

  async function claim(code: string, triesLeft = 3): Promise<Claim> {
    const [claimed] = await sql<{ epoch: number }[]>`
      update rooms set owner = ${process}, epoch = epoch + 1
      where code = ${code} and (owner is null or owner = ${process}
        or not exists (select from room_owners where id = rooms.owner and alive_until > now()))
      returning epoch`
    if (!claimed) {
      const [other] = await sql<{ address: string | null }[]>`select address from rooms left join room_owners on room_owners.id = owner where code = ${code}`
      if (other?.address !== null)
        return other && { ownedBy: other.address }
      // Its owner has ended since the question before.
      if (triesLeft === 0)
        throw new Error(`Nobody lets go of the room ${code}.`)
      return claim(code, triesLeft - 1)
    }
    const events = await sql<Stored[]>`select seq, id, at_ms::float8 as "atMs", body from room_events where room = ${code} order by seq`
    return { epoch: claimed.epoch, events: events.map(({ seq, id, atMs, body }) => ({ seq, id, atMs, body: JSON.parse(body) })) }
  }

  /** Everything of a batch in one transaction, a few statements whatever many rooms it is about. */
  async function append(batch: Append[]): Promise<(Written[] | 'overtaken')[]> {
    return sql.begin(async (sql) => {
      const codes = [...new Set(batch.map(({ code }) => code))]
      const locked = await sql<{ code: string, seq: number, epoch: number }[]>`select code, seq, epoch from rooms where code in ${sql(codes)} order by code for update`
      const rooms = new Map(locked.map(room => [room.code, room]))
      const mine = batch.filter(({ code, epoch }) => rooms.get(code)?.epoch === epoch)
      if (mine.length === 0)
        return batch.map(() => 'overtaken' as const)
      const asked = mine.flatMap(({ code, events }) => events.map(({ id }) => ({ code, id })))
      const known = await sql<{ room: string, id: string, seq: number }[]>`
        select room, id, seq from room_events
        where (room, id) in (select * from unnest(${asked.map(({ code }) => code)}::text[], ${asked.map(({ id }) => id)}::text[]))`
      const places = new Map(known.map(({ room, id, seq }) => [`${room} ${id}`, seq]))
      const added: { room: string, seq: number, id: string, atMs: number, body: string }[] = []
      const results = batch.map(({ code, epoch, events }) => {
        const room = rooms.get(code)
        if (room?.epoch !== epoch)
          return 'overtaken' as const
        return events.map(({ id, atMs, body }): Written => {
          const old = places.get(`${code} ${id}`)
          if (old !== undefined)
            return { seq: old, isNew: false }
          room.seq++
          places.set(`${code} ${id}`, room.seq)
          added.push({ room: code, seq: room.seq, id, atMs, body: JSON.stringify(body) })
          return { seq: room.seq, isNew: true }
        })
      })
      if (added.length > 0) {
        await sql`
          insert into room_events select * from unnest(${added.map(({ room }) => room)}::text[], ${added.map(({ seq }) => seq)}::int[],
            ${added.map(({ id }) => id)}::text[], ${added.map(({ atMs }) => atMs)}::bigint[], ${added.map(({ body }) => body)}::text[])`
        const changed = [...rooms.values()]
        await sql`
          update rooms set seq = now.seq
          from unnest(${changed.map(({ code }) => code)}::text[], ${changed.map(({ seq }) => seq)}::int[]) as now (code, seq)
          where rooms.code = now.code`
      }
      return results
    })
  }

  return {
    leaseMs,
    claim: code => claim(code),
    append,
    create: async (code, atMs) => (await sql`insert into rooms (code, created_at_ms) values (${code}, ${atMs}) on conflict do nothing`).count > 0,
    list: async () => [...await sql<{ code: string, createdAtMs: number }[]>`select code, created_at_ms::float8 as "createdAtMs" from rooms order by created_at_ms desc`],
    owned: async () => (await sql<{ code: string }[]>`select code from rooms where owner = ${process}`).map(({ code }) => code),
    forget: async (beforeMs, inUse) => (await sql`
      delete from rooms
      where greatest(created_at_ms, (select at_ms from room_events where room = code and room_events.seq = rooms.seq)) < ${beforeMs}
        and (${inUse === undefined} or (code <> all(${inUse ?? []}::text[])
          and (owner is null or owner = ${process} or not exists (select from room_owners where id = rooms.owner and alive_until > now()))))`).count,
    async close() {
      clearInterval(renewing)
      await alive`delete from room_owners where id = ${process}`.catch(() => {})
      await Promise.all([sql.end({ timeout: 2 }), alive.end({ timeout: 2 })])
    },
  }
}
