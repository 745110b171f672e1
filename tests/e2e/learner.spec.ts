import type { Page } from '@playwright/test'
import { readFile } from 'node:fs/promises'
import process from 'node:process'
import { isHeadline } from '../../core/course.ts'
import { readSaved } from '../../core/saved-progress.ts'
import { answerByKeyboard, press, respond, tabTo } from './by-keyboard.ts'
import { askedOf, axeFaults, course, expect, outlineOf, takeTime, test } from './course.ts'

const DAY = 86_400_000
const PROGRESS_KEY = `${course.about.id}.progress`
const section = outlineOf('depression')
const viewport = { width: 390, height: 844 }
const formLength = course.headlines.filter(({ form }) => form === 'a').length
const lessons = course.glossary.lessons.length
test.use({ viewport })

const savedText = (page: Page) => page.evaluate(key => localStorage.getItem(key)!, PROGRESS_KEY)
const progressOf = async (page: Page) => readSaved(await savedText(page)).progress
/** The questions of the newest quiz */
const asked = async (page: Page) => (await progressOf(page)).attempts.at(-1)!.questions

/** As if a headline had been taken out of the bank since: progress names one that no build knows. */
async function retire(page: Page, id: string): Promise<void> {
  await page.evaluate(([key, id]) => localStorage.setItem(key!, localStorage.getItem(key!)!.replaceAll(id!, `${id}-gone`)), [PROGRESS_KEY, id] as const)
  await page.reload()
}

/** Reads all headlines of a form: rightly, or with the first option where there are some. @returns how many were read rightly */
async function readForm(page: Page, button: string, { isRight }: { isRight: boolean }): Promise<number> {
  await press(page, page.getByRole('button', { name: button }))
  const question = page.locator('[data-question]')
  for (let place = 0; place < formLength; place++) {
    await expect(page.getByText(`Headline ${place + 1} of ${formLength}; the feedback comes at the end`)).toBeFocused()
    await expect(page.getByText('Invented for practice')).toBeVisible()
    const headline = askedOf((await question.getAttribute('data-question'))!)
    if (isRight || headline.type !== 'choice') {
      await respond(page, question, headline)
    }
    else {
      await tabTo(page, question.locator('.options').getByRole('radio').first())
      await page.keyboard.press('Space')
    }
    await press(page, question.getByRole('button', { name: 'Save answer' }))
    await expect(question.getByRole('status')).toHaveText('Saved. The feedback comes at the end.')
    if (place === 1) {
      await page.reload()
      await press(page, page.getByRole('button', { name: 'Go on with the headlines you began' }))
    }
    else {
      await press(page, question.getByRole('button', { name: place < formLength - 1 ? 'Next headline' : 'See the result' }))
    }
  }
  const { answers } = await progressOf(page)
  const right = answers.filter(({ question }) => isHeadline(question)).slice(-formLength).filter(({ score }) => score >= 1).length
  await expect(page.getByRole('heading', { name: `${right} of ${formLength} read rightly` })).toBeFocused()
  return right
}

/** Takes a quiz that is open to its end, every answer right. @returns how many headlines were asked in it */
async function finishQuiz(page: Page): Promise<number> {
  const question = page.locator('[data-question]')
  let headlines = 0
  await question.waitFor()
  while (await question.isVisible()) {
    const id = (await question.getAttribute('data-question'))!
    headlines += await page.getByText('Invented for practice').count()
    if (await question.getByRole('button', { name: 'Check answer' }).isVisible())
      await answerByKeyboard(page, id)
    await press(page, question.getByRole('button', { name: /Next question|See the result/ }))
    await page.locator(`[data-question]:not([data-question="${id}"]), h2.result`).first().waitFor()
  }
  return headlines
}

