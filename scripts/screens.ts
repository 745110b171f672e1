import { loadCourse } from '../content/load-course.ts'
import { learnPlace } from '../core/places.ts'
import { PHONE, withBrowser } from './with-browser.ts'

// How long each section is on a phone, in screens of 390 × 844, and how far apart the things to do in it are: npm run screens

/** A question, a figure that is operated, a text to write, the way on. */
const TO_DO = '[data-question], figure:has(button, input, select), main textarea, main .onward'
const CONTROL = 'button, input, select, textarea, a'

/** Runs in the page. @returns in CSS pixels: its height, where the first control of the first question stands, the longest way between two things to do */
function measure({ toDo, control }: { toDo: string, control: string }): { height: number, question: number, stretch: number, from: string } {
  const place = (element: Element) => {
    const { top, bottom } = element.getBoundingClientRect()
    return { top: top + scrollY, bottom: bottom + scrollY }
  }
  const first = document.querySelector('[data-question]')!
  const gaps: { length: number, from: string }[] = []
  let end = 0
  for (const element of document.querySelectorAll(toDo)) {
    const { top, bottom } = place(element)
    if (top === bottom)
      continue
    gaps.push({ length: top - end, from: element.closest('section')?.id ?? 'end' })
    end = Math.max(end, bottom)
  }
  const longest = gaps.reduce((a, b) => b.length > a.length ? b : a)
  return { height: document.documentElement.scrollHeight, question: place(first.querySelector(control)!).top, stretch: longest.length, from: longest.from }
}

const { outline } = await loadCourse(process.cwd())
await withBrowser(async (browser, address) => {
  const page = await browser.newPage({ viewport: PHONE, reducedMotion: 'reduce', hasTouch: true })
  const screens = (pixels: number) => (pixels / PHONE.height).toFixed(1).padStart(8)
  console.log('section          screens  1st question  longest stretch without something to do  time said')
  for (const { id, minutesToRead } of outline.sections) {
    await page.goto(address + learnPlace(id), { waitUntil: 'networkidle' })
    await page.evaluate(() => document.fonts.ready)
    const { height, question, stretch, from } = await page.evaluate(measure, { toDo: TO_DO, control: CONTROL })
    console.log(id.padEnd(16), screens(height), screens(question).padStart(13), screens(stretch).padStart(10), `before #${from}`.padEnd(30), `${minutesToRead} min`)
  }
})
