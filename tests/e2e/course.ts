import type { Page } from '@playwright/test'
import type Axe from 'axe-core'
import type { Course } from '../../content/load-course.ts'
import type { AskedQuestion } from '../../core/course.ts'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import process from 'node:process'
import { test as base, expect } from '@playwright/test'
import { loadCourse } from '../../content/load-course.ts'

/** The same course that was built, for what a test must know of it: right answers, slide numbers. */
export const course: Course = process.env.COURSE ? JSON.parse(readFileSync(process.env.COURSE, 'utf8')) : await loadCourse(process.cwd())

export const slideNo = (id: string): number => course.outline.deck.indexOf(id) + 1
export const outlineOf = (id: string) => course.outline.sections.find(section => section.id === id)!
export const questionOf = (id: string) => course.sections.flatMap(section => section.questions).find(question => question.id === id)!
/** The same, or an invented headline: whatever a quiz may ask */
export const askedOf = (id: string): AskedQuestion => course.headlines.find(headline => headline.id === id) ?? questionOf(id)

/** Runs in the page: its clock goes on by a second with each press, which takes no time from the test. */
export function takeTime(): void {
  let pausesMs = 0
  for (const type of ['pointerdown', 'keydown'])
    addEventListener(type, event => pausesMs += (event as KeyboardEvent).repeat ? 0 : 1000, true)
  const now = performance.now.bind(performance)
  const timeStamp = Object.getOwnPropertyDescriptor(Event.prototype, 'timeStamp')!.get!
  performance.now = () => now() + pausesMs
  Object.defineProperty(Event.prototype, 'timeStamp', {
    get(this: Event) {
      return timeStamp.call(this) + pausesMs
    },
  })
}

/** Requests to any other host and errors of the page, seen in every test: each of them fails it. */
export const test = base.extend<{ clean: void, expectTrouble: boolean, hasty: boolean }>({
  /** For tests of presses in quick succession. In all others each press comes a second after the one before, as from people. */
  hasty: [false, { option: true }],
  /** For tests that take the connection away: then the browser's own complaints are no failure */
  expectTrouble: [false, { option: true }],
  // eslint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs from this pattern
  baseURL: async ({}, use) => use(process.env.SITE_URL),
  clean: [async ({ context, expectTrouble, hasty, page }, use) => {
    if (!hasty)
      await context.addInitScript(takeTime)
    const trouble: string[] = []
    // Heard and not intercepted, which would cost each request a round trip; the browser resolves no other name (playwright.config.ts).
    context.on('request', request => /^(?:http|ws)/.test(request.url()) && new URL(request.url()).hostname !== 'localhost' && trouble.push(`request to another host: ${request.url()}`))
    page.on('pageerror', error => trouble.push(`error: ${error.message}`))
    // The icon of a file that is no page, as a test opens one, is asked for by the browser itself.
    page.on('console', message => message.type() === 'error' && !message.location().url.endsWith('/favicon.ico') && trouble.push(`console: ${message.text()} ${message.location().url}`))
    await use()
    if (!expectTrouble)
      expect(trouble).toEqual([])
  }, { auto: true }],
})

export { expect }

/** Opens a slide and waits until the deck is ready for keys. */
export async function openSlide(page: Page, no: number, at = ''): Promise<void> {
  // On a phone held upright the address alone leads to the words; Slidev keeps what is asked for in every address.
  const { width, height } = page.viewportSize()!
  await page.goto(`${at}/${no}${width < Math.min(700, height) ? '?slides' : ''}`)
  await slideReady(page, no)
}

/** Waits until a slide of the deck is drawn, and the slide behind it, which comes once the deck is idle. */
export async function slideReady(page: Page, no: number): Promise<void> {
  await page.locator(`.slidev-page-${no} main.frame`).waitFor()
  await page.locator(`.slidev-page-${no < course.outline.deck.length ? no + 1 : no - 1} .frame`).waitFor({ state: 'attached' })
}

/** Opens a section's reading page and waits for its words. */
export async function openReading(page: Page, section: string): Promise<void> {
  await page.goto(`/learn/${section}`)
  await page.locator('.onward').waitFor()
}

