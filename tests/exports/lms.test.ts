import type { Browser, Frame, FrameLocator, Page } from '@playwright/test'
import type { Server, ServerResponse } from 'node:http'
import type { Files } from '../../exports/target.ts'
import { Buffer } from 'node:buffer'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { chromium } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { convert } from 'xmlbuilder2'
import { courseIri, questionIri } from '../../core/xapi-ids.ts'
import { cmi5 } from '../../exports/lms/cmi5.ts'
import { scorm12, scorm2004 } from '../../exports/lms/scorm.ts'
import { buildForLms } from '../../scripts/build-lms.ts'
import { ensureChromium, launchArgs } from '../../scripts/chromium.ts'
import { addressOf } from '../../scripts/server.ts'
import { readStates, standingIn } from '../../site/shell/state.ts'
import { answer, takeTime } from '../e2e/course.ts'
import { RecordStoreStub } from '../fixtures/record-store.ts'
import { selectionOf } from '../fixtures/selections.ts'
import { schemaProblems, schemasIn } from '../fixtures/xmllint.ts'

const lms = createRequire(import.meta.url).resolve('scorm-again').replace(/dist\/.*/, 'dist/scorm-again.min.js')

/** The page of a learning system: scorm-again, with the limits of SCORM 1.2 that it does not hold to itself. */
const lmsPage = `<!doctype html><title>A learning system</title><script src="/lms.js"></script>
<script>
  const calls = window.calls = []
  const refused = window.refused = []
  const left = JSON.parse(sessionStorage.getItem('record') || 'null')
  const is12 = location.pathname.includes('12')
  const api = is12 ? new Scorm12API({ autocommit: false }) : new Scorm2004API({ autocommit: false })
  if (left) api.loadFromJSON(left)
  const prefix = is12 ? 'LMS' : ''
  const strict = (element, value) => !is12 || !(
    (element === 'cmi.suspend_data' && value.length > 4096) ||
    (/location$|student_response$|pattern$/.test(element) && value.length > 255) ||
    (/interactions\\.\\d+\\.id$/.test(element) && !/^[\\w-]{1,255}$/.test(value)) ||
    (/result$/.test(element) && !/^(?:correct|wrong|unanticipated|neutral|\\d+(?:\\.\\d+)?)$/.test(value)))
  const shown = {}
  for (const name of ['Initialize', 'GetValue', 'SetValue', 'Commit', is12 ? 'Finish' : 'Terminate', 'GetLastError', 'GetErrorString', 'GetDiagnostic'])
    shown[prefix + name] = (...values) => {
      const taken = name === 'SetValue' && !strict(...values) ? 'false' : api[prefix + name](...values)
      calls.push(name)
      if (name === 'SetValue' && String(taken) !== 'true') refused.push(values.join(': '))
      if (name === 'Commit') { const whole = api.renderCMIToJSONObject(); sessionStorage.setItem('record', JSON.stringify(whole.cmi || whole)) }
      return taken
    }
  window[is12 ? 'API' : 'API_1484_11'] = shown
</script>
<iframe src="/package/index.html" style="width:100%;height:90vh"></iframe>`

let browser: Browser
let packages: Record<string, Files>
let server: Server
let shown: Files

