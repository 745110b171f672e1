import { answerByKeyboard, press } from './by-keyboard.ts'
import { expect, outlineOf, test } from './course.ts'

const DAY = 86_400_000
const section = outlineOf('depression')

test('one learner, by keyboard alone: from the map to a check, to a passed quiz, to a finished review', async ({ page }) => {
  const startMs = Date.now()
  await page.clock.setFixedTime(startMs)
  const question = page.locator('[data-question]')

  await test.step('the map leads to the section, and a check is answered', async () => {
    await page.goto('/')
    await press(page, page.getByRole('list').getByRole('link', { name: section.title, exact: true }))
    await page.locator('.onward').waitFor()
    await answerByKeyboard(page, section.checks[0]!)
  })

  await test.step('the quiz is passed', async () => {
    await press(page, page.getByRole('banner').getByRole('link', { name: 'Map' }))
    await press(page, page.getByRole('link', { name: `Quiz on ${section.title}` }))
    await question.waitFor()
    while (await question.isVisible()) {
      const id = (await question.getAttribute('data-question'))!
      if (await question.getByRole('button', { name: 'Check answer' }).isVisible())
        await answerByKeyboard(page, id)
      await press(page, question.getByRole('button', { name: /Next question|See the result/ }))
      await page.locator(`[data-question]:not([data-question="${id}"]), h2.result`).first().waitFor()
    }
    await expect(page.getByRole('heading', { name: 'Passed: 100 %' })).toBeFocused()
  })

  await test.step('nothing is due on the same day', async () => {
    await press(page, page.getByRole('banner').getByRole('link', { name: 'Map' }))
    await expect(page.locator('[data-section="depression"]')).toContainText('Quiz: 100 %, passed')
    await expect(page.getByText(/due today/)).toHaveCount(0)
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
