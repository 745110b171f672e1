import type { Locator, Page } from '@playwright/test'
import type { ChoiceQuestion } from '../core/course.ts'
import type { Answer, Attempt, Progress } from '../core/progress.ts'
import { mkdirSync } from 'node:fs'
import process from 'node:process'
import { chromium } from '@playwright/test'
import { loadCourse } from '../content/load-course.ts'
import { SECOND_PRESS_MS } from '../core/asking.ts'
import { HEADLINES } from '../core/course.ts'
import { buildCourse } from './build-course.ts'
import { ensureChromium, launchArgs } from './chromium.ts'
import { addressOf, serve } from './server.ts'

// The pictures of the README and of docs/, taken from the built course: npm run screenshots, or of some alone:
// npm run screenshots -- headline before-after
const wanted = process.argv.slice(2)

const { about, outline, sections, headlines } = await loadCourse(process.cwd())
const slideNo = (id: string) => outline.deck.indexOf(id) + 1
const check = outline.sections.find(({ id }) => id === 'depression')!.checks[0]!
const question = sections.flatMap(section => section.questions).find(({ id }) => id === check)! as ChoiceQuestion

async function answerWrong(page: Page) {
  const root = page.locator(`[data-question="${check}"]`)
  const wrong = Object.keys(question.options).find(key => key !== question.answer)!
  await root.getByRole('radio', { name: question.options[wrong]!.text }).check()
  await root.getByRole('button', { name: 'Check answer' }).click()
  // Sooner it would be the same press once more.
  await page.waitForTimeout(2 * SECOND_PRESS_MS)
  await root.getByRole('button', { name: 'Show the answer' }).click()
  await root.evaluate(element => element.closest('section')?.scrollIntoView())
}

/** Opens the page with a history behind it. */
async function withHistory(page: Page, history: Pick<Progress, 'answers' | 'attempts'>) {
  await page.evaluate(([key, text]) => localStorage.setItem(key!, text!), [`${about.id}.progress`, JSON.stringify({ version: 1, seen: {}, ...history })])
  await page.reload({ waitUntil: 'networkidle' })
}
const attemptOf = (questions: string[], startedAtMs: number): Attempt => ({ section: HEADLINES, seed: 'picture', questions, sinceMs: startedAtMs, startedAtMs, feedback: 'end', origin: 'drawn' })

/** An invented headline, answered wrongly: why, and on which lesson it turns. */
async function answerHeadline(page: Page) {
  const headline = headlines.find(({ id }) => id === `${HEADLINES}.quiet-pillow`)! as ChoiceQuestion
  await withHistory(page, { answers: [], attempts: [{ ...attemptOf([headline.id], 1), feedback: 'each' }] })
  await page.getByRole('button', { name: 'Go on where you stopped' }).click()
  const root = page.locator('[data-question]')
  await root.getByRole('radio', { name: Object.entries(headline.options).find(([key]) => key !== headline.answer)![1].text }).check()
  await root.getByRole('button', { name: 'Check answer' }).click()
  await page.locator('.turns-on').waitFor()
  return page.locator('.card')
}

/** The headlines before the course and after it, as somebody reads them who has learned something. */
async function readForms(page: Page) {
  const startMs = Date.now() - 1000
  const right = { a: [0, 1, 3, 6], b: [0, 1, 2, 3, 5, 6, 7] }
  const forms = (['a', 'b'] as const).map((form, no) => {
    const questions = headlines.filter(headline => headline.form === form).map(({ id }) => id)
    return { attempt: attemptOf(questions, startMs + no * 100), answers: questions.map((question, place): Answer => ({ question, response: null, score: right[form].includes(place) ? 1 : 0, atMs: startMs + no * 100 + place + 1, mode: 'quiz', revision: 1 })) }
  })
  await withHistory(page, { attempts: forms.map(({ attempt }) => attempt), answers: forms.flatMap(({ answers }) => answers) })
  return page.locator('div:has(> dl.lessons)')
}

/** What is done before; a part of the page that it gives back is the picture. */
type Before = (page: Page) => Promise<Locator | void>

const shots: [name: string, path: string, before?: Before][] = [
  ['map', '/'],
  ['reading', '/learn/depression#d02', page => page.locator('#d02').evaluate(element => void element.scrollIntoView())],
  ['question', '/learn/depression', answerWrong],
  ['headline', '/headlines', answerHeadline],
  ['headline-dark', '/headlines', answerHeadline],
  ['before-after', '/headlines', readForms],
  ['before-after-dark', '/headlines', readForms],
  ['slide-cover', '/depression?slides', page => page.locator('.cover .plate > svg').first().waitFor()],
  ['slide-trial', `/${slideNo('depression.d02')}?slides`, page => page.locator('.frame-reveal').first().click()],
  ['slide-verdicts', `/${slideNo(`${outline.sections[0]!.id}.verdicts`)}?slides`],
]

const sizes = { desktop: { width: 1280, height: 720 }, phone: { width: 390, height: 844 } }

await buildCourse({ out: '.test-dist/public', base: '/', presents: false })
const server = await serve('.test-dist/public', { port: 0 })
const browser = await chromium.launch({ executablePath: ensureChromium(), args: launchArgs })
mkdirSync('docs/images', { recursive: true })
for (const [size, viewport] of Object.entries(sizes)) {
  for (const [name, path, before] of shots.filter(([name]) => wanted.length === 0 || wanted.some(beginning => name.startsWith(beginning)))) {
    const page = await browser.newPage({ viewport, reducedMotion: 'reduce', colorScheme: name.endsWith('-dark') ? 'dark' : 'light' })
    await page.goto(addressOf(server) + path, { waitUntil: 'networkidle' })
    const part = await before?.(page)
    await (part ?? page).screenshot({ path: `docs/images/${name}-${size}.png` })
    console.log(`docs/images/${name}-${size}.png`)
    await page.close()
  }
}
await browser.close()
server.close()
