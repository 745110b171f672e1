import process from 'node:process'
import { answer, course, expect, openReading, openSlide, outlineOf, questionOf, readPart, slideNo, test } from './course.ts'

const section = outlineOf('depression')
const check = section.checks[0]!

test('a learner reads, is checked, practises the quiz, comes back, and finds all of it on the map, the deck and the presenter’s view', async ({ page, context }) => {
  await test.step('the map leads to the section', async () => {
    await page.goto('/')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await page.getByRole('list').getByRole('link', { name: section.title, exact: true }).click()
    await expect(page).toHaveTitle('Depression · Wandering Nerve')
    await page.locator('.onward').waitFor()
  })

  await test.step('a wrong answer is told why', async () => {
    const question = questionOf(check)
    const root = page.locator(`[data-question="${check}"]`)
    await root.getByRole('button', { name: 'Check answer' }).click()
    await expect(root.getByRole('status')).not.toHaveText(/^(?:Correct|Partly right|Not quite)/)
    await expect(root.getByRole('status')).not.toBeEmpty()
    await answer(page, check, false)
    await expect(root.getByRole('status')).toHaveText(/^Not quite. A hint:/)
    await answer(page, check, false)
    await expect(root.getByRole('status')).toHaveText(/^Not quite/)
    for (const { feedback } of Object.values('options' in question ? question.options : {}))
      await expect(root).toContainText(feedback)
    await root.getByRole('button', { name: 'Try again' }).click()
    await answer(page, check)
    await expect(root.getByRole('status')).toHaveText(/^Correct/)
  })

  await test.step('reading to the end and answering the checks lights the station', async () => {
    for (const id of section.checks.slice(1))
      await answer(page, id)
    for (const { id } of section.slides)
      await readPart(page, id)
    await page.getByRole('navigation', { name: 'Next' }).getByRole('link', { name: 'Back to the map' }).click()
    await expect(page.locator('[data-section="depression"]')).toContainText('Learned')
  })

  await test.step('the quiz is enough, with what was answered while reading', async () => {
    await page.locator('[data-section="depression"]').getByRole('link', { name: 'Quiz on Depression' }).click()
    await page.getByText(/Question \d of 6/).waitFor()
    for (let asked = 0; asked < 6; asked++) {
      if (await page.locator('h2.result').isVisible())
        break
      const root = page.locator('[data-question]')
      const id = (await root.getAttribute('data-question'))!
      if (await root.getByRole('button', { name: 'Check answer' }).isVisible())
        await answer(page, id)
      await expect(root.getByRole('status')).toHaveText(/^Correct/)
      await root.getByRole('button', { name: /Next question|See the result/ }).click()
      await expect(page.locator(`[data-question="${id}"]`)).toHaveCount(0)
    }
    await expect(page.getByRole('heading', { name: 'Practised: 100%' })).toBeVisible()
  })

  await test.step('after a reload the map still shows it', async () => {
    await page.reload()
    await expect(page.getByRole('heading', { name: 'Practised: 100%' })).toBeVisible()
    await page.goto('/')
    await expect(page.locator('[data-section="depression"]')).toContainText('Quiz: 100%, practised')
    const saved = await page.evaluate(() => JSON.parse(localStorage.getItem('wandering-nerve.progress')!))
    expect(saved.version).toBe(2)
  })

  await test.step('the deck shows the check as answered', async () => {
    const slide = course.outline.deck.findIndex(id => id === section.slides.find(slide => slide.layout === 'check')!.id) + 1
    await openSlide(page, slide)
    await expect(page.locator(`.slidev-page-${slide} [data-question="${check}"]`).getByRole('status')).toHaveText(/^Correct/)
  })

  await test.step('the presenter sees notes and the next slide', async () => {
    const presenter = await context.newPage()
    const no = slideNo('depression.recover')
    await presenter.goto(`${process.env.PRESENT_URL}/presenter/${no}`)
    await expect(presenter.getByText('Minutes:').first()).toBeVisible()
    await expect(presenter.locator(`.slidev-page-${no + 1}`).first()).toBeAttached()
    await expect(presenter.locator(`.slidev-page-${no} .frame-title`).first()).toBeAttached()
  })
})

test('the public site carries no speaker notes', async ({ page }) => {
  await page.goto(`/presenter/${slideNo('depression.d02')}`)
  await expect(page.getByText('Minutes:')).toHaveCount(0)
})

test('a section opens where it was left', async ({ page }) => {
  await openReading(page, 'anxiety')
  await readPart(page, outlineOf('anxiety').slides[0]!.id)
  await page.goto('/')
  await page.getByRole('link', { name: 'Continue: Anxiety and PTSD' }).click()
  await expect(page).toHaveURL(/\/learn\/anxiety\/#/)
})