beforeAll(async () => {
  const built = buildForLms(process.cwd())
  const selection = { ...await selectionOf('depression'), buildForLms: () => built }
  packages = Object.fromEntries(await Promise.all(Object.entries({ 12: scorm12, 2004: scorm2004, cmi5 }).map(async ([version, target]) =>
    [version, unzipSync(Object.values(await target.make(selection))[0]!)])))
  // As an LMS's file server: no folder is shown, only files.
  server = createServer(({ url = '' }, response) => {
    const path = url.split(/[?#]/)[0]!
    const content = path.startsWith('/lms-') ? lmsPage : path === '/lms.js' ? readFileSync(lms) : shown[path.replace('/package/', '')]
    sendFile(response, path, content)
  })
  await new Promise<void>(resolve => server.listen(0, 'localhost', resolve))
  browser = await chromium.launch({ executablePath: ensureChromium(), args: launchArgs })
})
afterAll(async () => {
  await browser?.close()
  server?.close()
})

function sendFile(response: ServerResponse, path: string, content?: Uint8Array | string): void {
  const types = { html: 'text/html', js: 'text/javascript', svg: 'image/svg+xml', css: 'text/css', woff2: 'font/woff2' }
  const type = Object.entries(types).find(([ending]) => path.endsWith(`.${ending}`))?.[1] ?? 'text/html'
  response.writeHead(content === undefined ? 404 : 200, { 'Content-Type': type }).end(content)
}

const record = (page: Page) => page.evaluate(() => JSON.parse(sessionStorage.getItem('record')!))

/** @returns the frame that the course lives in */
async function courseIn(page: Page, frame: FrameLocator = page.frameLocator('iframe').frameLocator('iframe')): Promise<Frame> {
  await frame.locator('#app:not([data-hydrating])').first().waitFor()
  return page.frames().find(frame => frame.url().includes('/course-'))!
}

/** Answers the questions of a quiz that is open, all of them or so many. */
async function answerQuiz(frame: Frame, right: boolean, most = Infinity): Promise<void> {
  const question = frame.locator('[data-question]')
  await question.waitFor()
  for (let count = 0; count < most && await question.isVisible(); count++) {
    const id = (await question.getAttribute('data-question'))!
    await answer(frame as unknown as Page, id, right)
    await question.getByRole('button', { name: /Next question|See the result/ }).click()
    await frame.locator(`[data-question]:not([data-question="${id}"]), h2.result`).first().waitFor()
  }
}

describe.each([
  { version: '12', archive: 'scorm12.zip', status: (cmi: any) => cmi.core.lesson_status, score: (cmi: any) => cmi.core.score.raw, end: 'Finish' },
  { version: '2004', archive: 'scorm2004.zip', status: (cmi: any) => cmi.success_status, score: (cmi: any) => cmi.score.raw, end: 'Terminate' },
])('a package of SCORM $version', ({ version, archive, status, score, end }) => {
  it('names every file in its manifest, and no other, and holds to the schema', async () => {
    const files = packages[version]!
    const text = strFromU8(files['imsmanifest.xml']!)
    const { manifest } = convert(text, { format: 'object' }) as any
    expect([manifest.resources.resource.file].flat().map((file: any) => file['@href']).sort()).toEqual(Object.keys(files).filter(path => path !== 'imsmanifest.xml').sort())
    expect(manifest.organizations.organization.item['@identifierref']).toBe(manifest.resources.resource['@identifier'])
    expect(await schemaProblems({ 'imsmanifest.xml': text }, schemasIn(`tests/fixtures/schemas/${archive}`), 'all.xsd')).toEqual([])
  })

  it('says nothing that is false in a learning system', () => {
    const pages = Object.entries(packages[version]!).filter(([path]) => path.endsWith('.html')).map(([, content]) => strFromU8(content))
    expect(pages.filter(text => /kept in this browser only|nowhere else|No account/.test(text))).toEqual([])
  })

  it('resumes after it was closed hard, and records a failed and a passed quiz as the course does', async () => {
    shown = packages[version]!
    const page = await browser.newPage()
    await page.addInitScript(takeTime)
    const trouble: string[] = []
    page.on('requestfailed', request => request.failure()?.errorText !== 'net::ERR_ABORTED' && trouble.push(request.url()))
    page.on('response', response => response.status() >= 400 && !response.url().endsWith('favicon.ico') && trouble.push(response.url()))
    page.on('pageerror', error => trouble.push(error.message))
    await page.goto(`${addressOf(server)}/lms-${version}`)
    let course = await courseIn(page)
    expect(course.url()).toContain('/learn/depression/index.html')

    await course.getByRole('banner').getByRole('link', { name: 'Map' }).click()
    course = await courseIn(page)
    await course.getByRole('link', { name: 'Quiz on Depression' }).click()
    await answerQuiz(course, false, 2)
    const halfway = await course.locator('[data-question]').getAttribute('data-question')
    await expect.poll(() => page.evaluate(() => (window as any).calls.filter((name: string) => name === 'Commit').length)).toBeGreaterThan(1)
    // Both answers: what is given in the half second before a hard end is given again.
    await expect.poll(async () => Object.keys((await record(page)).interactions ?? {}).length).toBe(2)
    expect(await page.evaluate(() => (window as any).calls.filter((name: string) => name === 'Initialize').length)).toBe(1)

    // Closed hard: the record is what was committed, and a new document begins a new session.
    const left = await record(page)
    await page.close()
    const again = await browser.newPage()
    await again.addInitScript(takeTime)
    again.on('pageerror', error => trouble.push(error.message))
    await again.addInitScript(record => location.pathname.startsWith('/lms-') && !sessionStorage.getItem('record') && sessionStorage.setItem('record', record), JSON.stringify(left))
    await again.goto(`${addressOf(server)}/lms-${version}`)
    course = await courseIn(again)
    expect(course.url()).toContain('/quiz/depression/index.html')
    expect(await course.locator('[data-question]').getAttribute('data-question')).toBe(halfway)
    await answerQuiz(course, false)
    await expect.poll(async () => Number(score(await record(again)))).toBeLessThan(80)
    expect(status(await record(again))).not.toBe('passed')
    expect(status(await record(again))).not.toBe('failed')

    await course.getByRole('button', { name: 'Take it again with new questions' }).click()
    await answerQuiz(course, true)
    await expect.poll(async () => Number(score(await record(again)))).toBe(100)
    // One quiz that was enough is practised; the second, on another day, passes.
    expect(status(await record(again))).not.toBe('passed')
    await again.clock.setFixedTime(Date.now() + 2 * 86_400_000)
    await again.reload()
    course = await courseIn(again)
    await course.getByRole('button', { name: 'Take it again with new questions' }).click()
    await answerQuiz(course, true)
    await expect.poll(async () => status(await record(again))).toBe('passed')
    expect(await again.evaluate(() => (window as any).refused)).toEqual([])
    expect(await again.evaluate(() => Object.keys(localStorage))).toEqual([])
    await again.frames().find(frame => frame.url().endsWith('/package/index.html'))!.goto('about:blank')
    await expect.poll(() => again.evaluate(() => (window as any).calls.at(-1))).toBe(end)
    expect(trouble).toEqual([])
    const last = await record(again)
    console.log(`SCORM ${version}: ${Object.keys(last.interactions).length} interactions, none refused; resumed at ${halfway}; suspend_data ${last.suspend_data.length} characters; score ${score(last)}, ${status(last)}`)
    await again.close()
  })
})

describe('a package of cmi5', () => {
  let lms: Server
  let store: RecordStoreStub
  const trouble: string[] = []

  beforeAll(async () => {
    const files = packages.cmi5!
    lms = createServer(async (request, response) => {
      const path = request.url!.split(/[?#]/)[0]!
      if (path.startsWith('/package/'))
        return sendFile(response, path, files[path.replace('/package/', '')])
      if (path === '/back')
        return sendFile(response, '/back.html', 'Back in the learning system')
      if (!/^\/(?:xapi|fetch)\//.test(path))
        return sendFile(response, path)
      const parts: Buffer[] = []
      for await (const part of request)
        parts.push(part)
      const headers = Object.entries(request.headers).filter(([name]) => /^(?:authorization|content-type|x-experience)/.test(name)) as [string, string][]
      const answer = await store.ask(new Request(new URL(request.url!, addressOf(lms)), { method: request.method, headers, ...parts.length > 0 && { body: Buffer.concat(parts) } }))
      response.writeHead(answer.status, { 'Content-Type': 'application/json' }).end(await answer.text())
    })
    await new Promise<void>(resolve => lms.listen(0, 'localhost', resolve))
    store = new RecordStoreStub(`${addressOf(lms)}/`, { returnURL: `${addressOf(lms)}/back` })
  })
  afterAll(() => {
    lms.close()
  })

  /** As a system launches a unit: a new session, in a window of its own, so many days later. */
  async function launch(days = 0): Promise<{ page: Page, course: Frame }> {
    const { actor, ...launched } = store.launch('depression')
    const page = await (await browser.newContext()).newPage()
    await page.addInitScript(takeTime)
    if (days > 0)
      await page.clock.setFixedTime(Date.now() + days * 86_400_000)
    page.on('pageerror', error => trouble.push(error.message))
    page.on('response', response => response.status() >= 400 && response.status() !== 503 && !/favicon|stateId=(?:progress|unit)|agents\/profile/.test(response.url()) && trouble.push(response.url()))
    await page.goto(`${addressOf(lms)}/package/index.html?section=depression&${new URLSearchParams({ ...launched, actor: JSON.stringify(actor) })}`)
    return { page, course: await courseIn(page, page.frameLocator('iframe')) }
  }

  async function leave(page: Page): Promise<void> {
    await page.getByRole('button', { name: 'Leave the course' }).click()
    await page.waitForURL('**/back')
    await page.context().close()
  }

  it('resumes after it was closed hard, and states a failed and a passed quiz as the course does', async () => {
    const first = await launch()
    expect(first.course.url()).toContain('/learn/depression/index.html')
    await first.course.getByRole('banner').getByRole('link', { name: 'Map' }).click()
    const map = await courseIn(first.page, first.page.frameLocator('iframe'))
    await map.getByRole('link', { name: 'Quiz on Depression' }).click()
    await answerQuiz(map, false, 2)
    const halfway = await map.locator('[data-question]').getAttribute('data-question')
    await expect.poll(() => store.verbs).toEqual(['initialized', 'answered', 'answered'])
    // Its process dies: nothing of the page runs any more.
    const session = await first.page.context().newCDPSession(first.page)
    void session.send('Page.crash').catch(() => {})
    await first.page.waitForEvent('crash')
    await first.page.context().close()
    expect(store.verbs).not.toContain('terminated')

    const second = await launch()
    expect(second.course.url()).toContain('/quiz/depression/index.html')
    expect(await second.course.locator('[data-question]').getAttribute('data-question')).toBe(halfway)
    // While the store takes nothing a word says so, and what it missed is sent again.
    store.isBroken = true
    await answerQuiz(second.course, false, 1)
    await second.page.getByRole('alert').filter({ hasText: 'does not save your progress at the moment' }).waitFor()
    store.isBroken = false
    await second.page.getByRole('alert').waitFor({ state: 'hidden' })
    expect(store.verbs.filter(verb => verb === 'answered')).toHaveLength(3)
    await answerQuiz(second.course, false)
    await leave(second.page)
    expect(store.verbs.slice(-2)).toEqual(['failed', 'terminated'])

    // One quiz that was enough is practised; the second, on another day, passes.
    for (const days of [0, 2]) {
      const later = await launch(days)
      await later.course.getByRole('button', { name: 'Take it again with new questions' }).click()
      await answerQuiz(later.course, true)
      await leave(later.page)
    }
    expect(store.verbs.filter(verb => verb !== 'answered')).toEqual(['initialized', 'initialized', 'failed', 'terminated', 'initialized', 'terminated', 'initialized', 'passed', 'completed', 'terminated'])
    expect(store.refused).toEqual([])
    expect(trouble).toEqual([])

    // The record beside the course's own.
    const course = await selectionOf()
    const documents = [...store.states].filter(([key]) => key.startsWith('progress:') && key.endsWith(courseIri('wandering-nerve'))).map(([, document]) => (document as { suspendData: string }).suspendData)
    const { progress } = readStates(documents, { sections: course.course.outline.sections, headlines: course.course.headlines.map(({ id }) => id) })
    const stated = store.statements.filter(({ verb }) => verb.id.endsWith('answered'))
    expect(stated.map(({ object, result, timestamp }) => [object.id, result!.score!.scaled, timestamp])).toEqual(progress.answers.map(({ question, score, atMs }) => [questionIri('wandering-nerve', question), score, new Date(atMs).toISOString()]))
    const standing = standingIn(progress, course.course.outline.sections.filter(({ id }) => id === 'depression'))
    expect(standing.passed).toBe(true)
    expect(store.statements.find(({ verb }) => verb.id.endsWith('passed'))!.result!.score!.scaled).toBe(standing.score)
    console.log(`cmi5: ${store.statements.length} statements, all valid, none refused; resumed at ${halfway}; failed, then passed with ${standing.score}; ${stated.length} of ${progress.answers.length} answers equal to the course's own`)
  })
})
