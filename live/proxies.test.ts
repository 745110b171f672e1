import type { ChildProcess } from 'node:child_process'
import type { Proxy } from '../scripts/proxies.ts'
import type { Started } from './start-rooms.ts'
import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:https'
import { tmpdir } from 'node:os'
import { join as path } from 'node:path'
import process from 'node:process'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { WebSocket } from 'ws'
import { missingProxies, proxyCommand } from '../scripts/proxies.ts'
import { cookieOf, freePort, join, KEY, until } from '../tests/fixtures/room-clients.ts'
import { roomCourse } from '../tests/fixtures/small-room.ts'
import { secretOf } from './gate.ts'
import { sqliteStore } from './sqlite-store.ts'
import { openRoom, startRooms } from './start-rooms.ts'

/** The two configurations of docs/facilitator.md, as they stand there, before a real room: over https, with a certificate of the test's own. */
const HOST = 'room.example.org'
const guide = readFileSync('docs/facilitator.md', 'utf8')
const written = (language: string) => new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``).exec(guide)![1]!

interface Configured { name: Proxy, start: (to: { folder: string, port: number, rooms: number }) => ChildProcess }
const proxies: Configured[] = [
  {
    name: 'nginx',
    start({ folder, port, rooms }) {
      const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(what => `${what}_temp_path ${folder}/${what};`).join(' ')
      writeFileSync(path(folder, 'nginx.conf'), `daemon off; pid ${folder}/pid; error_log stderr; events {} http { access_log off; ${temporary} server {
        listen 127.0.0.1:${port} ssl; server_name ${HOST}; ssl_certificate ${folder}/cert.pem; ssl_certificate_key ${folder}/key.pem;
        ${written('nginx').replace('3030', String(rooms))} } }`)
      return spawn(proxyCommand('nginx')!, ['-p', folder, '-c', path(folder, 'nginx.conf')], { stdio: 'ignore' })
    },
  },
  {
    name: 'caddy',
    start({ folder, port, rooms }) {
      const site = written('caddyfile').replace(HOST, `https://${HOST}:${port}`).replace('3030', String(rooms)).replace('{\n', `{\n  tls ${folder}/cert.pem ${folder}/key.pem\n`)
      writeFileSync(path(folder, 'Caddyfile'), `{\n  admin off\n  auto_https disable_redirects\n}\n${site}`)
      return spawn(proxyCommand('caddy')!, ['run', '--config', path(folder, 'Caddyfile'), '--adapter', 'caddyfile'], { stdio: 'ignore', env: { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder } })
    },
  },
]

missingProxies().forEach(line => console.log(line))

describe.each(proxies.filter(({ name }) => proxyCommand(name)))('behind $name, over https', ({ start }) => {
  const folder = mkdtempSync(path(tmpdir(), 'room-proxy-'))
  const store = sqliteStore(':memory:')
  let rooms: Started
  let proxy: ChildProcess
  let port = 0
  let code = ''

  interface Answer { status: number, headers: Record<string, unknown>, body: string }
  const ask = (method: string, at: string, headers: Record<string, string> = {}, body = '') => new Promise<Answer>((resolve, reject) => {
    request({ port, host: '127.0.0.1', servername: HOST, rejectUnauthorized: false, method, path: at, headers: { host: HOST, ...headers } }, (answer) => {
      let text = ''
      answer.on('data', data => text += data).on('end', () => resolve({ status: answer.statusCode!, headers: answer.headers, body: text }))
    }).on('error', reject).end(body)
  })
  const socketsOf = (headers: Record<string, string> = {}, origin = `https://${HOST}`) => class extends WebSocket {
    constructor(url: URL) {
      // The name goes on to TLS, which the types do not know.
      const options = { origin, headers: { host: HOST, ...headers }, servername: HOST, rejectUnauthorized: false }
      super(url.href.replace(HOST, `127.0.0.1:${port}`), options)
      this.on('error', () => {})
    }
  } as never

  beforeAll(async () => {
    execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2', '-subj', `/CN=${HOST}`, '-addext', `subjectAltName=DNS:${HOST}`, '-keyout', path(folder, 'key.pem'), '-out', path(folder, 'cert.pem')], { stdio: 'ignore' })
    rooms = await startRooms({ store, course: roomCourse, port: 0, key: KEY, notes: {}, hosts: [HOST], behindProxy: true, files: (_request, response) => void response.end('the course') })
    code = await openRoom(store, { agenda: ['tea.cover'], build: 'b1' }, Date.now())
    port = await freePort()
    proxy = start({ folder, port, rooms: rooms.port })
    await vi.waitFor(async () => expect((await ask('GET', '/')).status).toBe(200), { timeout: 20_000 })
  }, 60_000)
  afterAll(async () => {
    const ended = new Promise(resolve => proxy.once('exit', resolve))
    proxy.kill()
    await ended
    await rooms.stop()
    rmSync(folder, { recursive: true })
  })

  it('pages come, the speaker’s cookie goes over https alone, and another site is refused', async () => {
    expect((await ask('GET', '/learn/tea')).body).toBe('the course')
    const entered = await ask('POST', `/room/${code}/enter`, { 'origin': `https://${HOST}`, 'content-type': 'application/json' }, JSON.stringify({ secret: secretOf(KEY, code, 'speaker') }))
    expect([entered.status, String(entered.headers['set-cookie'])]).toEqual([200, expect.stringMatching(/; Secure$/)])
    expect((await ask('POST', `/room/${code}/enter`, { origin: 'https://evil.example' }, '{}')).status).toBe(403)
  })

  it('speaker and phone vote over sockets, which stay; a phone of another site gets none', async () => {
    const [speaker, phone] = [{ as: 'speaker', WebSocket: socketsOf(cookieOf(code, 'speaker')) } as const, { WebSocket: socketsOf() }].map(options => join(`https://${HOST}`, code, options)) as [ReturnType<typeof join>, ReturnType<typeof join>]
    await until(speaker, ({ role }) => role === 'speaker')
    await speaker.command({ type: 'open', subject: { question: 'tea.one' }, round: 1, after: null })
    const ballot = (await until(phone, ({ line, room }) => line === 'socket' && room?.ballots[0])).room!.ballots[0]!.id
    phone.vote({ ballot, response: 'a' })
    await until(phone, ({ outbox }) => outbox.kept.includes(ballot))
    await until(speaker, ({ room }) => room?.ballots[0]?.answered === 1)
    const stranger = join(`https://${HOST}`, code, { WebSocket: socketsOf({}, 'https://evil.example'), fetch: () => Promise.reject(new Error('no')) })
    await until(stranger, ({ line }) => line === 'lost')
    ;[speaker, phone, stranger].forEach(connection => connection.close())
  })

  it('who guesses is known by the address that the proxy tells, and cannot tell another', async () => {
    const guess = (place: number) => ask('GET', `/room/2222${'23456789ABCD'[place]}/state`, { 'x-forwarded-for': `10.0.0.${place}` })
    await Promise.all(Array.from({ length: 10 }, (_, place) => guess(place)))
    const fromMs = performance.now()
    expect((await guess(11)).status).toBe(404)
    expect(performance.now() - fromMs).toBeGreaterThan(240)
  })
})
