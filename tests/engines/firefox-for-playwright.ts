#!/usr/bin/env node
/*
 * Debian's Firefox, as Playwright starts a browser: a command that prints where it is spoken to. Both speak WebDriver
 * BiDi, and everything passes as it is, but for two things that this Firefox does not know yet: the command that gives
 * a page its colours, and the name of a download.
 */
import { spawn } from 'node:child_process'
import process from 'node:process'
import { WebSocket, WebSocketServer } from 'ws'
import { findEngine } from '../../scripts/other-engines.ts'

interface Command { id: number, method: string, params: any }
interface Reply { id?: number, method?: string, params?: any, result?: any }

const SET_COLOURS = 'emulation.setMediaFeaturesOverride'
/** Playwright counts its own commands from one. */
const FIRST_OWN_ID = 1_000_000_000

const firefox = spawn(findEngine('firefox')![0]!, ['--remote-allow-system-access', ...process.argv.slice(2)], { stdio: ['ignore', 'ignore', 'pipe'] })
process.on('SIGTERM', () => firefox.kill())
firefox.on('exit', code => process.exit(code ?? 0))

let said = ''
firefox.stderr.setEncoding('utf8').on('data', (text) => {
  said += text
  const [, address] = /BiDi listening on (ws:\S+)/.exec(said) ?? []
  if (!address)
    return
  said = ''
  const server: WebSocketServer = new WebSocketServer({ host: '127.0.0.1', port: 0 }, () => console.error(`WebDriver BiDi listening on ws://127.0.0.1:${(server.address() as { port: number }).port}`))
  server.on('connection', (near, { url }) => join(near, new WebSocket(address + url, { perMessageDeflate: false })))
})

/** Hands on what Playwright (near) and Firefox (far) say. */
function join(near: WebSocket, far: WebSocket): void {
  const waiting = new Map<number, (reply: Reply) => void>()
  const isOpen = new Promise(resolve => far.on('open', resolve))
  const say = (command: string) => isOpen.then(() => far.send(command))
  const ask = (method: string, params: object) => new Promise<Reply>((resolve) => {
    const id = FIRST_OWN_ID + waiting.size
    waiting.set(id, resolve)
    void say(JSON.stringify({ id, method, params }))
  })

  /** By the user context, for the pages that are opened in it */
  const colours = new Map<string, string>()
  let system: Promise<string> | undefined
  async function paint(page: string, scheme: string): Promise<void> {
    system ??= ask('browsingContext.getTree', { 'moz:scope': 'chrome' }).then(({ result }) => result.contexts[0].context)
    const expression = `{
      const { NavigableManager } = ChromeUtils.importESModule('chrome://remote/content/shared/NavigableManager.sys.mjs')
      const page = NavigableManager.getBrowsingContextById(${JSON.stringify(page)})
      if (page && !page.parent)
        page.prefersColorSchemeOverride = ${JSON.stringify(scheme)}
    }`
    await ask('script.evaluate', { target: { context: await system }, awaitPromise: false, expression })
  }
  async function setColours({ id, params }: Command): Promise<void> {
    const scheme = params.features['prefers-color-scheme'] ?? 'none'
    params.userContexts?.forEach((context: string) => colours.set(context, scheme))
    await Promise.all((params.contexts ?? []).map((page: string) => paint(page, scheme)))
    near.send(JSON.stringify({ type: 'success', id, result: {} }))
  }

  near.on('message', (data) => {
    const command: Command = JSON.parse(String(data))
    void (command.method === SET_COLOURS ? setColours(command) : say(String(data)))
  })
  far.on('message', (data) => {
    const reply: Reply = JSON.parse(String(data))
    if (reply.id !== undefined && waiting.has(reply.id))
      return waiting.get(reply.id)!(reply)
    const scheme = reply.method === 'browsingContext.contextCreated' && colours.get(reply.params.userContext)
    if (scheme)
      void paint(reply.params.context, scheme)
    if (/^browsingContext.download/.test(reply.method ?? ''))
      reply.params.download ??= reply.params.url
    near.send(JSON.stringify(reply))
  })
  near.on('close', () => far.close())
  far.on('close', () => near.close())
}
