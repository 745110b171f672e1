import { createServer } from 'node:net'

/**
 * Takes a port on every address of this machine, for as long as what will be served there is made: whoever else wants it
 * is told at once. Who connects meanwhile is turned away, as if nothing ran there.
 * @returns gives it free again
 * @throws {Error} with code EADDRINUSE when the port is taken
 */
export async function holdPort(port: number): Promise<() => Promise<void>> {
  const holder = createServer(socket => socket.destroy())
  await new Promise<void>((resolve, reject) => {
    holder.once('error', reject)
    holder.listen(port, resolve)
  })
  return () => new Promise(resolve => holder.close(() => resolve()))
}
