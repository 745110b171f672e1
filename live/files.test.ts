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
  for (const who of ['phones', 'speaker']) {
    mkdirSync(join(folder, who, 'assets'), { recursive: true })
    writeFileSync(join(folder, who, 'index.html'), who)
    writeFileSync(join(folder, who, 'assets', 'a-12345678.js'), `'${who}'`)
    writeFileSync(join(folder, who, 'assets', 'a-12345678.js.gz'), gzipSync(`'${who}'`))
  }
  writeFileSync(join(folder, 'speaker', 'assets', 'notes-12345678.js'), 'notes')
  const serve = files({ phones: join(folder, 'phones'), speaker: join(folder, 'speaker') })
  server = createServer((request, response) => serve(request, response, request.headers.cookie === 'speaker'))
  await new Promise<void>(resolve => server.listen(0, resolve))
  origin = `http://localhost:${(server.address() as { port: number }).port}`
})
afterAll(() => {
  server.close()
  server.closeAllConnections()
  rmSync(folder, { recursive: true })
})

it('no cache gives a phone what the speaker was given', async () => {
  const page = await fetch(`${origin}/`, { headers: { cookie: 'speaker' } })
  expect([await page.text(), page.headers.get('cache-control'), page.headers.get('vary')]).toEqual(['speaker', 'no-store', expect.stringMatching(/cookie/i)])
  const phone = await fetch(`${origin}/`)
  expect([await phone.text(), phone.headers.get('cache-control'), phone.headers.get('vary')]).toEqual(['phones', 'no-cache', expect.stringMatching(/cookie/i)])
  expect((await fetch(`${origin}/assets/notes-12345678.js`)).status).toBe(404)
})

it('a chunk comes packed, and is asked for once', async () => {
  const chunk = await fetch(`${origin}/assets/a-12345678.js`)
  expect([await chunk.text(), chunk.headers.get('content-encoding'), chunk.headers.get('cache-control')]).toEqual(['\'phones\'', 'gzip', 'public, max-age=31536000, immutable'])
})
