import type { Page } from '@playwright/test'
import type { ChoiceQuestion } from '../core/course.ts'
import { mkdirSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { loadCourse } from '../content/load-course.ts'
import { buildCourse } from './build-course.ts'
import { ensureChromium, launchArgs } from './chromium.ts'
import { addressOf, serve } from './server.ts'

// The pictures of the README, taken from the built course: npm run screenshots

const { outline, sections } = await loadCourse(process.cwd())
const slideNo = (id: string) => outline.deck.indexOf(id) + 1
const check = outline.sections.find(({ id }) => id === 'depression')!.checks[0]!
const question = sections.flatMap(section => section.questions).find(({ id }) => id === check)! as ChoiceQuestion

async function answerWrong(page: Page) {
  const root = page.locator(`[data-question="${check}"]`)
  const wrong = Object.keys(question.options).find(key => key !== question.answer)!
  await root.getByRole('radio', { name: question.options[wrong]!.text }).check()
  await root.getByRole('button', { name: 'Check answer' }).click()
  await root.getByRole('button', { name: 'Show the answer' }).click()
  await root.evaluate(element => element.closest('section')?.scrollIntoView())
}

const shots: [name: string, path: string, before?: (page: Page) => Promise<void>][] = [
  ['map', '/'],
  ['reading', '/learn/depression#d02', page => page.locator('#d02').evaluate(element => element.scrollIntoView())],
  ['question', '/learn/depression', answerWrong],
  ['slide-cover', '/depression?slides'],
  ['slide-trial', `/${slideNo('depression.d02')}?slides`],
  ['slide-verdicts', `/${slideNo('vagus-nerve.verdicts')}?slides`],
]

const sizes = { desktop: { width: 1280, height: 720 }, phone: { width: 390, height: 844 } }

await buildCourse({ out: '.test-dist/public', base: '/', presents: false })
const server = await serve('.test-dist/public', { port: 0 })
const browser = await chromium.launch({ executablePath: ensureChromium(), args: launchArgs })
mkdirSync('docs/images', { recursive: true })
for (const [size, viewport] of Object.entries(sizes)) {
  for (const [name, path, before] of shots) {
    const page = await browser.newPage({ viewport, reducedMotion: 'reduce' })
    await page.goto(addressOf(server) + path, { waitUntil: 'networkidle' })
    await before?.(page)
    await page.screenshot({ path: `docs/images/${name}-${size}.png` })
    console.log(`docs/images/${name}-${size}.png`)
    await page.close()
  }
}
await browser.close()
server.close()
