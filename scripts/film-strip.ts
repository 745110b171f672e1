import type { Page } from '@playwright/test'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { PHONE, withBrowser } from './with-browser.ts'

// A picture every 20 s of a new learner's first five minutes on a phone, side by side: npm run film-strip

/*
 * The learner is simulated, as are the seconds: 238 words a minute, half a minute for a figure, half a minute to
 * answer a question and a quarter to read what is said then (the rule of content/reading-time.ts). They read what is in
 * sight, then scroll on; on the map they press the first button when they have read what stands above it, and they go
 * on by the last button at the end.
 */
const LENGTH_S = 300
const EVERY_S = 20
const WORDS_A_SECOND = 238 / 60
const FIGURE_S = 30
const ANSWER_S = 30
const FEEDBACK_S = 15
const OUT = 'film-strip'

/** Runs in the page. @returns what is in sight and was not read yet, and marks it as read */
function look(): { words: number, figures: number, question: string | undefined, isEnd: boolean } {
  const isInSight = (element: Element) => {
    const { top, bottom, width } = element.getBoundingClientRect()
    return width > 0 && top < innerHeight - 60 && bottom > 40
  }
  let words = 0
  for (const element of document.querySelectorAll<HTMLElement>('main :is(h1, h2, h3, p, li, dd, dt, td, th, legend, label, summary)')) {
    const button = document.querySelector('.go')
    if (button && button.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING)
      continue
    if (element.dataset.read || !isInSight(element) || element.closest('[data-question]') || element.querySelector('p, li'))
      continue
    element.dataset.read = 'yes'
    words += element.textContent!.split(/\s+/).filter(word => /\w/.test(word)).length
  }
  let figures = 0
  for (const element of document.querySelectorAll<HTMLElement>('main figure')) {
    const { top, bottom } = element.getBoundingClientRect()
    if (element.dataset.read || (top + bottom) / 2 > innerHeight || bottom < 0)
      continue
    element.dataset.read = 'yes'
    figures++
  }
  const asked = [...document.querySelectorAll<HTMLElement>('[data-question]:not([data-read])')].find((element) => {
    const { top } = element.getBoundingClientRect()
    return top < innerHeight / 2 && top > -innerHeight
  })
  if (asked)
    asked.dataset.read = 'yes'
  return { words, figures, question: asked?.dataset.question, isEnd: scrollY + innerHeight >= document.documentElement.scrollHeight - 4 }
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

const shots: { at: number, what: string, file: string }[] = []
rmSync(OUT, { recursive: true, force: true })
mkdirSync(OUT, { recursive: true })
await withBrowser(async (browser, address) => {
  const page = await browser.newPage({ viewport: PHONE, reducedMotion: 'reduce', hasTouch: true })
  await page.goto(address, { waitUntil: 'networkidle' })
  let nowS = 0
  let firstAnswerS: number | undefined
  /** Seconds go by with what is on the screen. */
  async function spend(seconds: number) {
    const untilS = nowS + seconds
    for (let at = shots.length * EVERY_S; at <= Math.min(untilS, LENGTH_S); at += EVERY_S) {
      const file = `${OUT}/${String(at).padStart(3, '0')}.png`
      await page.screenshot({ path: file })
      shots.push({ at, what: new URL(page.url()).pathname, file })
    }
    nowS = untilS
  }
  while (nowS <= LENGTH_S) {
    const { words, figures, question, isEnd } = await page.evaluate(look)
    await spend(Math.max(1, words / WORDS_A_SECOND + figures * FIGURE_S))
    if (question) {
      await spend(ANSWER_S)
      firstAnswerS ??= nowS
      await answer(page, question)
      await spend(FEEDBACK_S)
    }
    const isMap = new URL(page.url()).pathname === '/'
    const next = isMap ? page.locator('.go a.button').first() : isEnd ? page.locator('main a.button').last() : undefined
    if (next) {
      await next.click()
      await page.waitForLoadState('networkidle')
    }
    else {
      await page.evaluate(() => scrollBy(0, innerHeight * 0.75))
      await page.waitForTimeout(150)
    }
  }
  const strip = await browser.newPage({ viewport: { width: 1640, height: 900 } })
  const picture = (file: string) => `data:image/png;base64,${readFileSync(file).toString('base64')}`
  const said = firstAnswerS === undefined ? 'no question within five minutes' : `first question answered after ${Math.round(firstAnswerS)} s`
  await strip.setContent(`<style>body{font:15px sans-serif;margin:16px}main{display:grid;grid-template-columns:repeat(8,1fr);gap:12px}img{width:100%;border:1px solid #888}</style><p>${said}</p><main>${shots.map(({ at, what, file }) => `<div>${Math.floor(at / 60)}:${String(at % 60).padStart(2, '0')} ${what}<img src="${picture(file)}"></div>`).join('')}</main>`)
  await strip.screenshot({ path: `${OUT}/strip.png`, fullPage: true })
  writeFileSync(`${OUT}/first-answer.txt`, `${said}\n`)
  console.log(`${OUT}/strip.png: ${said}`)
})
