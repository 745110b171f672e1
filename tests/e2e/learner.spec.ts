import type { Page } from '@playwright/test'
import { readSaved } from '../../core/saved-progress.ts'
import { PROGRESS_KEY } from '../../stores/keys.ts'
import { answerByKeyboard, press } from './by-keyboard.ts'
import { expect, outlineOf, test } from './course.ts'

const DAY = 86_400_000
const section = outlineOf('depression')

/** The questions of the newest quiz */
const asked = async (page: Page) => readSaved((await page.evaluate(key => localStorage.getItem(key), PROGRESS_KEY))!).progress.attempts.at(-1)!.questions

test('one learner, by keyboard alone: from the map to a check, to two quizzes, to a finished review', async ({ page }) => {
  const startMs = Date.now()
  await page.clock.setFixedTime(startMs)
  const question = page.locator('[data-question]')

  await test.step('the map leads to the section, and a check is answered', async () => {
    await page.goto('/')
    await press(page, page.getByRole('list').getByRole('link', { name: section.title, exact: true }))
    await page.locator('.onward').waitFor()
    await answerByKeyboard(page, section.checks[0]!)
  })

  const finishQuiz = async () => {
    await question.waitFor()
    while (await question.isVisible()) {
      const id = (await question.getAttribute('data-question'))!
      if (await question.getByRole('button', { name: 'Check answer' }).isVisible())
        await answerByKeyboard(page, id)
      await press(page, question.getByRole('button', { name: /Next question|See the result/ }))
      await page.locator(`[data-question]:not([data-question="${id}"]), h2.result`).first().waitFor()
    }
  }

  await test.step('the quiz is practised', async () => {
    await press(page, page.getByRole('banner').getByRole('link', { name: 'Map' }))
    await press(page, page.getByRole('link', { name: `Quiz on ${section.title}` }))
    await finishQuiz()
    await expect(page.getByRole('heading', { name: 'Practised: 100 %' })).toBeFocused()
  })

  await test.step('nothing is due on the same day', async () => {
    await press(page, page.getByRole('banner').getByRole('link', { name: 'Map' }))
    await expect(page.locator('[data-section="depression"]')).toContainText('Quiz: 100 %, practised')
    await expect(page.getByText(/due today/)).toHaveCount(0)
  })

  await test.step('the next day a second quiz asks other questions, and passes', async () => {
    const first = await asked(page)
    await page.clock.setFixedTime(startMs + DAY)
    await press(page, page.getByRole('link', { name: `Quiz: 100 %, practised on ${section.title}` }))
    await press(page, page.getByRole('button', { name: 'Take it again with new questions' }))
    await finishQuiz()
    await expect(page.getByRole('heading', { name: 'Passed: 100 %' })).toBeFocused()
    const second = await asked(page)
    expect(second.filter(id => first.includes(id))).toEqual([])
    await press(page, page.getByRole('main').getByRole('link', { name: 'Back to the map' }))
  })

  await test.step('weeks later the map says what is due, and the review is finished', async () => {
    await page.clock.setFixedTime(startMs + 60 * DAY)
    await page.reload()
    await press(page, page.getByRole('link', { name: /review (?:it|them) now/ }))
    await question.waitFor()
    let reviewed = 0
    while (await question.isVisible()) {
      const id = (await question.getAttribute('data-question'))!
      await answerByKeyboard(page, id)
      reviewed++
      await press(page, question.getByRole('button', { name: /Next question|Finish/ }))
      await page.locator(`[data-question]:not([data-question="${id}"]), h2`).first().waitFor()
    }
    expect(reviewed).toBeGreaterThanOrEqual(6)
    await expect(page.getByRole('heading', { name: `Done: ${reviewed} of ${reviewed} right` })).toBeFocused()
  })

  await test.step('the section is mastered', async () => {
    await press(page, page.getByRole('main').getByRole('link', { name: 'Back to the map' }))
    await expect(page.locator('[data-section="depression"]')).toContainText('mastered')
  })
})
