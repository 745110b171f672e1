import type { Page } from '@playwright/test'
import type { Person } from './hall.ts'
import { readdirSync, readFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { readSaved } from '../../core/saved-progress.ts'
import { localNameOf } from '../../live/addresses.ts'
import { ensureChromium, launchArgs } from '../../scripts/chromium.ts'
import { answeredBeforeWords as words } from '../../words/en/room.ts'
import { press, tabTo } from './by-keyboard.ts'
import { choose, course, expect, outlineOf, questionOf, slideNo, test } from './course.ts'
import { BUILT, openHall, person, wireTo } from './hall.ts'
import { clean, fits } from './room-views.ts'

/*
 * A speaker's laptop that gets another address: the phones' pages stand where nobody is any more. One finds the room by
 * the laptop's own name, which a resolver of the network would answer for; one has no such resolver, and types.
 */

const NAME = localNameOf(hostname())
test.use({ launchOptions: { executablePath: ensureChromium(), args: [...launchArgs, `--host-resolver-rules=MAP ${NAME} 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1`] } })

const BEFORE = 'vagus-nerve.fibres'
const SLIDE = 'vagus-nerve.check-fibres'
const { slides, checks } = outlineOf('vagus-nerve')
const question = checks[slides.filter(({ layout }) => layout === 'check').findIndex(({ id }) => id === SLIDE)]!
const BACK_MS = 15_000

const line = (page: Page) => page.locator('p.line')
const kept = (page: Page) => page.getByText('Kept by the room.')

async function answer(page: Page, right: boolean): Promise<void> {
  await choose(page, question, right)
  await page.locator(`[data-question="${question}"]`).getByRole('button', { name: 'Save answer' }).click()
}

/** @returns what the progress at the page's address holds of the question, once it is there */
async function ownScores(page: Page): Promise<number[]> {
  const saved = await page.evaluate(id => localStorage.getItem(`${id}.progress`) ?? '', course.about.id)
  return readSaved(saved).progress.answers.filter(answer => answer.question === question).map(({ score }) => score)
}

test('only the page of a phone may ask beyond the course, and only names of its own network', () => {
  const asks = readdirSync(BUILT, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.html')).map(file => [file, /connect-src[^;"]*/.exec(readFileSync(join(BUILT, file), 'utf8'))?.[0]]).filter(([, asks]) => asks)
  expect(asks).toEqual([['room/index.html', 'connect-src \'self\' http://*.local:*']])
})

/** What comes a little later than joining comes at once. @returns once it is there */
async function joinFully({ page, context }: Person, origin: string, code: string): Promise<void> {
  await context.addInitScript(() => Math.random = () => 0)
  const looks = page.waitForResponse(/\/RoomElsewhere[\w-]*\.js/)
  await page.goto(`${origin}/r/${code}`)
  await expect(line(page)).toHaveText('You are in the room.')
  await looks
}

test('a laptop gets another address: nothing is lost, nobody counts twice, and everyone is back within 15 s of the server', async ({ browser }) => {
  const hall = await openHall([BEFORE, SLIDE])
  const wire = await wireTo(hall.port)
  const [speaker, finding, typing] = await Promise.all([person(browser, { viewport: { width: 1366, height: 768 } }), person(browser), person(browser)])
  const controls = speaker.page.getByRole('complementary', { name: 'Live room' })
  await speaker.page.goto(hall.linkFor('speaker'))
  await expect(controls.getByText(hall.code)).toBeVisible()
  // In the network of this one nobody answers for the laptop's name.
  await typing.context.route(url => url.hostname === NAME, route => route.abort())
  const asked: string[] = []
  for (const phone of [finding, typing]) {
    phone.context.on('request', request => asked.push(request.url()))
    await joinFully(phone, wire.origin, hall.code)
  }
  await speaker.page.goto(`${hall.origin}/presenter/${slideNo(BEFORE)}`)
  await expect(controls.getByText(hall.code)).toBeVisible()
  await speaker.page.keyboard.press('ArrowRight')
  await controls.getByRole('button', { name: 'Open the question' }).click()
  await Promise.all([finding, typing].map(({ page }) => expect(line(page)).toHaveText('A question is open.')))
  await answer(finding.page, true)
  await expect(kept(finding.page)).toBeVisible()

  await test.step('the server goes away, and a vote waits', async () => {
    wire.close()
    await hall.leave()
    await Promise.all([finding, typing].map(({ page }) => expect(line(page)).toContainText('The room is not there just now')))
    await answer(typing.page, false)
    await expect(typing.page.getByText('Kept on this phone, and sent when the room is back.')).toBeVisible()
    const address = typing.page.getByLabel('The room’s new address')
    await expect(address).toBeVisible()
    await clean('a phone that asks for another address', typing.page)
    await fits('a phone that asks for another address', typing.page)
    for (const part of [address, typing.page.getByRole('button', { name: 'Go there' })])
      expect((await part.boundingBox())!.height).toBeGreaterThanOrEqual(44)
    await tabTo(typing.page, address)
    await typing.page.keyboard.type('the laptop')
    await typing.page.keyboard.press('Enter')
    await expect(typing.page.getByText('An address looks like 192.168.1.47:3030.')).toBeVisible()
    await expect(address).toHaveAccessibleDescription(/^An address looks like/)
    await clean('a phone with an address that is none', typing.page)
  })

  await test.step('it is back at another address: one phone finds it, one is told', async () => {
    await hall.comeBack()
    const fromMs = Date.now()
    const found = expect(line(finding.page)).toHaveText('A question is open.', { timeout: BACK_MS }).then(() => Date.now() - fromMs)
    await typing.page.getByLabel('The room’s new address').fill(`127.0.0.1:${hall.port}/r`)
    await press(typing.page, typing.page.getByRole('button', { name: 'Go there' }))
    await expect(kept(typing.page)).toBeVisible({ timeout: BACK_MS })
    const toldMs = Date.now() - fromMs
    const foundMs = await found
    console.log(`back by itself after ${foundMs} ms, told after ${toldMs} ms`)
    expect(Math.max(foundMs, toldMs)).toBeLessThanOrEqual(BACK_MS)
    await expect(kept(finding.page)).toBeVisible()
    // What came along stands in no address, and behind it is no page that is gone.
    expect([finding.page.url(), typing.page.url()]).toEqual([`http://${NAME}:${hall.port}/room/#${hall.code}`, `http://127.0.0.1:${hall.port}/room/#${hall.code}`])
  })

  await test.step('two people, two votes, and each has their own answer once', async () => {
    await expect(controls.getByText('2 of 2 answered')).toBeVisible()
    await controls.getByRole('button', { name: 'Close' }).click()
    await controls.getByRole('button', { name: 'Show what is right' }).click()
    await Promise.all([finding, typing].map(({ page }) => expect(line(page)).toHaveText('The answer is shown.')))
    const { ballots } = await (await speaker.page.request.get(`${hall.origin}/room/${hall.code}/results`)).json()
    expect(ballots[0].votes.map(({ person }: { person: number }) => person)).toEqual([1, 2])
    await expect.poll(() => ownScores(finding.page)).toEqual([1])
    expect(await ownScores(typing.page)).toEqual([0])
  })

  // Nobody but this laptop was asked for anything.
  expect([...new Set(asked.map(url => new URL(url).hostname))].sort()).toEqual(['127.0.0.1', NAME, 'localhost'].sort())
  await Promise.all([speaker, finding, typing].map(({ context }) => context.close()))
  await hall.close()
})

test('a laptop gets another address and its server never ends, so that no line says so: a beat that does not come is asked for, and the phone is back', async ({ browser }) => {
  const hall = await openHall([BEFORE, SLIDE])
  const wire = await wireTo(hall.port)
  const phone = await person(browser)
  await joinFully(phone, wire.origin, hall.code)
  wire.hush()
  const fromMs = Date.now()
  await phone.page.waitForURL(`http://${NAME}:${hall.port}/room/#${hall.code}`)
  await expect(line(phone.page)).toHaveText('You are in the room.')
  const backMs = Date.now() - fromMs
  console.log(`back after ${backMs} ms, of which the next beat was waited for`)
  expect(backMs).toBeLessThanOrEqual(BACK_MS)
  await phone.context.close()
  wire.close()
  await hall.close()
})

test('who scans the new address while a question is open says whether they have answered it: nobody counts twice, and nobody is left out', async ({ browser }) => {
  const hall = await openHall([BEFORE, SLIDE])
  const wire = await wireTo(hall.port)
  const [speaker, first] = await Promise.all([person(browser, { viewport: { width: 1366, height: 768 } }), person(browser)])
  const controls = speaker.page.getByRole('complementary', { name: 'Live room' })
  await speaker.page.goto(hall.linkFor('speaker'))
  await expect(controls.getByText(hall.code)).toBeVisible()
  await first.page.goto(`${wire.origin}/r/${hall.code}`)
  await expect(line(first.page)).toHaveText('You are in the room.')
  await speaker.page.goto(`${hall.origin}/presenter/${slideNo(BEFORE)}`)
  await expect(controls.getByText(hall.code)).toBeVisible()
  await speaker.page.keyboard.press('ArrowRight')
  await controls.getByRole('button', { name: 'Open the question' }).click()
  await answer(first.page, true)
  await expect(kept(first.page)).toBeVisible()
  await expect(controls.getByText('1 of 1 answered')).toBeVisible()

  // The old address is gone with its page, and the server is there under another one.
  wire.close()
  await first.context.close()
  const scan = async () => {
    const phone = await person(browser)
    await phone.page.goto(`http://127.0.0.1:${hall.port}/r/${hall.code}`)
    await expect(phone.page.getByText(words.asks)).toBeVisible()
    return phone
  }
  const card = (page: Page) => page.locator(`[data-question="${question}"]`)

  const same = await scan()
  await test.step('the same person says yes, and has no card', async () => {
    const { page } = same
    await expect(page.getByText(questionOf(question).prompt)).toBeVisible()
    await expect(card(page)).toHaveCount(0)
    await clean('a phone that asks whether its question was answered', page)
    await fits('a phone that asks whether its question was answered', page)
    for (const name of [words.yes, words.no])
      expect((await page.getByRole('button', { name }).boundingBox())!.height).toBeGreaterThanOrEqual(44)
    await press(page, page.getByRole('button', { name: words.yes }))
    await expect(page.getByText(words.counted)).toBeFocused()
    await clean('a phone whose answer from before is counted', page)
    await page.reload()
    await expect(page.getByText(words.counted)).toBeVisible()
    await expect(card(page)).toHaveCount(0)
    await expect(controls.getByText('1 of 1 answered')).toBeVisible()
  })

  const other = await scan()
  await test.step('another says no, and answers', async () => {
    const { page } = other
    await press(page, page.getByRole('button', { name: words.no }))
    await page.reload()
    await answer(page, false)
    await expect(kept(page)).toBeVisible()
    await expect(page.getByText(words.asks)).toHaveCount(0)
    await expect(controls.getByText('2 of 2 answered')).toBeVisible()
  })

  await test.step('both see what the room answered, and the second round asks as any', async () => {
    await controls.getByRole('button', { name: 'Close' }).click()
    for (const { page } of [same, other])
      await expect(page.getByRole('table', { name: 'What the room answered' })).toBeVisible()
    await controls.getByRole('button', { name: 'Ask a second time' }).click()
    await Promise.all([same, other].map(({ page }) => answer(page, true).then(() => expect(kept(page)).toBeVisible())))
    await expect(controls.getByText('2 of 2 answered')).toBeVisible()
  })
  await Promise.all([speaker, same, other].map(({ context }) => context.close()))
  await hall.close()
})
