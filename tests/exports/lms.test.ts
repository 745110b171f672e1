import type { Browser, BrowserContext, Frame, FrameLocator, Page } from '@playwright/test'
import type { Server } from 'node:http'
import type { Files } from '../../exports/target.ts'
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
import { cmi5System, scormSystem } from '../fixtures/learning-system.ts'
import { selectionOf } from '../fixtures/selections.ts'
import { schemaProblems, schemasIn } from '../fixtures/xmllint.ts'

let browser: Browser
/** By version, and by what was chosen: `12 depression`, `cmi5 all` */
let packages: Record<string, Files>
const servers: Server[] = []

beforeAll(async () => {
  const built = buildForLms(process.cwd())
  packages = Object.fromEntries((await Promise.all(['depression', 'all'].map(async (chosen) => {
    const selection = { ...await selectionOf(chosen === 'all' ? undefined : chosen), buildForLms: () => built }
    return Promise.all(Object.entries({ 12: scorm12, 2004: scorm2004, cmi5 }).map(async ([version, target]) =>
      [`${version} ${chosen}`, unzipSync(Object.values(await target.make(selection))[0]!)] as const))
  }))).flat())
  browser = await chromium.launch({ executablePath: ensureChromium(), args: launchArgs })
})
afterAll(async () => {
  await browser?.close()
  servers.forEach(server => server.close())
})

/** Each walk has a system of its own, so that they go side by side. @returns its address */
async function systemWith(files: Files): Promise<string> {
  const server = await scormSystem(files)
  servers.push(server)
  return addressOf(server)
}

/** A page of a learner, in a browser of their own or in this one. What goes wrong in it is added to `trouble`. */
async function learnerPage(trouble: string[], context?: BrowserContext): Promise<Page> {
  const page = await (context ?? await browser.newContext()).newPage()
  await page.addInitScript(takeTime)
  page.on('requestfailed', request => request.failure()?.errorText !== 'net::ERR_ABORTED' && trouble.push(request.url()))
  page.on('response', response => response.status() >= 400 && !response.url().endsWith('favicon.ico') && trouble.push(response.url()))
  page.on('pageerror', error => trouble.push(error.message))
  return page
}

const record = (page: Page) => page.evaluate(() => JSON.parse(sessionStorage.getItem('record')!))

/** @returns what the course itself says of the learner, by what the system keeps for it */
async function ownRecord(page: Page, chosen: string) {
  const { kept, wanted } = await courseOf(chosen)
  const { progress } = readStates([(await record(page)).suspend_data], kept)
  return { progress, standing: standingIn(progress, wanted) }
}

/** @returns the frame that the course lives in */
async function courseIn(page: Page, frame: FrameLocator = page.frameLocator('iframe').frameLocator('iframe')): Promise<Frame> {
  await frame.locator('#app:not([data-hydrating])').first().waitFor()
  return page.frames().find(frame => frame.url().includes('/course-'))!
}

