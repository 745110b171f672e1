import type { Engine } from './engine.ts'
import { Buffer } from 'node:buffer'
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { actions } from './engine.ts'

/** The window of WebKit's small browser has a bar, which would not let it be as narrow as a phone. */
const NO_BAR = '* { min-width: 0; min-height: 0; padding: 0; margin: 0; border: none; font-size: 1px; -gtk-icon-source: none; }'

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>(resolve => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as { port: number }
  await new Promise(resolve => probe.close(resolve))
  return port
}

/**
 * WebKitGTK, spoken to by WebDriver over HTTP, on a screen that is in memory only. It does not tell what a page prints.
 * @param paths of its driver and of the screen, in this order
 * @param draws whether pages are drawn as people see them, and screenshots can be taken; without a graphics card that
 * takes half of its processor time
 */
export async function startWebKit(paths: string[], draws: boolean): Promise<Engine> {
  const [driverPath, screenPath] = paths
  const home = mkdtempSync(join(tmpdir(), 'webkit-'))
  mkdirSync(join(home, '.config', 'gtk-3.0'), { recursive: true })
  writeFileSync(join(home, '.config', 'gtk-3.0', 'gtk.css'), NO_BAR)
  const screen = spawn(screenPath!, ['-displayfd', '1', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'pipe', 'ignore'] })
  const display = await new Promise<string>((resolve, reject) => {
    screen.stdout.once('data', number => resolve(`:${String(number).trim()}`))
    screen.once('exit', () => reject(new Error('Xvfb did not start')))
  })
  const port = await freePort()
  const driver = spawn(driverPath!, [`--port=${port}`, '--host=127.0.0.1'], {
    // Its sandbox needs rights that a container has not; the only pages it sees are ours.
    env: { ...process.env, DISPLAY: display, GDK_BACKEND: 'x11', HOME: home, XDG_CONFIG_HOME: join(home, '.config'), XDG_DATA_HOME: home, XDG_CACHE_HOME: home, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1', ...!draws && { WEBKIT_DISABLE_COMPOSITING_MODE: '1' } },
    stdio: 'ignore',
  })

  async function call(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object): Promise<any> {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { method, body: body && JSON.stringify(body), signal: AbortSignal.timeout(90_000) })
    const { value } = await response.json() as { value: any }
    if (value?.error)
      throw new Error(`${path}: ${value.error}: ${value.message}`)
    return value
  }
  for (let tries = 0; !await call('GET', '/status').then(() => true, () => false); tries++) {
    if (tries > 300)
      throw new Error('WebKitWebDriver did not start')
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  const { sessionId } = await call('POST', '/session', { capabilities: { alwaysMatch: {} } })
  const at = `/session/${sessionId}`
  const run = async (expression: string) => {
    const [json, error] = await call('POST', `${at}/execute/async`, {
      script: `const done = arguments[0]; Promise.resolve().then(() => ${expression}).then(value => done([JSON.stringify(value)]), error => done([undefined, String(error)]))`,
      args: [],
    })
    if (error)
      throw new Error(error)
    return json && JSON.parse(json)
  }
  return {
    errors: [],
    run,
    open: url => call('POST', `${at}/url`, { url }),
    click: (x, y) => call('POST', `${at}/actions`, { actions: actions.click(x, y) }),
    press: keys => call('POST', `${at}/actions`, { actions: actions.press(keys) }),
    async resize(width, height) {
      const rect = await call('POST', `${at}/window/rect`, { width, height })
      for (let tries = 0; await run('innerWidth') !== width && tries < 100; tries++)
        await new Promise(resolve => setTimeout(resolve, 50))
      // What is left of the bar.
      await call('POST', `${at}/window/rect`, { width, height: rect.height + height - (await run('innerHeight') as number) })
    },
    async screenshot() {
      if (!draws)
        throw new Error('This WebKit draws nothing.')
      return Buffer.from(await call('GET', `${at}/screenshot`), 'base64')
    },
    async close() {
      await call('DELETE', at).catch(() => {})
      driver.kill()
      screen.kill()
      rmSync(home, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
