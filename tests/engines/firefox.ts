import type { Engine } from './engine.ts'
import { Buffer } from 'node:buffer'
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { actions } from './engine.ts'

interface Reply { id?: number, type: string, message?: string, result?: any, params?: any }

/** Firefox, spoken to by WebDriver BiDi over a WebSocket. Its profile is new, and gone afterwards. */
export async function startFirefox([path]: string[]): Promise<Engine> {
  const profile = mkdtempSync(join(tmpdir(), 'firefox-'))
  const firefox = spawn(path!, ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port=0', 'about:blank'], { env: { ...process.env, HOME: profile }, stdio: ['ignore', 'ignore', 'pipe'] })
  const gone = new Promise<void>(resolve => firefox.once('exit', () => resolve()))
  const address = await new Promise<string>((resolve, reject) => {
    let said = ''
    firefox.stderr.setEncoding('utf8').on('data', (text) => {
      said += text
      const listening = /BiDi listening on (ws:\S+)/.exec(said)
      listening && resolve(listening[1]!)
    })
    firefox.once('exit', () => reject(new Error(`Firefox did not start:\n${said}`)))
  })

  const socket = new WebSocket(`${address}/session`)
  await new Promise((resolve, reject) => Object.assign(socket, { onopen: resolve, onerror: reject }))
  const errors: string[] = []
  const waiting = new Map<number, (reply: Reply) => void>()
  socket.onmessage = ({ data }) => {
    const reply: Reply = JSON.parse(data)
    if (reply.id !== undefined)
      waiting.get(reply.id)?.(reply)
    // A page that is left while its service worker answers is an error to Firefox; that the worker works is walked.
    else if (reply.params.level === 'error' && !reply.params.text.includes('A ServiceWorker intercepted the request'))
      errors.push(reply.params.text)
  }
  const send = (method: string, params: object = {}) => new Promise<any>((resolve, reject) => {
    const id = waiting.size
    waiting.set(id, ({ type, message, result }) => type === 'error' ? reject(new Error(`${method}: ${message}`)) : resolve(result))
    socket.send(JSON.stringify({ id, method, params }))
  })

  await send('session.new', { capabilities: {} })
  await send('session.subscribe', { events: ['log.entryAdded'] })
  const { contexts: [{ context }] } = await send('browsingContext.getTree')
  return {
    errors,
    open: url => send('browsingContext.navigate', { context, url, wait: 'complete' }),
    async run(expression) {
      const { result, exceptionDetails } = await send('script.evaluate', { expression: `Promise.resolve(${expression}).then(JSON.stringify)`, target: { context }, awaitPromise: true })
      if (exceptionDetails)
        throw new Error(exceptionDetails.text)
      return result.type === 'string' ? JSON.parse(result.value) : undefined
    },
    click: (x, y) => send('input.performActions', { context, actions: actions.click(x, y) }),
    press: keys => send('input.performActions', { context, actions: actions.press(keys) }),
    resize: (width, height) => send('browsingContext.setViewport', { context, viewport: { width, height } }),
    screenshot: async () => Buffer.from((await send('browsingContext.captureScreenshot', { context })).data, 'base64'),
    async close() {
      await send('browser.close').catch(() => firefox.kill())
      await gone
      rmSync(profile, { recursive: true, force: true })
    },
  }
}
