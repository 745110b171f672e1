import type { Buffer } from 'node:buffer'
import process from 'node:process'
import { answer, axeFaults, course, expect, openReading, openSlide, outlineOf, questionOf, slideNo, test } from './course.ts'

/** Page objects of a PDF; Chromium writes them uncompressed. */
const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)!.length

test.use({ colorScheme: 'dark' })

for (const { id, questionsToTake } of course.sections.filter(section => section.questionsToTake)) {
  test(`the questions of ${id} print on one page, and nothing else does`, async ({ page }) => {
    await page.goto(`/questions/${id}`)
    await expect(page.locator('main li')).toHaveText(questionsToTake!)
    expect(pagesOf(await page.pdf({ format: 'A4' }))).toBe(1)
    await page.emulateMedia({ media: 'print' })
    for (const gone of ['header', 'footer', 'button'])
      await expect(page.locator(gone).first()).toBeHidden()
    await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(255, 255, 255)')
  })
}

for (const { id, questions } of course.sections) {
  test(`the handout of ${id} has every question, no answer before the last pages, and all answers there`, async ({ page }) => {
    await page.goto(`/handout/${id}`)
    await page.locator('[data-ready]').waitFor()
    await page.emulateMedia({ media: 'print' })
    const asked = page.locator('section[aria-labelledby=questions]')
    const answers = page.locator('section[aria-labelledby=answers]')
    await expect(asked.locator('ol > li')).toHaveCount(questions.length)
    await expect(answers.locator('ol > li')).toHaveCount(questions.length)
    await expect(answers).toHaveCSS('break-before', 'page')
    const [text, key] = [await asked.textContent(), await answers.textContent()]
    for (const { prompt, explanation } of questions) {
      expect(text).toContain(prompt)
      expect(text).not.toContain(explanation)
      expect(key).toContain(explanation)
    }
    await expect(page.locator('[data-question]')).toHaveCount(0)
  })
}

test('a handout is a tagged PDF with its language and an outline, on at most 13 pages', async ({ page }) => {
  await page.goto('/handout/depression')
  await page.locator('[data-ready]').waitFor()
  const pdf = (await page.pdf({ format: 'A4', tagged: true, outline: true })).toString('latin1')
  for (const mark of ['/StructTreeRoot', '/MarkInfo', '/Lang', '/Outlines'])
    expect(pdf).toContain(mark)
  expect(pdf.match(/\/Type\s*\/Page\b/g)!.length).toBeLessThanOrEqual(13)
})

for (const path of ['/handout/vagus-nerve', '/questions/next-steps']) {
  test(`axe finds nothing on ${path}`, async ({ page }) => {
    await page.goto(path)
    await page.locator('main li').first().waitFor()
    expect(await axeFaults(page)).toEqual([])
  })
}

test('whatever a figure shows on a screen it shows on paper, with its colours, but for buttons and what moves', async ({ page }) => {
  // As wide as paper, which has a width of its own for what is drawn.
  await page.setViewportSize({ width: 680, height: 1000 })
  const shown = () => page.locator('main figure').evaluateAll(figures => figures.flatMap(figure =>
    [...figure.querySelectorAll(':not(button, button *, .controls, .controls *, .now, .no-print)')].filter(element => element.checkVisibility()).map(element => `${figure.className}: ${element.tagName} ${element.getAttribute('class')}`)))
  for (const { id } of course.sections) {
    await page.emulateMedia({ media: 'screen' })
    await page.goto(`/learn/${id}`)
    const onScreen = await shown()
    await page.emulateMedia({ media: 'print' })
    const onPaper = await shown()
    expect(onScreen.filter(element => !onPaper.includes(element))).toEqual([])
    for (const figure of await page.locator('main figure').all())
      await expect(figure).toHaveCSS('print-color-adjust', 'exact')
  }
})

for (const format of ['A4', 'Letter']) {
  test(`a reading page prints on ${format}: nothing cut off at the side, no answer unless it is asked for`, async ({ page }) => {
    const check = outlineOf('depression').checks[0]!
    await page.setViewportSize(format === 'A4' ? { width: 680, height: 1000 } : { width: 700, height: 940 })
    await openReading(page, 'depression')
    await answer(page, check)
    await page.emulateMedia({ media: 'print' })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(page.viewportSize()!.width)
    const question = page.locator(`[data-question="${check}"]`)
    await expect(question.getByText(questionOf(check).prompt)).toBeVisible()
    await expect(question.getByText(questionOf(check).explanation)).toBeHidden()
    await expect(question.locator('.feedback').first()).toBeHidden()
    await expect(question.getByRole('button', { name: 'Practise once more' })).toBeHidden()

    await page.emulateMedia({ media: 'screen' })
    await page.getByRole('button', { name: 'Display' }).click()
    await page.getByRole('radio', { name: 'With what I answered' }).check()
    await page.getByRole('button', { name: 'Close' }).click()
    await page.emulateMedia({ media: 'print' })
    await expect(question.getByText(questionOf(check).explanation)).toBeVisible()
    await expect(question.locator('.feedback').first()).toBeVisible()
  })
}

test.describe('what is printed for a workshop', () => {
  test.use({ baseURL: async ({}, use) => use(process.env.PRESENT_URL) }) // eslint-disable-line no-empty-pattern -- a fixture

  // As `npm run handout` prints them.
  const sheet = { format: 'A4', printBackground: true, margin: { top: '15mm', bottom: '18mm', left: '15mm', right: '15mm' } } as const

  test('the hour: at most four pages with lessons, figures, verdicts and questions; its answers and the lessons in files of their own', async ({ page }) => {
    const agenda = course.agendas.find(({ id }) => id === '60')!
    const asked = agenda.slides.flatMap(({ question }) => question ? questionOf(question) : [])
    const open = async (path: string) => {
      await page.goto(path)
      await page.locator('[data-ready]').waitFor()
      return (await page.locator('main').textContent())!
    }
    const handout = await open('/agenda/60/')
    expect(pagesOf(await page.pdf(sheet))).toBeLessThanOrEqual(4)
    for (const text of [...course.glossary.lessons.map(({ name }) => name), ...agenda.slides.filter(({ layout }) => layout === 'trial').map(({ title }) => title), ...asked.map(({ prompt }) => prompt)])
      expect(handout).toContain(text)
    for (const { explanation } of asked)
      expect(handout).not.toContain(explanation)
    // A figure that waits for a guess on its slide is whole here.
    expect(handout).toContain('15 in 100')

    const answers = await open('/agenda/60/answers/')
    for (const { explanation } of asked)
      expect(answers).toContain(explanation)
    await open('/handout/lessons/')
    expect(pagesOf(await page.pdf(sheet))).toBe(1)
  })

  test('Ctrl+P on a slide prints the slide alone, whole, on a page of its shape', async ({ page }) => {
    await openSlide(page, slideNo('depression.d02'))
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true })
    expect(pagesOf(pdf)).toBe(1)
    // 980 × 552 px in points
    expect(pdf.toString('latin1')).toMatch(/\/MediaBox \[0 0 735(?:\.\d+)? 414(?:\.\d+)?\]/)
    await page.emulateMedia({ media: 'print' })
    await expect(page.getByRole('navigation', { name: 'Slides' })).toBeHidden()
    const box = await page.locator('#slide-content').boundingBox()
    expect(box).toMatchObject({ x: 0, y: 0, width: 980, height: 552 })
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
    await expect(page.locator('main .heading strong').first()).toHaveText('15 in 100')
  })
})
