import type { ChildProcess } from 'node:child_process'
import type { ServerMessage } from '../core/room/messages.ts'
import type { Joining } from './bench/join.ts'
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { WebSocket } from 'ws'
import { loadCourse } from '../content/load-course.ts'
import { ID_BYTES, idFrom } from '../core/room/ids.ts'
import { secretOf } from '../live/gate.ts'
import { measureJoining } from './bench/join.ts'
import { writeFigures } from './bench/write-docs.ts'
import { isExecutable, placesOnPath } from './debian.ts'

/*
 * How a room holds many phones: each joins by a line of its own and votes once. "bar" is the time from a vote to the
 * count on the speaker's screen that holds it. Server on one core, load on another, all in this machine. Beside it
 * socket.io does the same work, where it is installed (npm install --no-save socket.io). Before that, what joining takes:
 * the files of the page, as last built by npm run room.
 *
 * npm run bench:room [-- --phones 500,2000,5000] [--runs 3] [--write]
 *
 * With --write the figures go into docs/performance.md.
 */

const { values } = parseArgs({ options: { phones: { type: 'string', default: '500,2000,5000' }, burst: { type: 'string', default: '2000' }, rooms: { type: 'string', default: '50' }, runs: { type: 'string', default: '3' }, write: { type: 'boolean', default: false } } })

const BUILT = '.room'
const JOINS = 300

interface Case {
  name: string
  rooms: number
  /** In each room */
  phones: number
  /** All votes come within this time, at random */
  overMs: number
}

interface Figures {
  'joined, s': number
  'ack p50, ms': number
  'ack p95, ms': number
  'bar p50, ms': number
  'bar p95, ms': number
  'CPU of joining, ms a phone': number
  'CPU of voting, ms a vote': number
  'memory, KiB a phone': number
  'lost': number
}

const servers = ['ours', 'socket.io'] as const
type ServerName = (typeof servers)[number]

/** Those that are written into the docs, beside what was lost */
const columns = ['joined, s', 'ack p50, ms', 'ack p95, ms', 'bar p50, ms', 'bar p95, ms', 'CPU of joining, ms a phone', 'CPU of voting, ms a vote', 'memory, KiB a phone'] as const satisfies (keyof Figures)[]

const newId = () => idFrom(randomBytes(ID_BYTES))
const percentile = (list: number[], share: number) => [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * share))] ?? Number.NaN
const sleep = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))

/** @returns a command that is kept to one core, where the system can and has two */
function onCore(core: number, args: string[]): [string, string[]] {
  return cpus().length > 1 && placesOnPath(['taskset']).some(isExecutable)
    ? ['taskset', ['-c', String(core), process.execPath, ...args]]
    : [process.execPath, args]
}

function ask<T>(server: ChildProcess, question?: string): Promise<T> {
  return new Promise((resolve, reject) => {
    server.once('message', message => resolve(message as T))
    server.once('exit', () => reject(new Error('The server ended.')))
    if (question)
      server.send(question)
  })
}

interface Line {
  say: (message: object) => void
  onMessage: (message: ServerMessage) => void
  socket: WebSocket
}

/** One client at the level of the wire, so that both servers' clients cost the same. */
function lineTo(server: ServerName, port: number, code: string, as: string, who: string): Promise<Line> {
  const origin = `http://localhost:${port}`
  const cookie = as === 'speaker' ? { cookie: `room-${code}=${secretOf('bench', code, 'speaker')}` } : {}
  const path = server === 'ours' ? `/room/${code}/socket?as=${as}` : `/socket.io/?EIO=4&transport=websocket&code=${code}&as=${as}`
  const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, { origin, headers: { ...cookie, host: `localhost:${port}` }, perMessageDeflate: false })
  const hello = { v: 1, id: newId(), type: 'hello', who, build: 'bench' }
  const line: Line = {
    socket,
    onMessage: () => {},
    say: message => socket.send(server === 'ours' ? JSON.stringify(message) : `42${JSON.stringify(['m', JSON.stringify(message)])}`),
  }
  return new Promise((resolve, reject) => {
    const receive = (text: string) => {
      const message = JSON.parse(text)
      if (message === 'ready')
        line.say(hello)
      else if (message.type === 'room')
        resolve(line)
      else
        line.onMessage(message)
    }
    socket.on('error', reject)
    socket.on('open', () => server === 'ours' && line.say(hello))
    socket.on('message', (data) => {
      const text = String(data)
      if (server === 'ours')
        receive(text)
      else if (text.startsWith('0'))
        socket.send('40')
      else if (text === '2')
        socket.send('3')
      else if (text.startsWith('42'))
        receive(JSON.parse(text.slice(2))[1])
    })
  })
}

