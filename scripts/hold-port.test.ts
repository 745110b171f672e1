import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import { expect, it } from 'vitest'
import { holdPort } from './hold-port.ts'

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, resolve))
  const { port } = server.address() as { port: number }
  await new Promise(resolve => server.close(resolve))
  return port
}

it('a port that is held is taken for everyone else, turns away who connects, and is free again afterwards', async () => {
  const port = await freePort()
  const release = await holdPort(port)
  await expect(holdPort(port)).rejects.toMatchObject({ code: 'EADDRINUSE' })
  const phone = connect(port, 'localhost').on('error', () => {})
  await once(phone, 'close')
  await release()
  const again = await holdPort(port)
  await again()
})
