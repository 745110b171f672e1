import type { Browser, Page } from '@playwright/test'
import { setTimeout } from 'node:timers/promises'
import { SECOND_PRESS_MS } from '../../core/asking.ts'
import { watchOutcome } from './in-page.ts'
import { onPhone, settle, tookMs } from './profile.ts'

/** Each with the mouse and with a finger */
const ANSWERS = 20
/** Between two taps of somebody who waits for the page to wake up. */
const TAP_AGAIN_MS = 100
const GIVE_UP_MS = 30_000
/** A person looks at what came into view, and points at the button, before pressing it, and holds it down for a moment. */
const LOOK_MS = 300
const POINT_MS = 150
const HOLD_MS = 80

/** @returns selectors of a question (by its id, or of any): what can be chosen, and the button under it */
function partsOf(id?: string) {
  const question = id === undefined ? '[data-question]' : `[data-question="${id}"]`
  return { options: `${question} .options label`, check: `${question} .after > button` }
}
type Parts = ReturnType<typeof partsOf>
const first = partsOf()

/**
 * Opens a page with questions and tries to answer the first one as soon as it can be seen: scrolls to it, taps an option
 * and "Check answer", another option and "Check answer", until the outcome is there.
 * @returns ms from navigation to the outcome
 */
export function measureAnswerableMs(browser: Browser, url: string): Promise<number> {
  return onPhone(browser, async (page) => {
    await page.addInitScript(watchOutcome)
    await page.goto(url, { waitUntil: 'commit' })
    const endMs = Date.now() + GIVE_UP_MS
    for (let tap = 0; Date.now() < endMs; tap++) {
      const outcomeMs = await page.evaluate(() => window.benchOutcomeMs).catch(() => undefined)
      if (outcomeMs !== undefined)
        return outcomeMs
      if (await tapOn(page, first, 'options', tap))
        await tapOn(page, first, 'check', 0)
      await setTimeout(TAP_AGAIN_MS)
    }
    throw new Error(`${url}: no question could be answered within ${GIVE_UP_MS} ms`)
  })
}

/** What presses the button */
export const pointers = ['mouse', 'finger'] as const
export type Pointer = typeof pointers[number]

/**
 * Answers the question of this id on a hydrated page again and again, with another option each time, two answers with the mouse and
 * two with a finger in turn, so that either has first and second tries.
 * @returns for each answer, ms from the press on the button to the frame that shows the outcome
 */
export function measureFeedbackMs(browser: Browser, url: string, id: string): Promise<Record<Pointer, number[]>> {
  const parts = partsOf(id)
  return onPhone(browser, async (page) => {
    await page.goto(url, { waitUntil: 'load' })
    // A part of a page is hydrated when it is nearly in view. A locator would listen along at every press, from then on.
    await page.evaluate(options => document.querySelector(options)!.scrollIntoView({ block: 'center', behavior: 'instant' }), parts.options)
    await settle(page)
    const timesMs: Record<Pointer, number[]> = { mouse: [], finger: [] }
    let given = 0
    for (let turn = 0; given < ANSWERS * pointers.length && turn < 10 * ANSWERS; turn++) {
      // Sooner it would be a second press of the same decision.
      await setTimeout(SECOND_PRESS_MS)
      const phase = await phaseOf(page, parts)
      if (phase === 'open' || phase === 'second-try') {
        const pointer = pointers[Math.floor(given / 2) % pointers.length]!
        await pressOn(page, parts, 'options', turn, pointer)
        await setTimeout(200)
        timesMs[pointer].push(await feedbackMs(page, parts, phase, pointer))
        given++
      }
      else {
        await tapOn(page, parts, 'check', 0)
      }
    }
    if (given < ANSWERS * pointers.length)
      throw new Error(`${url}: only ${given} answers could be given`)
    return timesMs
  })
}

function phaseOf(page: Page, { options }: Parts): Promise<string | undefined> {
  return page.evaluate(options => document.querySelector(options)?.closest<HTMLElement>('[data-question]')?.dataset.phase, options)
}

/** Taps the button and waits for what it tells. */
async function feedbackMs(page: Page, parts: Parts, before: string, pointer: Pointer): Promise<number> {
  await page.evaluate(([options, before]) => {
    const question = document.querySelector(options)!.closest<HTMLElement>('[data-question]')!
    window.benchStep = { tookMs: undefined, isDone: () => question.dataset.phase !== before && question.dataset.outcome !== undefined }
  }, [parts.options, before] as const)
  await pressOn(page, parts, 'check', 0, pointer)
  return tookMs(page, 'the feedback to an answer')
}

/** Taps at once, with the mouse, one of these parts of the first such question that has options. @returns whether there was anything */
async function tapOn(page: Page, parts: Parts, part: keyof Parts, which: number): Promise<boolean> {
  const place = await scrolledTo(page, parts, part, which).catch(() => undefined)
  if (place)
    await page.mouse.click(place.x, place.y)
  return place !== undefined
}

/** As `tapOn`, but as a person presses, so that the work of scrolling and pointing is over before. */
async function pressOn(page: Page, parts: Parts, part: keyof Parts, which: number, pointer: Pointer): Promise<void> {
  const place = await scrolledTo(page, parts, part, which)
  if (!place)
    throw new Error(`${page.url()}: there is no ${parts[part]} to press`)
  await setTimeout(LOOK_MS)
  if (pointer === 'mouse') {
    await page.mouse.move(place.x, place.y)
    await setTimeout(POINT_MS)
    await page.mouse.click(place.x, place.y, { delay: HOLD_MS })
  }
  else {
    const devtools = await page.context().newCDPSession(page)
    await devtools.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [place] })
    await setTimeout(HOLD_MS)
    await devtools.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
    await devtools.detach()
  }
}

/** Scrolls to one of these parts of the first such question that has options. @returns where to press it, in CSS px */
function scrolledTo(page: Page, parts: Parts, part: keyof Parts, which: number): Promise<{ x: number, y: number } | undefined> {
  return page.evaluate(([selector, options, which]) => {
    const question = document.querySelector(options)?.closest('[data-question]')
    const targets = [...document.querySelectorAll(selector)].filter(target => question?.contains(target))
    const target = targets[which % targets.length]
    if (!target)
      return
    target.scrollIntoView({ block: 'center', behavior: 'instant' })
    const { x, y, width, height } = target.getBoundingClientRect()
    return { x: x + Math.min(width / 2, 40), y: y + height / 2 }
  }, [parts[part], parts.options, which] as const)
}