async function measure(name: ServerName, { rooms, phones, overMs }: Case, question: string, option: unknown): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-room-'))
  const [command, args] = onCore(0, ['scripts/bench/room-process.ts'])
  const server = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], env: { ...process.env, SERVER: name, FILE: join(folder, 'rooms.sqlite'), ROOMS: String(rooms) } })
  const { port, codes } = await ask<{ port: number, codes: string[] }>(server)
  const usage = () => ask<{ cpuMs: number, rssKib: number }>(server, 'usage')
  const all = rooms * phones
  try {
    const before = await usage()
    const fromMs = performance.now()
    const speakers = await Promise.all(codes.map(code => lineTo(name, port, code, 'speaker', newId())))
    const places: { code: string, who: string, line?: Line }[] = codes.flatMap(code => Array.from({ length: phones }, () => ({ code, who: newId() })))
    let next = 0
    // So many handshakes are under way at once.
    await Promise.all(Array.from({ length: 200 }, async () => {
      for (let place = places[next++]; place; place = places[next++])
        place.line = await lineTo(name, port, place.code, 'phone', place.who)
    }))
    const joinedMs = performance.now() - fromMs
    await sleep(500)
    const joined = await usage()
    const ballots = new Map<string, string>()
    await Promise.all(speakers.map((speaker, index) => new Promise<void>((resolve) => {
      speaker.onMessage = message => message.type === 'changed' && message.change.ballot && (ballots.set(codes[index]!, message.change.ballot.id), resolve())
      speaker.say({ v: 1, id: newId(), type: 'open', subject: { question }, round: 1, after: null })
    })))
    await sleep(500)
    const counts = new Map<string, { atMs: number, upTo: number }[]>(codes.map(code => [code, []]))
    speakers.forEach((speaker, index) => speaker.onMessage = message => message.type === 'counted' && counts.get(codes[index]!)!.push({ atMs: performance.now(), upTo: message.upTo }))
    const acks: { code: string, sentMs: number, ackMs: number, seq: number }[] = []
    const voting = await usage()
    await Promise.all(places.map(({ code, who, line }) => new Promise<void>((resolve) => {
      setTimeout(() => {
        const sentMs = performance.now()
        line!.onMessage = (message) => {
          if (message.type === 'ack') {
            acks.push({ code, sentMs, ackMs: performance.now(), seq: message.seq })
            resolve()
          }
        }
        line!.say({ v: 1, id: newId(), type: 'vote', who, ballot: ballots.get(code), response: option })
      }, Math.random() * overMs)
    })))
    await sleep(500)
    const voted = await usage()
    const bars = acks.map(({ code, sentMs, seq }) => (counts.get(code)!.find(({ upTo }) => upTo >= seq)?.atMs ?? Number.NaN) - sentMs)
    const seen = bars.filter(bar => !Number.isNaN(bar))
    const ackMs = acks.map(({ sentMs, ackMs }) => ackMs - sentMs)
    places.forEach(({ line }) => line!.socket.terminate())
    speakers.forEach(({ socket }) => socket.terminate())
    return {
      'joined, s': joinedMs / 1000,
      'ack p50, ms': percentile(ackMs, 0.5),
      'ack p95, ms': percentile(ackMs, 0.95),
      'bar p50, ms': percentile(seen, 0.5),
      'bar p95, ms': percentile(seen, 0.95),
      'CPU of joining, ms a phone': (joined.cpuMs - before.cpuMs) / all,
      'CPU of voting, ms a vote': (voted.cpuMs - voting.cpuMs) / all,
      'memory, KiB a phone': (joined.rssKib - before.rssKib) / all,
      'lost': all - seen.length,
    }
  }
  finally {
    server.kill('SIGKILL')
    rmSync(folder, { recursive: true })
  }
}

