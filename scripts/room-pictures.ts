import type { Page } from '@playwright/test'
import type { AskedQuestion } from '../core/course.ts'
import type { Vote } from '../core/room/tally.ts'
import type { StagedRoom } from '../tests/fixtures/staged-room.ts'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { chromium } from '@playwright/test'
import { loadCourse } from '../content/load-course.ts'
import { sectionOf } from '../core/course.ts'
import { madeUpBeliefs, madeUpVotes, stageRoom } from '../tests/fixtures/staged-room.ts'
import { buildRoom } from './build-room.ts'
import { ensureChromium, launchArgs } from './chromium.ts'
import { PHONE } from './with-browser.ts'

/*
 * A live room in pictures: what its projector shows of each type of question and of a claim, with 0, 7 and 300 votes, and
 * beside it a phone, the remote, the speaker's view and the report, in light and dark. 300 phones vote in a real room;
 * their answers are made up. Of each type it is the question of the course that has most to show.
 *
 * npm run room-pictures [-- --built <folder>] [-- order match belief]
 *
 * All stand in exports-out/room-pictures, with sheets of them. The three of the README are copies of one of them each.
 */

const OUT = 'exports-out/room-pictures'
const PROJECTOR = { width: 1280, height: 720 }
const PHONES = 300
const FEW = 7
const TYPES = ['choice', 'choices', 'order', 'match', 'sort', 'gap', 'estimate', 'hotspot'] as const
/** Until the room's next message is drawn everywhere */
const DRAWN_MS = 250

const { values: { built: given }, positionals } = parseArgs({ options: { built: { type: 'string' } }, allowPositionals: true })
const wanted = (name: string) => positionals.length === 0 || positionals.includes(name)
const built = given ?? '.room'
const course = await loadCourse(process.cwd())
if (!given)
  await buildRoom(built, 'slides.md')

/** @returns the slide that asks each question, where one does */
const slideAsking = new Map(course.outline.sections.flatMap(({ slides, checks }) =>
  slides.filter(({ layout }) => layout === 'check').map(({ id }, place) => [checks[place]!, id] as const)))

/** @returns the question of a type that has most to show, of those that stand on a slide where there are any, and where it is asked */
function subjectOf(type: AskedQuestion['type']): { question: AskedQuestion, slide: string } {
  const all = course.sections.flatMap(({ questions }) => questions).filter(question => question.type === type)
  const onSlides = all.filter(({ id }) => slideAsking.has(id))
  const question = (onSlides.length ? onSlides : all).reduce((a, b) => lengthOf(b) > lengthOf(a) ? b : a)
  return { question, slide: slideAsking.get(question.id) ?? course.outline.sections.find(({ id }) => id === sectionOf(question.id))!.slides[0]!.id }
}
function lengthOf(question: AskedQuestion): number {
  const { prompt } = question
  const shown = [question.type === 'gap' ? question.sentence : '', 'options' in question ? Object.values(question.options).map(({ text }) => text) : '', question.type === 'match' ? Object.values(question.targets) : '']
  return JSON.stringify([prompt, shown]).length
}

const subjects = TYPES.map(type => ({ type, ...subjectOf(type) }))
const claim = course.outline.sections[0]!.slides.find(({ layout }) => layout === 'claim')!.id
const agenda = [...new Set([claim, ...subjects.map(({ slide }) => slide)])]

rmSync(OUT, { recursive: true, force: true })
mkdirSync(OUT, { recursive: true })
const browser = await chromium.launch({ executablePath: ensureChromium(), args: launchArgs })
const room = await stageRoom(course, { built, agenda, phones: PHONES })
async function open(viewport: { width: number, height: number }, link: string) {
  const page = await (await browser.newContext({ viewport, reducedMotion: 'reduce' })).newPage()
  await page.goto(link, { waitUntil: 'networkidle' })
  await page.evaluate(() => document.fonts.ready)
  return page
}

/** Pictures by the sheet they come on */
const sheets = new Map<string, string[]>()
async function shoot(page: Page, sheet: string, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.waitForTimeout(DRAWN_MS / 2)
    const path = join(OUT, `${sheet}-${name}-${colorScheme}.png`)
    await page.screenshot({ path })
    const key = `${sheet}-${colorScheme}`
    sheets.set(key, [...sheets.get(key) ?? [], path])
  }
}

const projector = await open(PROJECTOR, room.linkFor('projector'))
const phone = await open(PHONE, `${room.origin}/r/${room.code}`)
async function both(sheet: string, name: string) {
  await projector.waitForTimeout(DRAWN_MS)
  await shoot(projector, sheet, name)
  await shoot(phone, `phone-${sheet}`, name)
}
await shoot(projector, 'join', 'projector')

/** A round of a ballot, from its opening to the end. */
async function round(room: StagedRoom, sheet: string, subject: { question: string } | { belief: string }, { name, votes, no = 1, shows = true }: { name: string, votes: Vote[], no?: 1 | 2, shows?: boolean }): Promise<string> {
  const ballot = await room.open(subject, no)
  if (votes.length === 0)
    await both(sheet, `${name}-open`)
  await room.vote(ballot, votes)
  await room.command({ type: 'close', ballot })
  await both(sheet, `${name}-closed`)
  if (shows) {
    await room.command({ type: 'reveal', ballot })
    await both(sheet, `${name}-shown`)
  }
  return ballot
}

for (const { type, question, slide } of subjects.filter(({ type }) => wanted(type))) {
  console.log(type, question.id)
  await room.command({ type: 'steer', slide, clicks: 0, black: false })
  for (const n of [0, FEW, PHONES]) {
    const subject = { question: question.id }
    const asked = [await round(room, type, subject, { name: `${n}`, votes: madeUpVotes(question, n, 3), shows: n > 0 })]
    if (n > 0)
      asked.push(await round(room, type, subject, { name: `${n}-again`, votes: madeUpVotes(question, n, 7, 2), no: 2, shows: n === PHONES }))
    // Those of the most stay for the report.
    for (const ballot of n < PHONES ? asked.reverse() : [])
      await room.command({ type: 'void', ballot })
  }
}
if (wanted('belief')) {
  const subject = { belief: sectionOf(claim) }
  await room.command({ type: 'steer', slide: claim, clicks: 0, black: false })
  for (const n of [0, FEW, PHONES]) {
    const before = await round(room, 'belief', subject, { name: `${n}-before`, votes: madeUpBeliefs(n, 'before'), shows: false })
    const after = await round(room, 'belief', subject, { name: `${n}-after`, votes: madeUpBeliefs(n, 'after'), no: 2 })
    for (const ballot of n < PHONES ? [after, before] : [])
      await room.command({ type: 'void', ballot })
  }
}

/** Sheets of some pictures each, to be looked at. */
const MOST = 6
const page = await browser.newPage()
for (const [name, pictures] of sheets) {
  const columns = name.startsWith('phone') ? 6 : 2
  for (let from = 0; from < pictures.length; from += MOST) {
    await page.setViewportSize({ width: columns === 2 ? 2 * 1000 : 6 * 330, height: 400 })
    await page.setContent(`<style>body { margin: 6px; background: #777; display: grid; grid-template-columns: repeat(${columns}, 1fr); gap: 6px; } img { width: 100%; }</style>${pictures.slice(from, from + MOST).map(path => `<img src="data:image/png;base64,${readFileSync(path).toString('base64')}">`).join('')}`)
    const path = join(OUT, `sheet-${name}${pictures.length > MOST ? `-${from / MOST + 1}` : ''}.png`)
    await page.screenshot({ path, fullPage: true })
    console.log(path)
  }
}
await browser.close()
await room.close()