/** Follows a link to the quiz, from the page of its section where no other is named. The page that is left stays for a moment, with questions of its own. */
async function openQuiz(course: Frame, link = course.locator('.onward a[href*="/quiz/depression/"]')): Promise<void> {
  await link.click()
  await course.waitForURL(/\/quiz\/depression\//)
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

/** The course as what was kept of a learner is read by it, and the sections of a package. */
async function courseOf(chosen: string) {
  const { course } = await selectionOf()
  const sections = course.outline.sections
  return { kept: { sections, headlines: course.headlines.map(({ id }) => id) }, wanted: sections.filter(({ id }) => chosen === 'all' || id === chosen) }
}

describe.each([
  { version: '12', archive: 'scorm12.zip', status: (cmi: any) => cmi.core.lesson_status, score: (cmi: any) => cmi.core.score.raw, time: ({ time }: any) => time, end: 'Finish' },
  { version: '2004', archive: 'scorm2004.zip', status: (cmi: any) => cmi.success_status, score: (cmi: any) => cmi.score.raw, time: ({ timestamp }: any) => timestamp.slice(11, 19), end: 'Terminate' },
])('a package of SCORM $version', ({ version, archive, status, score, time, end }) => {
  it('names every file in its manifest, and no other, and holds to the schema', async () => {
    const files = packages[`${version} depression`]!
    const text = strFromU8(files['imsmanifest.xml']!)
    const { manifest } = convert(text, { format: 'object' }) as any
    expect([manifest.resources.resource.file].flat().map((file: any) => file['@href']).sort()).toEqual(Object.keys(files).filter(path => path !== 'imsmanifest.xml').sort())
    expect(manifest.organizations.organization.item['@identifierref']).toBe(manifest.resources.resource['@identifier'])
    expect(await schemaProblems({ 'imsmanifest.xml': text }, schemasIn(`tests/fixtures/schemas/${archive}`), 'all.xsd')).toEqual([])
  })

  it('says nothing that is false in a learning system', () => {
    const pages = Object.entries(packages[`${version} all`]!).filter(([path]) => path.endsWith('.html')).map(([, content]) => strFromU8(content))
    expect(pages.filter(text => /kept in this browser only|nowhere else|No account/.test(text))).toEqual([])
  })

  it.concurrent('of the whole course opens at the map, a quiz of one section is worth a ninth in it, and a second window knows of it', async ({ expect }) => {
    const trouble: string[] = []
    const page = await learnerPage(trouble)
    await page.goto(`${await systemWith(packages[`${version} all`]!)}/lms-${version}`)
    let course = await courseIn(page)
    expect(course.url()).toContain('/index.html')
    // A second window of the learner, with a copy of the record of its own.
    const second = await learnerPage(trouble, page.context())
    await second.goto(page.url())
    await courseIn(second)
    await openQuiz(course, course.getByRole('link', { name: 'Quiz on Depression' }))
    course = await courseIn(page)
    await answerQuiz(course, true)
    for (const window of [page, second])
      await expect.poll(async () => Number(score(await record(window)))).toBe(11.1111)
    expect(status(await record(page))).toBe(version === '12' ? 'incomplete' : 'unknown')
    expect(Number(score(await record(page)))).toBeCloseTo((await ownRecord(page, 'all')).standing.score! * 100, 3)
    expect(await page.evaluate(() => (window as any).refused)).toEqual([])
    expect(await page.evaluate(() => (window as any).calls.filter((name: string) => name === 'Initialize').length)).toBe(1)
    expect(trouble).toEqual([])
    await page.context().close()
  })

  it.concurrent('of one section resumes after it was closed hard, and its record of a failed and a passed quiz is equal to the course’s own', async ({ expect }) => {
    const trouble: string[] = []
    const address = `${await systemWith(packages[`${version} depression`]!)}/lms-${version}`
    const page = await learnerPage(trouble)
    await page.goto(address)
    let course = await courseIn(page)
    expect(course.url()).toContain('/learn/depression/index.html')
    await openQuiz(course)
    course = await courseIn(page)
    await answerQuiz(course, false, 2)
    const halfway = await course.locator('[data-question]').getAttribute('data-question')
    await expect.poll(() => page.evaluate(() => (window as any).calls.filter((name: string) => name === 'Commit').length)).toBeGreaterThan(1)
    // Both answers: what is given in the half second before a hard end is given again.
    await expect.poll(async () => Object.keys((await record(page)).interactions ?? {}).length).toBe(2)
    expect(await page.evaluate(() => (window as any).calls.filter((name: string) => name === 'Initialize').length)).toBe(1)

    // Closed hard: the record is what was committed, and a new document begins a new session.
    const left = await record(page)
    await page.context().close()
    const again = await learnerPage(trouble)
    await again.addInitScript(record => location.pathname.startsWith('/lms-') && !sessionStorage.getItem('record') && sessionStorage.setItem('record', record), JSON.stringify(left))
    await again.goto(address)
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
    await expect.poll(async () => (await ownRecord(again, 'depression')).standing.passed).toBe(true)
    await expect.poll(async () => status(await record(again))).toBe('passed')
    expect(await again.evaluate(() => (window as any).refused)).toEqual([])
    expect(await again.evaluate(() => Object.keys(localStorage))).toEqual([])
    await again.frames().find(frame => frame.url().endsWith('/package/index.html'))!.goto('about:blank')
    await expect.poll(() => again.evaluate(() => (window as any).calls.at(-1))).toBe(end)
    expect(trouble).toEqual([])
    // The record beside the course's own.
    const last = await record(again)
    const { progress, standing } = await ownRecord(again, 'depression')
    const recorded = Object.values(last.interactions).map((one: any) => [one.id.replace(/^urn:.*:/, '').replace(/-s\d+$/, '').replace('_', '.'), time(one), one.result.replace('incorrect', 'wrong')].join(' '))
    const own = progress.answers.map(({ question, score, atMs }) => [question, new Date(atMs).toISOString().slice(11, 19), score >= 1 ? 'correct' : score <= 0 ? 'wrong' : String(Number(score.toFixed(4)))].join(' '))
    expect(recorded.filter(one => !own.includes(one))).toEqual([])
    const latest = new Map(progress.answers.map((answer, place) => [answer.question, own[place]!]))
    expect([...latest.values()].filter(one => !recorded.includes(one))).toEqual([])
    expect(Number(score(last))).toBeCloseTo(standing.score! * 100, 3)
    console.log(`SCORM ${version}: ${Object.keys(last.interactions).length} interactions, none refused; resumed at ${halfway}; suspend_data ${last.suspend_data.length} characters; score ${score(last)}, ${status(last)}; ${recorded.length} records of ${own.length} answers equal to the course's own`)
    await again.context().close()
  })
})

describe('a package of cmi5', () => {
  /** A system with a package in it, as one learner meets it. */
  async function systemOf(chosen: string) {
    const files = packages[`cmi5 ${chosen}`]!
    const trouble: string[] = []
    const { server: lms, store } = await cmi5System(files)
    servers.push(lms)

    /** As a system launches a unit: a new session, in a window of its own, so many days later. */
    async function launch(days = 0): Promise<{ page: Page, course: Frame }> {
      const { actor, ...launched } = store.launch('depression')
      const page = await (await browser.newContext()).newPage()
      await page.addInitScript(takeTime)
      if (days > 0)
        await page.clock.setFixedTime(Date.now() + days * 86_400_000)
      page.on('pageerror', error => trouble.push(error.message))
      page.on('response', response => response.status() >= 400 && response.status() < 500 && !/favicon|stateId=(?:progress|unit)|agents\/profile/.test(response.url()) && trouble.push(response.url()))
      await page.goto(`${addressOf(lms)}/package/index.html?section=depression&${new URLSearchParams({ ...launched, actor: JSON.stringify(actor) })}`)
      const course = await courseIn(page, page.frameLocator('iframe'))
      return { page, course }
    }

    return { store, launch, trouble }
  }

  async function quizAfter({ page, course }: { page: Page, course: Frame }): Promise<Frame> {
    await openQuiz(course)
    return courseIn(page, page.frameLocator('iframe'))
  }

  async function leave(page: Page): Promise<void> {
    await page.getByRole('button', { name: 'Leave the course' }).click()
    await page.waitForURL('**/back')
    await page.context().close()
  }

  it.concurrent('of one section has its unit opened, answered and left', async ({ expect }) => {
    const { store, launch, trouble } = await systemOf('depression')
    const { page, course } = await launch()
    expect(course.url()).toContain('/learn/depression/index.html')
    store.dislikes.set('answered', 500)
    await answerQuiz(await quizAfter({ page, course }), true, 1)
    await page.getByRole('alert').filter({ hasText: 'does not take a record of what you did at the moment. Your progress here is kept.' }).waitFor()
    store.dislikes.clear()
    await page.getByRole('alert').waitFor({ state: 'hidden' })
    await leave(page)
    expect(store.verbs.filter(verb => verb !== 'failed')).toEqual(['initialized', 'answered', 'terminated'])
    expect(store.refused).toEqual([])
    expect(trouble).toEqual([])
  })

  it.concurrent('of the whole course resumes after a unit of it was closed hard, and its statements of a failed and a passed quiz are equal to the course’s own record', async ({ expect }) => {
    const { store, launch, trouble } = await systemOf('all')
    const first = await launch()
    expect(first.course.url()).toContain('/learn/depression/index.html')
    const quiz = await quizAfter(first)
    await answerQuiz(quiz, false, 2)
    const halfway = await quiz.locator('[data-question]').getAttribute('data-question')
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
    const { kept, wanted } = await courseOf('depression')
    const documents = [...store.states].filter(([key]) => key.startsWith('progress:') && key.endsWith(courseIri('wandering-nerve'))).map(([, document]) => (document as { suspendData: string }).suspendData)
    const { progress } = readStates(documents, kept)
    const stated = store.statements.filter(({ verb }) => verb.id.endsWith('answered'))
    expect(stated.map(({ object, result, timestamp }) => [object.id, result!.score!.scaled, timestamp])).toEqual(progress.answers.map(({ question, score, atMs }) => [questionIri('wandering-nerve', question), score, new Date(atMs).toISOString()]))
    const standing = standingIn(progress, wanted)
    expect(standing.passed).toBe(true)
    expect(store.statements.find(({ verb }) => verb.id.endsWith('passed'))!.result!.score!.scaled).toBe(standing.score)
    console.log(`cmi5: ${store.statements.length} statements, all valid, none refused; resumed at ${halfway}; failed, then passed with ${standing.score}; ${stated.length} of ${progress.answers.length} answers equal to the course's own`)
  })
})
