import type { ChoiceQuestion } from '../../core/course.ts'
import { addressOf, serve } from '../../scripts/server.ts'
import { answer, expect, openReading, openSlide, outlineOf, questionOf, slideNo, test } from './course.ts'

test('every page that states a health claim says that it is no medical advice', async ({ page }) => {
  for (const path of ['/', '/evidence', '/learn/depression', '/quiz/depression']) {
    await page.goto(path)
    await expect(page.getByText(/education and not medical advice/).first()).toBeVisible()
  }
})

test.describe('an unknown address', () => {
  // The browser says in the console that the answer was 404, as it should be.
  test.use({ expectTrouble: true })

  test('says so and leads on', async ({ page }) => {
    const response = await page.goto('/learn/nothing')
    expect(response?.status()).toBe(404)
    await expect(page.getByRole('heading', { level: 1, name: 'There is no such page' })).toBeVisible()
    await page.getByRole('main').getByRole('link', { name: 'Depression' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Depression' })).toBeVisible()
  })
})

for (const folder of ['/', '/course/', '/a/b/c/']) {
  test.describe(`the same build in the folder ${folder}`, () => {
    // The browser says in the console that an unknown address is unknown.
    test.use({ expectTrouble: true })

    test('is walked: page, quiz, search, slides, an address without its slash, and one that is unknown', async ({ page }) => {
      const server = await serve('.test-dist/public', { port: 0, base: folder })
      const lost: string[] = []
      page.on('response', response => response.status() >= 400 && lost.push(response.url()))
      page.on('pageerror', error => lost.push(error.message))
      const at = (place: string) => `${addressOf(server)}${folder}${place}`
      try {
        await page.goto(at('learn/depression'))
        await page.locator('.onward').waitFor()
        await answer(page, outlineOf('depression').checks[0]!)
        await page.getByRole('link', { name: 'Wandering Nerve' }).click()
        await expect(page).toHaveURL(at(''))
        await page.getByRole('link', { name: 'Quiz on Depression' }).or(page.locator('[data-section=depression] a.quiz')).first().click()
        await expect(page.locator('[data-question]')).toBeVisible()
        await page.getByRole('button', { name: 'Search' }).click()
        await page.getByRole('dialog').getByRole('searchbox').fill('sham group')
        await page.getByRole('dialog').getByRole('link', { name: /^Sham group/ }).click()
        await expect(page).toHaveURL(at('glossary/#sham-group'))
        await page.goto(at(`${slideNo('depression.recover')}`))
        await page.getByRole('navigation', { name: 'Slides' }).getByRole('button', { name: 'Next' }).click()
        await expect(page).toHaveURL(at(`${slideNo('depression.recover') + 1}`))
        await page.reload()
        await page.getByRole('navigation', { name: 'Slides' }).getByRole('link', { name: 'Map' }).click()
        await expect(page).toHaveURL(at(''))
        expect(lost).toEqual([])

        for (const unknown of ['learn/nothing', 'no/such/place']) {
          await page.goto(at(unknown))
          await page.getByRole('main').getByRole('link', { name: 'Depression', exact: true }).click()
          await expect(page).toHaveURL(at('learn/depression/'))
          await page.goBack()
          await page.getByRole('button', { name: 'Display' }).click()
          await expect(page.getByRole('dialog')).toBeVisible()
        }
      }
      finally {
        server.close()
      }
    })
  })
}

test('the words of the reading page are those of the slides', async ({ page }) => {
  const slide = slideNo('depression.takeaways')
  await openSlide(page, slide)
  const words = await page.locator(`.slidev-page-${slide} li`).allTextContents()
  await openReading(page, 'depression')
  for (const sentence of words)
    await expect(page.locator('#takeaways')).toContainText(sentence.trim())
})

test('what is chosen and pressed before a part is alive counts once it is', async ({ page }) => {
  const check = outlineOf('depression').checks[0]!
  let arrive = () => {}
  const held = new Promise<void>(resolve => arrive = resolve)
  await page.route(/\/site\/question-/, async (route) => {
    await held
    await route.continue()
  })
  await page.goto('/learn/depression')
  const question = page.locator(`[data-question="${check}"]`)
  const { answer } = questionOf(check) as ChoiceQuestion
  await question.locator(`input[value="${answer}"]`).check()
  await question.getByRole('button', { name: 'Check answer' }).click()
  await expect(question.getByRole('status')).toBeEmpty()
  arrive()
  await expect(question.getByRole('status')).toHaveText(/^Correct/)
  await expect(question.locator(`input[value="${answer}"]`)).toBeChecked()
})
