import type { Server } from 'node:http'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { files } from './files.ts'

const folder = mkdtempSync(join(tmpdir(), 'room-files-'))
let server: Server
let origin = ''

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), 'page')
  writeFileSync(join(folder, '404.html'), 'There is no such page')
  writeFileSync(join(folder, '404.html.gz'), gzipSync('There is no such page'))
  writeFileSync(join(folder, 'assets', 'a-12345678.js'), 'chunk')
  writeFileSync(join(folder, 'assets', 'a-12345678.js.gz'), gzipSync('chunk'))
  const serve = files(folder)
  server = createServer(serve)
  await new Promise<void>(resolve => server.listen(0, resolve))
  origin = `http://localhost:${(server.address() as { port: number }).port}`
})
afterAll(() => {
  server.close()
  server.closeAllConnections()
  rmSync(folder, { recursive: true })
})

it('a page is asked for anew each time', async () => {
  const page = await fetch(`${origin}/`)
  expect([await page.text(), page.headers.get('cache-control')]).toEqual(['page', 'no-cache'])
})

it('an address where nothing is leads to the course’s own page that says so', async () => {
  const { status, headers, text } = await fetch(`${origin}/learn/nowhere`).then(async answer => ({ status: answer.status, headers: answer.headers, text: await answer.text() }))
  expect([status, headers.get('content-type'), text]).toEqual([404, 'text/html;charset=utf-8', 'There is no such page'])
  // Also where a browser has that page.
  expect((await fetch(`${origin}/notes.json`, { headers: { 'if-none-match': headers.get('etag')! } })).status).toBe(404)
})

it('a chunk comes packed, and is asked for once', async () => {
  const chunk = await fetch(`${origin}/assets/a-12345678.js`)
  expect([await chunk.text(), chunk.headers.get('content-encoding'), chunk.headers.get('cache-control')]).toEqual(['chunk', 'gzip', 'public, max-age=31536000, immutable'])
})

it('who has a file learns that it is the same; who takes nothing packed gets it as it is', async () => {
  const { headers } = await fetch(`${origin}/`)
  expect((await fetch(`${origin}/`, { headers: { 'if-none-match': headers.get('etag')! } })).status).toBe(304)
  const chunk = await fetch(`${origin}/assets/a-12345678.js?v=2`, { headers: { 'accept-encoding': 'identity' } })
  expect([await chunk.text(), chunk.headers.get('content-encoding'), chunk.headers.get('content-type')]).toEqual(['chunk', null, 'text/javascript;charset=utf-8'])
})

it('asking twice costs no second look at the disk', async () => {
  rmSync(join(folder, 'assets'), { recursive: true })
  expect(await (await fetch(`${origin}/assets/a-12345678.js`)).text()).toBe('chunk')
})
