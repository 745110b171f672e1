import type { Browser, Page } from '@playwright/test'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { WORDS_A_MINUTE } from '../content/reading-time.ts'
import { PHONE, withBrowser } from './with-browser.ts'

// A picture every 20 s of a new learner's first five minutes on a phone, side by side, and when they answered first: npm run film-strip

/*
 * The learner is simulated, as are the seconds. They read every word that is in sight, in its order, then scroll on: 238
 * words a minute, half a minute for a figure (the rule of content/reading-time.ts). A question takes its words and ten
 * seconds to choose, half a minute at least, and a quarter of one to read what is said then. On the map they press the
 * button of their way when they have read what stands above it; a page goes on by the last button at its end.
 */
const LENGTH_S = 300
const EVERY_S = 20
const WORDS_A_SECOND = WORDS_A_MINUTE / 60
const FIGURE_S = 30
const CHOOSE_S = 10
const LEAST_ANSWER_S = 30
const FEEDBACK_S = 15
/** To find a button and press it */
const PRESS_S = 2
const OUT = 'film-strip'

/** Both ways that the map offers to whoever has done nothing yet, by their button */
const WAYS = { tour: 'first', section: 'last' } as const

interface Look {
  words: number
  figures: number
  /** The question that is next, and how many words it has */
  question?: { id: string, words: number }
  isEnd: boolean
}

/** Runs in the page. @returns what is in sight before the next question and was not read yet, and marks it as read */
function look(): Look {
  const read = (window as { wasRead?: WeakSet<Node> }).wasRead ??= new WeakSet<Node>()
  const main = document.querySelector('main')!
  const lastButton = [...document.querySelectorAll('.go a.button')].at(-1)
  const wordsIn = (text: string) => text.split(/\s+/).filter(word => /\w/.test(word)).length
  /** @returns the share of it that can be seen, 0 … 1 */
  const inSight = (node: Node) => {
    const element = node instanceof Element ? node : node.parentElement!
    const range = document.createRange()
    range.selectNode(node)
    const { top, bottom, width } = range.getBoundingClientRect()
    if (width < 2 || element.closest('.visually-hidden, svg') || !element.checkVisibility({ contentVisibilityAuto: true }))
      return 0
    const end = Math.min(innerHeight - 60, element.closest('.fold:not(.unfolded)')?.getBoundingClientRect().bottom ?? innerHeight)
    return Math.max(0, Math.min(1, (end - top) / (bottom - top)))
  }
  const wordsOf = (root: Element) => {
    let words = 0
    for (const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT); walker.nextNode();)
      words += inSight(walker.currentNode) > 0 ? wordsIn(walker.currentNode.textContent!) : 0
    return words
  }
  const seen = { words: 0, figures: 0, isEnd: scrollY + innerHeight >= document.documentElement.scrollHeight - 4 }
  for (const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT); walker.nextNode();) {
    const node = walker.currentNode
    if (lastButton && !lastButton.contains(node) && lastButton.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING)
      break
    const element = node instanceof HTMLElement ? node : node.parentElement!
    const whole = element.closest<HTMLElement>('figure, [data-question]')
    if (read.has(whole ?? node) || (node instanceof HTMLElement && !whole))
      continue
    const share = inSight(whole ?? node)
    // A figure is looked at when half of it is in sight; a question when it has begun.
    if (share < (whole?.matches('figure') ? 0.5 : 0.01)) {
      if (whole && share > 0)
        break
      continue
    }
    read.add(whole ?? node)
    if (whole?.dataset.question) {
      whole.scrollIntoView({ block: whole.getBoundingClientRect().height < innerHeight - 60 ? 'center' : 'start' })
      return { ...seen, isEnd: false, question: { id: whole.dataset.question, words: wordsOf(whole) } }
    }
    if (whole)
      seen.figures++
    else
      seen.words += wordsIn(node.textContent!) * share
  }
  return seen
}

