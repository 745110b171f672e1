import type { Browser, Page } from '@playwright/test'
import type { Server } from 'node:http'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { dirname, extname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from '@playwright/test'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { offline } from '../../exports/offline.ts'
import { buildForFiles } from '../../scripts/build-files.ts'
import { ensureChromium, launchArgs } from '../../scripts/chromium.ts'
import { addressOf } from '../../scripts/server.ts'
import { answer, takeTime } from '../e2e/course.ts'
import { selectionOf } from '../fixtures/selections.ts'

// What a folder on a stick may be called.
const folder = join(mkdtempSync(join(tmpdir(), 'stick-')), 'Kurs & Übung')
let browser: Browser
let server: Server

beforeAll(async () => {
  const files = await offline.make({ ...await selectionOf(), buildForFiles: () => buildForFiles(process.cwd()) })
  for (const [path, content] of Object.entries(files)) {
    const file = join(folder, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, content)
  }
  const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.svg': 'image/svg+xml', '.css': 'text/css', '.woff2': 'font/woff2', '.png': 'image/png' }
  // The plainest there is: a file, or nothing.
  server = createServer(({ url = '' }, response) => {
    const file = join(folder, decodeURI(url.split(/[?#]/)[0]!))
    const isThere = existsSync(file) && statSync(file).isFile()
    response.writeHead(isThere ? 200 : 404, { 'Content-Type': types[extname(file)] ?? 'text/plain' }).end(isThere ? readFileSync(file) : '')
  })
  await new Promise<void>(resolve => server.listen(0, 'localhost', resolve))
  browser = await chromium.launch({ executablePath: ensureChromium(), args: launchArgs })
})
afterAll(async () => {
  await browser?.close()
  server?.close()
  rmSync(dirname(folder), { recursive: true })
})

/** Waits until a page of the course works. */
const awake = (page: Page) => page.locator('#app:not([data-hydrating])').first().waitFor()

it.each([
  ['a double click', () => pathToFileURL(folder).href],
  ['a plain file server', () => addressOf(server)],
])('by %s the course is learned, answered and presented, and goes on where it was left', async (how, root) => {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.addInitScript(takeTime)
  const trouble: string[] = []
  // What is still asked for when a page is left is given up.
  page.on('requestfailed', request => request.failure()?.errorText !== 'net::ERR_ABORTED' && trouble.push(`${request.url()} ${request.failure()?.errorText}`))
  page.on('response', response => response.status() >= 400 && !response.url().endsWith('favicon.ico') && trouble.push(response.url()))
  page.on('request', request => !/^(?:file:|data:|http:\/\/localhost)/.test(request.url()) && trouble.push(request.url()))
  page.on('pageerror', error => trouble.push(error.message))
  page.on('console', message => message.type() === 'error' && trouble.push(`${message.text()} ${page.url()}`))
  const start = `${root()}/wandering-nerve-all-offline/index.html`
  await page.goto(start)
  await awake(page)

  await page.getByRole('link', { name: 'Depression', exact: true }).first().click()
  await awake(page)
  expect(page.url()).toContain('/learn/depression/index.html')
  await page.getByRole('banner').getByRole('link', { name: 'Map' }).click()
  await awake(page)
  await page.getByRole('link', { name: 'Quiz on Depression' }).click()
  await awake(page)
  const question = page.locator('[data-question]')
  await question.waitFor()
  const first = (await question.getAttribute('data-question'))!
  await answer(page, first, true)
  await question.getByRole('button', { name: 'Next question' }).click()
  await page.locator(`[data-question]:not([data-question="${first}"])`).waitFor()
  const second = (await question.getAttribute('data-question'))!

  await page.goto(start)
  await awake(page)
  await page.getByRole('link', { name: 'open the slides' }).click()
  await page.waitForURL(/slides\/index\.html\?slides#\/1/)
  await page.locator('.slidev-page h1').first().waitFor()
  await page.keyboard.press('PageDown')
  await page.waitForURL(/#\/vagus-nerve$/)
  await page.reload()
  await page.waitForURL(/#\/vagus-nerve$/)

  // The window is closed; what the browser kept is there in the next.
  const again = await context.newPage()
  await page.close()
  await again.goto(start.replace('index.html', 'progress/index.html'))
  await awake(again)
  await again.getByText('1 answer given').waitFor()
  await again.goto(start.replace('index.html', 'quiz/depression/index.html'))
  await awake(again)
  expect(await again.locator('[data-question]').getAttribute('data-question')).toBe(second)
  expect(trouble).toEqual([])
  console.log(`offline, by ${how}: opened at ${new URL(start).protocol}//, resumed at quiz/depression, question 2; slides 1 and 2 shown; nothing asked of another host`)
  await context.close()
})

it('can be read by double click where scripts are off, and says what needs them', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  const at = (place: string) => `${pathToFileURL(folder).href}/wandering-nerve-all-offline/${place}`
  await page.goto(at('index.html'))
  await page.getByRole('link', { name: 'Depression', exact: true }).first().click()
  await page.getByText(/Scripts are off: all of this section can be read/).waitFor()
  await page.getByRole('link', { name: 'on paper' }).first().click()
  expect(page.url()).toContain('/handout/depression/index.html')
  await page.goto(at('evidence/index.html'))
  expect(await page.locator('[id^=verdict-]').count()).toBeGreaterThan(20)
  await context.close()
})
