import { spawnSync } from 'node:child_process'
import { createServer } from 'node:http'
import process from 'node:process'
import { expect, it } from 'vitest'

const start = (port: string) => spawnSync(process.execPath, ['scripts/start.ts'], { encoding: 'utf8', env: { ...process.env, PORT: port } })

it('says in one line that its port is taken, and the way out', async () => {
  const other = createServer()
  await new Promise<void>(resolve => other.listen(0, 'localhost', resolve))
  const { port } = other.address() as { port: number }
  const { status, stderr, stdout } = start(String(port))
  other.close()
  expect(status).toBe(1)
  expect(stdout).toBe('')
  expect(stderr.trim()).toBe(`Port ${port} is taken. Stop what runs there, or choose another port: npm start -- --port ${port + 1}`)
})

it.each(['abc', '0.5', '70000'])('refuses PORT=%s and says what it must be', (port) => {
  const { status, stderr } = start(port)
  expect(status).toBe(1)
  expect(stderr).toContain('PORT must be a number')
})

it('a room whose port is taken says so before it builds: the build would take the place of that of the room which runs there', async () => {
  const other = createServer()
  await new Promise<void>(resolve => other.listen(0, resolve))
  const { port } = other.address() as { port: number }
  const { status, stderr, stdout } = spawnSync(process.execPath, ['scripts/room.ts', '--port', String(port)], { encoding: 'utf8', timeout: 30_000 })
  other.close()
  expect(stdout).toBe('')
  expect(stderr.trim()).toBe(`Port ${port} is taken. Stop what runs there, or choose another port: npm run room -- --port ${port + 1}`)
  expect(status).toBe(1)
})

it('a room is told its port as npm start is, on every system', () => {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/room.ts', '--forget', '--port', 'abc'], { encoding: 'utf8' })
  expect(status).toBe(1)
  expect(stderr.trim()).toBe('--port must be a number from 1 to 65535 (it is "abc").')
})