/** What loading the page takes, before any line, when the room is at a slide. */
async function measureFiles(slide: string): Promise<Joining> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-room-'))
  const [command, args] = onCore(0, ['scripts/bench/room-process.ts'])
  const server = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], env: { ...process.env, SERVER: 'ours', FILE: join(folder, 'rooms.sqlite'), BUILT, AGENDA: slide } })
  try {
    const { port, codes } = await ask<{ port: number, codes: string[] }>(server)
    return await measureJoining(server, port, codes[0]!, JOINS)
  }
  finally {
    server.kill('SIGKILL')
    rmSync(folder, { recursive: true })
  }
}

const course = await loadCourse(process.cwd())
/** Which slide a phone finds when it joins */
const joiningAt = course.slides.find(({ layout }) => layout === 'claim')!.id
const question = course.sections.flatMap(({ questions }) => questions).flatMap(question => question.type === 'choice' ? [question] : [])[0]!
const hasSocketIo = await import(servers[1]).then(() => true, () => false)
if (!hasSocketIo)
  console.log('socket.io is not here, so nothing is beside: npm install --no-save socket.io')
let joining = ''
if (existsSync(BUILT)) {
  const joins: Joining[] = []
  for (let run = 0; run < Number(values.runs); run++)
    joins.push(await measureFiles(joiningAt))
  console.log(`\nA page to join by, at ${joiningAt}, ${JOINS} phones, median of ${values.runs}`)
  const of = (key: keyof Joining) => percentile(joins.map(join => join[key]), 0.5)
  console.table(Object.fromEntries((['kib', 'answers', 'cpuMs'] as const).map(key => [key, +of(key).toFixed(2)])))
  joining = `Joining, at a slide with a claim, before any line: ${of('kib').toFixed(1)} KiB in ${of('answers')} answers, and ${of('cpuMs').toFixed(2)} ms of the server's CPU.\n\n`
}
else {
  console.log('Nothing is built to join by: npm run room')
}
const cases: Case[] = [
  ...values.phones.split(',').map(phones => ({ name: `${phones} phones, votes in 10 s`, rooms: 1, phones: Number(phones), overMs: 10_000 })),
  { name: `${values.burst} phones, votes in 2 s`, rooms: 1, phones: Number(values.burst), overMs: 2000 },
  { name: `${values.rooms} rooms of 100, votes in 10 s`, rooms: Number(values.rooms), phones: 100, overMs: 10_000 },
]
if (cpus().length > 1 && placesOnPath(['taskset']).some(isExecutable))
  spawn('taskset', ['-cp', '1', String(process.pid)], { stdio: 'ignore' })
const loadAtStart = loadavg()[0]!.toFixed(1)
const rows: string[][] = []
for (const one of cases) {
  const figures: Record<ServerName, Figures[]> = { 'ours': [], 'socket.io': [] }
  for (let run = 0; run < Number(values.runs); run++) {
    for (const name of hasSocketIo ? servers : ['ours'] as const)
      figures[name].push(await measure(name, one, question.id, Object.keys(question.options)[0]))
  }
  const median = (name: ServerName, key: keyof Figures) => percentile(figures[name].map(run => run[key]), 0.5)
  console.log(`\n${one.name}, median of ${values.runs}`)
  console.table(Object.fromEntries(Object.keys(figures.ours[0]!).map((key) => {
    const ours = median('ours', key as keyof Figures)
    const theirs = hasSocketIo ? median('socket.io', key as keyof Figures) : undefined
    return [key, { ours: +ours.toFixed(2), ...theirs !== undefined && { 'socket.io': +theirs.toFixed(2), 'ratio': +(theirs / ours).toFixed(2) } }]
  })))
  for (const name of hasSocketIo ? servers : ['ours'] as const)
    rows.push([one.name, name, ...columns.map(key => median(name, key).toFixed(key.includes('CPU') ? 2 : 1)), String(Math.max(...figures[name].map(({ lost }) => lost)))])
}
if (values.write) {
  const table = [['what', 'server', ...columns, 'lost'], ['---', '---', ...columns.map(() => '---:'), '---:'], ...rows].map(cells => `| ${cells.join(' | ')} |`).join('\n')
  writeFigures('bench:room', `Taken ${new Date().toISOString().slice(0, 10)}, medians of ${values.runs} runs in turn, ${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), load ${loadAtStart} before it began, Node ${process.versions.node}.\n\n${joining}${table}`)
}
process.exit(0)