/** Scrolls to the end of a part and stays, as somebody who reads it, until it is kept as read. */
export async function readPart(page: Page, id: string): Promise<void> {
  await page.locator(`[data-end="${id}"]`).evaluate(end => end.scrollIntoView({ block: 'center', behavior: 'instant' }))
  await expect.poll(() => page.evaluate(part => part in (JSON.parse(localStorage.getItem('wandering-nerve.progress') ?? '{}').seen ?? {}), id)).toBe(true)
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe finds, one line a fault, by all of its rules, by `only` these, or by all `without` those; `within` a part of it. Axe comes into a document once, and writes none of it out: its places are told. */
export async function axeFaults(page: Page, { only, without = [], within }: { only?: string[], without?: string[], within?: string } = {}): Promise<string[]> {
  if (!await page.evaluate(() => 'axe' in window))
    await page.evaluate(`${axeSource}; axe.configure({ noHtml: true })`)
  return page.evaluate(async ({ only, without, within }) => {
    const { axe } = window as unknown as { axe: typeof Axe }
    const { violations } = await axe.run(within ?? document, {
      resultTypes: ['violations'],
      ...only && { runOnly: { type: 'rule', values: only } },
      rules: Object.fromEntries(without.map(id => [id, { enabled: false }])),
    })
    return violations.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.target.join(' ')} ${node.failureSummary?.split('\n')[1] ?? ''}`))
  }, { only, without, within })
}

/** Gives a question on the page its right answer (or a wrong one) by the visible controls. */
export async function answer(page: Page, id: string, right = true): Promise<void> {
  const root = page.locator(`[data-question="${id}"]`)
  await choose(page, id, right)
  await root.getByRole('button', { name: /^Check (?:answer|again)$/ }).click()
  // On a page that is not hydrated yet the answer is heard a moment later.
  await expect(root.getByRole('status')).not.toBeEmpty()
}

/** The same, and does not send it. */
export async function choose(page: Page, id: string, right = true): Promise<void> {
  const question = askedOf(id)
  const root = page.locator(`[data-question="${id}"]`)
  const keys = 'options' in question ? Object.keys(question.options) : []
  switch (question.type) {
    case 'choice':
    case 'hotspot': {
      const key = right ? question.answer : keys.find(key => key !== question.answer)!
      await root.locator('.options').locator(`input[value="${key}"]`).check()
      break
    }
    case 'choices':
      for (const key of keys)
        await root.getByRole('checkbox', { name: question.options[key]!.text, exact: true }).setChecked(question.answer.includes(key) === right)
      break
    case 'match':
      for (const [key, target] of Object.entries(question.answer)) {
        const wrong = Object.keys(question.targets).find(other => other !== target)!
        await root.getByLabel(question.options[key]!.text, { exact: true }).selectOption(right ? target : wrong)
      }
      break
    case 'sort':
      for (const [key, bin] of Object.entries(question.answer)) {
        const wrong = Object.keys(question.bins).find(other => other !== bin)!
        await root.getByRole('radiogroup', { name: question.options[key]!.text, exact: true }).locator(`input[value="${right ? bin : wrong}"]`).check()
      }
      break
    case 'gap':
      for (const [place, gap] of Object.values(question.gaps).entries()) {
        const field = root.getByLabel(`Gap ${place + 1} of ${Object.keys(question.gaps).length}`)
        if ('choices' in gap)
          await field.selectOption(right ? gap.answer : Object.keys(gap.choices).find(key => key !== gap.answer)!)
        else
          await field.fill(right ? gap.accept[0]! : 'something else')
      }
      break
    case 'estimate': {
      const far = question.answer - 3 * question.tolerance >= question.min ? question.min : question.max
      await root.getByLabel('Your guess', { exact: true }).fill(String(right ? question.answer : far))
      break
    }
    case 'order': {
      const goal = right ? question.answer : [...question.answer].reverse()
      // Left alone it would be no answer: one move down first, and there is always something to put right.
      await root.getByRole('button', { name: /^Move down/ }).first().click()
      for (const [place, key] of goal.entries()) {
        const up = root.getByRole('button', { name: `Move up: ${question.options[key]!.text}`, exact: true })
        const shown = await root.locator('li[data-key]').evaluateAll(items => items.map(item => (item as HTMLElement).dataset.key))
        for (let at = shown.indexOf(key); at > place; at--)
          await up.click()
      }
    }
  }
}