test('one learner, by keyboard alone at 390 px: headlines before, a part with two quizzes, headlines after, and the reviews', async ({ page, browser }) => {
  const startMs = Date.now()
  await page.clock.setFixedTime(startMs)

  const before = await test.step('the map leads to the headlines before the course; what was read survives a reload', async () => {
    await page.goto('/')
    await press(page, page.getByRole('link', { name: 'Practise on invented ones' }))
    const right = await readForm(page, 'Read eight headlines now', { isRight: false })
    await expect(page.getByText(`Before: ${right} of ${formLength}.`)).toBeVisible()
    expect(await axeFaults(page)).toEqual([])
    return right
  })

  await test.step('the map leads to the section, and a check is answered', async () => {
    await press(page, page.getByRole('banner').getByRole('link', { name: 'Wandering Nerve' }))
    await press(page, page.getByRole('list').getByRole('link', { name: section.title, exact: true }))
    await page.locator('.onward').waitFor()
    await answerByKeyboard(page, section.checks[0]!)
  })

  await test.step('the quiz asks two headlines and is practised', async () => {
    await press(page, page.getByRole('banner').getByRole('link', { name: 'Wandering Nerve' }))
    await press(page, page.getByRole('link', { name: `Quiz on ${section.title}` }))
    expect(await finishQuiz(page)).toBe(2)
    await expect(page.getByRole('heading', { name: 'Practised: 100%' })).toBeFocused()
    expect(await axeFaults(page)).toEqual([])
  })

  await test.step('an edit of the bank takes nothing away, and nothing is due on the same day', async () => {
    await retire(page, (await asked(page)).find(isHeadline)!)
    await press(page, page.getByRole('banner').getByRole('link', { name: 'Wandering Nerve' }))
    await expect(page.locator('[data-section="depression"]')).toContainText('Quiz: 100%, practised')
    await expect(page.getByText(/due today/)).toHaveCount(0)
  })

  await test.step('the next day a second quiz asks other questions, though the bank is edited under way, and passes', async () => {
    const first = await asked(page)
    await page.clock.setFixedTime(startMs + DAY)
    await press(page, page.getByRole('link', { name: `Quiz: 100%, practised on ${section.title}` }))
    await press(page, page.getByRole('button', { name: 'Take it again with new questions' }))
    await expect(page.getByText('Question 1 of 6')).toBeVisible()
    await retire(page, (await asked(page)).find(isHeadline)!)
    await expect(page.getByText('Question 1 of 6')).toBeVisible()
    expect(await finishQuiz(page)).toBe(2)
    await expect(page.getByRole('heading', { name: 'Passed: 100%' })).toBeFocused()
    const second = await asked(page)
    expect(second.filter(id => first.includes(id))).toEqual([])
  })

  const copy = await test.step('a copy is taken', async () => {
    await page.goto('/progress')
    const [download] = await Promise.all([page.waitForEvent('download'), press(page, page.getByRole('button', { name: 'Save a copy as a file' }))])
    return { name: download.suggestedFilename(), mimeType: 'application/json', buffer: await readFile(await download.path()) }
  })

  const elsewhere = await browser.newContext({ viewport, baseURL: process.env.SITE_URL, serviceWorkers: 'block' })
  await elsewhere.addInitScript(takeTime)
  const other = await elsewhere.newPage()
  await other.clock.setFixedTime(startMs + DAY)

  await test.step('in another browser the other headlines are read, and the result tells by lesson what moved', async () => {
    await other.goto('/progress')
    await other.getByLabel('Bring in a copy').setInputFiles(copy)
    await press(other, other.getByRole('button', { name: 'Add it' }))
    await expect(other.getByText('passed, quiz 100%')).toBeVisible()
    await press(other, other.getByRole('link', { name: 'invented headlines' }))
    const after = await readForm(other, 'Read the other eight headlines', { isRight: true })
    expect(after).toBe(formLength)
    for (const isReloaded of [false, true]) {
      if (isReloaded)
        await other.reload()
      await expect(other.getByText(`Before: ${before} of ${formLength}. After: ${after} of ${formLength}.`)).toBeVisible()
      await expect(other.locator('dt')).toHaveCount(lessons)
      await expect(other.locator('dd', { hasText: 'after' })).toHaveCount(lessons)
    }
    expect(await axeFaults(other)).toEqual([])
  })

  await test.step('weeks later the map says what is due, offers the headlines once more, and the review is finished', async () => {
    await other.clock.setFixedTime(startMs + 60 * DAY)
    await other.goto('/')
    await expect(other.getByText('It is a month since you read headlines')).toBeVisible()
    await press(other, other.getByRole('link', { name: /review (?:it|them) now/ }))
    const question = other.locator('[data-question]')
    await question.waitFor()
    const read = (await progressOf(other)).answers.map(answer => answer.question)
    let [reviewed, headlines] = [0, 0]
    while (await question.isVisible()) {
      const id = (await question.getAttribute('data-question'))!
      headlines += Number(isHeadline(id))
      expect(isHeadline(id) && read.includes(id), 'what comes back of a lesson is another headline').toBe(false)
      await answerByKeyboard(other, id)
      reviewed++
      await press(other, question.getByRole('button', { name: /Next question|Finish/ }))
      await other.locator(`[data-question]:not([data-question="${id}"]), h2`).first().waitFor()
    }
    expect(headlines).toBeGreaterThan(0)
    expect(reviewed).toBeGreaterThanOrEqual(6)
    await expect(other.getByRole('heading', { name: `Done: ${reviewed} of ${reviewed} right` })).toBeFocused()
  })

  await test.step('the section is mastered', async () => {
    await press(other, other.getByRole('main').getByRole('link', { name: 'Back to the map' }))
    await expect(other.locator('[data-section="depression"]')).toContainText('mastered')
  })
  await elsewhere.close()
})
