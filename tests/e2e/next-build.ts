import type { Server } from 'node:http'
import { cpSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import process from 'node:process'
import sirv from 'sirv'
import { buildServiceWorker } from '../../scripts/build-service-worker.ts'
import { buildSite } from '../../scripts/build-site.ts'

/** What is no part of the course, or is made from it. */
const LEFT = /^(?:\..*|node_modules|dist|test-results|tests)$/

/** Builds the course as it will be when a question has another wording. @returns the folder of the result */
export async function buildNext(section: string, from: string, to: string): Promise<string> {
  const root = join(process.cwd(), '.test-dist', 'next-root')
  const out = join(process.cwd(), '.test-dist', 'next')
  for (const folder of [root, out])
    rmSync(folder, { recursive: true, force: true })
  for (const name of readdirSync('.').filter(name => !LEFT.test(name)))
    cpSync(name, join(root, name), { recursive: true })
  symlinkSync(join(process.cwd(), 'node_modules'), join(root, 'node_modules'))
  const bank = join(root, 'quizzes', `${section}.yaml`)
  const text = readFileSync(bank, 'utf8')
  if (!text.includes(from))
    throw new Error(`quizzes/${section}.yaml does not hold "${from}" in one line.`)
  writeFileSync(bank, text.replace(from, to))
  cpSync('.test-dist/public', out, { recursive: true, filter: path => !/\/(?:site|service-worker\.js)$/.test(path) })
  await buildSite({ root, out, base: '/', presents: false })
  await buildServiceWorker(root, out)
  return out
}

/** A host on which another build can be put in the place of the one that it serves. */
export async function hostOf(folder: string): Promise<{ server: Server, put: (folder: string) => void }> {
  let files = sirv(folder, { etag: true })
  const server = createServer((request, response) => files(request, response, () => {
    response.statusCode = 404
    response.end()
  }))
  await new Promise<void>(resolve => server.listen(0, 'localhost', resolve))
  return { server, put: next => files = sirv(next, { etag: true }) }
}