/** Chooses something in each control, as somebody who guesses, and checks it. */
async function answer(page: Page, id: string): Promise<void> {
  const root = page.locator(`[data-question="${id}"]`)
  await root.scrollIntoViewIfNeeded()
  const radio = root.locator('.options input').first()
  if (await radio.count() > 0)
    await radio.check()
  const field = root.getByLabel('Your guess', { exact: true })
  if (await field.count() > 0)
    await field.fill('40')
  await root.getByRole('button', { name: /^Check/ }).click({ timeout: 3000 }).catch(() => {})
  await page.waitForTimeout(800)
}

interface Film {
  shots: { atS: number, what: string, file: string }[]
  firstAnswerS?: number
}

async function film(browser: Browser, address: string, way: keyof typeof WAYS): Promise<Film> {
  const page = await browser.newPage({ viewport: PHONE, reducedMotion: 'reduce', hasTouch: true })
  await page.goto(address, { waitUntil: 'networkidle' })
  const shots: Film['shots'] = []
  let nowS = 0
  let firstAnswerS: number | undefined
  /** Seconds go by with what is on the screen. */
  async function spend(seconds: number) {
    const untilS = nowS + seconds
    for (let atS = shots.length * EVERY_S; atS <= Math.min(untilS, LENGTH_S); atS += EVERY_S) {
      const file = `${OUT}/${way}-${String(atS).padStart(3, '0')}.png`
      await page.screenshot({ path: file })
      shots.push({ atS, what: new URL(page.url()).pathname, file })
    }
    nowS = untilS
  }
  while (nowS <= LENGTH_S) {
    const { words, figures, question, isEnd } = await page.evaluate(look)
    await spend(words / WORDS_A_SECOND + figures * FIGURE_S)
    if (question) {
      await spend(Math.max(LEAST_ANSWER_S, question.words / WORDS_A_SECOND + CHOOSE_S))
      firstAnswerS ??= nowS
      await answer(page, question.id)
      await spend(FEEDBACK_S)
      continue
    }
    const isMap = new URL(page.url()).pathname === '/'
    const next = isMap ? page.locator('.go a.button')[WAYS[way]]() : isEnd ? page.locator('main a.button').last() : undefined
    if (next) {
      await spend(PRESS_S)
      await next.click()
      await page.waitForLoadState('networkidle')
    }
    else {
      await page.evaluate(() => scrollBy(0, innerHeight * 0.75))
      // A question that came into sight is loaded then.
      await page.waitForTimeout(300)
      await spend(1)
    }
  }
  await page.close()
  return { shots, firstAnswerS }
}

function clock(atS: number): string {
  const whole = Math.ceil(atS)
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}

rmSync(OUT, { recursive: true, force: true })
mkdirSync(OUT, { recursive: true })
await withBrowser(async (browser, address) => {
  const strip = await browser.newPage({ viewport: { width: 1640, height: 900 } })
  const picture = (file: string) => `data:image/png;base64,${readFileSync(file).toString('base64')}`
  const lines: string[] = []
  for (const way of ['tour', 'section'] as const) {
    const { shots, firstAnswerS } = await film(browser, address, way)
    const said = `${way}: ${firstAnswerS === undefined ? 'no question within five minutes' : `first question answered at ${clock(firstAnswerS)}`}`
    await strip.setContent(`<style>body{font:15px sans-serif;margin:16px}main{display:grid;grid-template-columns:repeat(8,1fr);gap:12px}img{width:100%;border:1px solid #888}</style><p>${said}</p><main>${shots.map(({ atS, what, file }) => `<div>${clock(atS)} ${what}<img src="${picture(file)}"></div>`).join('')}</main>`)
    await strip.screenshot({ path: `${OUT}/${way}.png`, fullPage: true })
    console.log(`${OUT}/${way}.png: ${said}`)
    lines.push(said)
  }
  writeFileSync(`${OUT}/first-answer.txt`, `${lines.join('\n')}\n`)
})
