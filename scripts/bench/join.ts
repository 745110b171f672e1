import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { Agent, get } from 'node:http'
import { chromium } from '@playwright/test'
import { ensureChromium, launchArgs } from '../chromium.ts'
import { measureFirstLoad } from '../first-load.ts'

export interface Joining {
  /** As over the wire, gzipped */
  kib: number
  answers: number
  /** Of the server, by phone */
  cpuMs: number
}

/** What a phone asks for until its page is quiet, in Chromium with an empty cache. @returns its size, and the paths in their order */
async function firstLoadOf(join: string): Promise<{ kib: number, paths: string[] }> {
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: launchArgs })
  try {
    const page = await (await browser.newContext({ viewport: { width: 390, height: 844 }, serviceWorkers: 'block' })).newPage()
    const paths: string[] = []
    page.on('response', response => paths.push(new URL(response.url()).pathname))
    const { totalKib } = await measureFirstLoad(page, join)
    return { kib: totalKib, paths }
  }
  finally {
    await browser.close()
  }
}

/** The same again without a browser, over connections that are kept, as many as a browser has. */
async function askForAll(origin: string, paths: string[]): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 6 })
  await Promise.all(paths.map(async (path) => {
    const [response] = await once(get(origin + path, { agent, headers: { 'accept-encoding': 'gzip, deflate' } }), 'response')
    response.resume()
    await once(response, 'end')
  }))
  agent.destroy()
}

/**
 * Has phones load what joining takes, so many at a time.
 * @param server answers `usage` with what it took so far
 * @param port where it listens
 * @param code of the room
 * @param phones how many join
 */
export async function measureJoining(server: ChildProcess, port: number, code: string, phones: number): Promise<Joining> {
  const origin = `http://localhost:${port}`
  const { kib, paths } = await firstLoadOf(`${origin}/r/${code}`)
  const cpuMs = async () => {
    server.send('usage')
    return (await once(server, 'message'))[0].cpuMs as number
  }
  let left = phones
  const before = await cpuMs()
  await Promise.all(Array.from({ length: 20 }, async () => {
    while (left-- > 0)
      await askForAll(origin, paths)
  }))
  return { kib, answers: paths.length, cpuMs: (await cpuMs() - before) / phones }
}
