import type { Locator, Page } from '@playwright/test'
import { WORDS_A_MINUTE } from '../../content/reading-time.ts'
import { slideAnchor } from '../../core/places.ts'
import { answer, course, expect, openReading, outlineOf, readPart, test } from './course.ts'

/* The first minutes of a learner on a phone: where one is, where one stopped, the way in, the paper at the end. */

test.use({ viewport: { width: 390, height: 844 } })

test('the bar leads to where one stopped, covers nothing that has the focus, and opens at one key', async ({ page }) => {
  await openReading(page, 'depression')
  await readPart(page, 'depression.claim')
  await openReading(page, 'depression')
  const bar = page.getByRole('navigation', { name: 'This section' })
  await bar.getByRole('link', { name: 'You stopped at: From neck to mood, in rats and people' }).click()
  await expect(page.getByRole('heading', { name: 'From neck to mood' })).toBeInViewport()
  await expect(bar.getByText('Part 3 of 14')).toBeVisible()
  // Back by keys, under the bar that stays.
  for (let presses = 0; presses < 12; presses++) {
    await page.keyboard.press('Shift+Tab')
    const [focus, itsBar, isInBar] = await page.evaluate(() => {
      const boxOf = (element: Element) => (({ top, bottom }) => ({ top, bottom }))(element.getBoundingClientRect())
      return [boxOf(document.activeElement!), boxOf(document.querySelector('.reading-bar')!), !!document.activeElement!.closest('.reading-bar, header')] as const
    })
    // At the top of the page what stands above the bar is not under it.
    const isFree = focus.top >= itsBar.bottom - 1 || (focus.top >= 0 && focus.bottom <= itsBar.top + 1)
    expect(isInBar || isFree, `press ${presses + 1}: the focus from ${focus.top} to ${focus.bottom} is not under the bar, from ${itsBar.top} to ${itsBar.bottom}`).toBe(true)
  }
  await page.keyboard.press('p')
  await expect(bar.getByRole('link', { name: 'What this section is about' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(bar.getByRole('link', { name: 'What this section is about' })).toBeHidden()
})

test('who is led into the middle of a section, or scrolls through all of it, has read what they stayed at', async ({ page }) => {
  const { slides } = outlineOf('depression')
  const middle = slides[6]!
  await openReading(page, `depression#${slideAnchor(middle.id)}`)
  await expect(page.locator(`#${slideAnchor(middle.id)}`)).toBeInViewport()
  await page.evaluate(async () => {
    for (let top = scrollY; top < document.documentElement.scrollHeight; top += innerHeight / 2) {
      scrollTo({ top, behavior: 'instant' })
      await new Promise(resolve => setTimeout(resolve, 100))
    }
  })
  await readPart(page, middle.id)
  expect(await page.evaluate(() => Object.keys(JSON.parse(localStorage.getItem('wandering-nerve.progress')!).seen))).toEqual([middle.id])
})

test('no section moves down or up when the fonts of its page come', async ({ page }) => {
  for (const { id } of course.outline.sections) {
    let letThrough = () => {}
    const held = new Promise<void>(resolve => letThrough = resolve)
    await page.route('**/*.woff2', async route => held.then(() => route.continue()))
    await page.goto(`/learn/${id}/`, { waitUntil: 'commit' })
    const first = page.locator('.reading > section').first()
    await expect(first).toBeVisible()
    const before = await first.boundingBox()
    letThrough()
    await page.waitForFunction(() => document.fonts.status === 'loaded' && document.fonts.check('400 18px "Atkinson Hyperlegible Next Variable"'))
    expect((await first.boundingBox())!.y, `the first part of ${id}`).toBeCloseTo(before!.y, 0)
    await page.unroute('**/*.woff2')
  }
})

/** The parts of a section that the browser has laid out, as they stand in the page */
function laidOut(page: Page): Promise<boolean[]> {
  return page.locator('.reading > section').evaluateAll(parts => parts.map(part => part.firstElementChild!.checkVisibility({ contentVisibilityAuto: true })))
}

test('while a section loads only what is in sight is laid out, and soon after it a screen reader has all of it', async ({ page }) => {
  let letThrough = () => {}
  const held = new Promise<void>(resolve => letThrough = resolve)
  await page.route('**/*.woff2', async route => held.then(() => route.continue()))
  await page.goto('/learn/depression/', { waitUntil: 'commit' })
  await expect(page.getByRole('contentinfo')).toBeAttached()
  const [first, ...others] = await laidOut(page)
  expect(first).toBe(true)
  expect(others.at(-1)).toBe(false)
  letThrough()
  await expect.poll(async () => (await laidOut(page)).every(Boolean)).toBe(true)
  await expect(page.getByRole('heading', { name: 'Three things to remember' })).toBeAttached()
  await expect(page.locator('html[data-loading]')).not.toBeAttached()
})

test('what asks the questions comes to nobody who only reads, and at the first press to who answers before the page is hydrated', async ({ page }) => {
  const asked: string[] = []
  page.on('request', request => asked.push(new URL(request.url()).pathname))
  let letThrough = () => {}
  const held = new Promise<void>(resolve => letThrough = resolve)
  await page.route('**/site/main-*.js', async route => held.then(() => route.continue()))
  await page.goto('/learn/depression/', { waitUntil: 'commit' })
  const question = page.locator('.on-the-way').first()
  await expect(question).toBeAttached()
  const named = await page.locator('link[media="not all"]').evaluateAll(links => links.map(link => new URL((link as HTMLLinkElement).href).pathname))
  const isAsked = () => ['CourseOnTheWay', 'question', 'depression'].every(name => asked.some(path => path.startsWith(`/site/${name}-`) && named.includes(path)))
  // What hydrates the page is named beside it, and comes.
  await expect.poll(() => asked.some(path => path.startsWith('/site/LearnPage-'))).toBe(true)
  expect(asked.filter(path => named.includes(path))).toEqual([])
  await question.getByRole('radio').first().check()
  await expect.poll(isAsked).toBe(true)
  expect(new Set(asked).size).toBe(asked.length)
  await question.getByRole('button', { name: 'Check answer' }).click()
  letThrough()
  await expect(question.getByRole('status').first()).not.toBeEmpty()
})

test('who comes to a place within a section, or back to it, finds that place', async ({ page }) => {
  const place = page.getByRole('heading', { name: 'Reading a mixed result' })
  const link = await openReading(page, 'depression').then(() => place.evaluate(heading => `#${heading.closest('section')!.id}`))
  await page.goto('about:blank')
  await page.goto(`/learn/depression/${link}`)
  await expect(place).toBeInViewport()
  const topPx = () => place.evaluate(heading => heading.getBoundingClientRect().top)
  const before = await topPx()
  await page.reload()
  await expect(place).toBeInViewport()
  await page.waitForLoadState()
  expect(await topPx()).toBeCloseTo(before, -1)
})

/** How many words somebody reads on a page who reads all of it down to the end of this element. */
function wordsTo(end: Locator): Promise<number> {
  return end.evaluate((end) => {
    const walker = document.createTreeWalker(document.querySelector('main')!, NodeFilter.SHOW_TEXT)
    const isShown = (element: Element) => element.checkVisibility({ contentVisibilityAuto: true }) && element.getBoundingClientRect().width > 1
    let words = 0
    while (walker.nextNode() && (end.contains(walker.currentNode) || walker.currentNode.compareDocumentPosition(end) & Node.DOCUMENT_POSITION_FOLLOWING)) {
      if (isShown(walker.currentNode.parentElement!))
        words += walker.currentNode.textContent!.split(/\s+/).filter(word => /\w/.test(word)).length
    }
    return words
  })
}

/** To find and press two buttons, to choose an answer; the rest of the first minute is for reading. */
const PRESSES_S = 4
const CHOOSE_S = 10
const MOST_WORDS = (60 - PRESSES_S - CHOOSE_S) / 60 * WORDS_A_MINUTE

test('ten minutes: from the map to a first answer that counts, within a minute of reading all of it, and a certificate on one page', async ({ page }) => {
  await page.goto('/')
  const begin = page.getByRole('link', { name: 'Try it in ten minutes' })
  await expect(begin).toBeInViewport({ ratio: 1 })
  const onTheMap = await wordsTo(begin)
  await begin.click()
  const onTheWay = await wordsTo(page.locator('[data-question="depression.why-off-group-improved"]').getByRole('button', { name: 'Check answer' }))
  expect(onTheWay).toBeGreaterThan(60)
  expect(onTheMap + onTheWay).toBeLessThanOrEqual(MOST_WORDS)
  await answer(page, 'depression.why-off-group-improved')
  await expect(page.getByRole('heading', { name: 'Implant for treatment-resistant depression' })).toBeVisible()
  // What is to be guessed is shown once it was guessed.
  const guess = page.locator('[data-question="gut.sham-responders"]')
  await guess.getByRole('button', { name: 'Check answer' }).scrollIntoViewIfNeeded()
  const numbers = page.getByText('Some people got a current at the ear')
  await expect(numbers).toBeHidden()
  await answer(page, 'gut.sham-responders')
  await expect(numbers).toBeVisible()
  await page.goto('/certificate')
  await expect(page.getByText('Depression: some of its questions answered')).toBeVisible()
  const pdf = (await page.pdf({ format: 'A4' })).toString('latin1')
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
})
