import type { Figure } from '../../core/subject/figures.ts'
import { figuresIn } from '../../content/figures.ts'
import { course, expect, test } from './course.ts'

test.use({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } })

/** The words of Markdown as they are read, as one line. */
function wordsOf(markdown: string): string {
  return markdown
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll(/\[([^\]]+)\]\([^)]+\)/g, '$1')
    .replaceAll(/^(?:[-#>]|\d+\.)\s+/gm, '')
    .replaceAll(/[*_`]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

/** What is drawn of a figure whatever is chosen in it: description, caption, and the names of its parts. */
function wordsOfFigure(figure: Figure): string[] {
  const parts = Object.values(figure).filter(Array.isArray).flat() as { name?: string, head?: string }[]
  return [
    ...'description' in figure ? [figure.description] : [],
    ...'caption' in figure ? [figure.caption] : [],
    ...'levels' in figure ? Object.values(figure.levels) : [],
    ...parts.flatMap(({ name, head }) => name ?? head ?? []),
  ]
}

/** How the text of a slide that is read on pages only begins. */
function beginningOfMore(content: string): string | undefined {
  const more = content.split(/^::more::$/m)[1]?.split(/^::[\w-]+::$/m)[0]
  return more && wordsOf(more.trim().split(/\n\s*\n/)[0]!).slice(0, 80)
}

for (const section of course.sections) {
  test(`all of ${section.id} can be read`, async ({ page }) => {
    await page.goto(`/learn/${section.id}`)
    await expect(page.getByRole('heading', { level: 1, name: section.title, exact: true })).toBeVisible()
    await expect(page.getByRole('complementary', { name: 'Scripts are off' })).toContainText('all of this section can be read')
    const inFull = new Map(course.sections.flatMap(({ verdicts }) => verdicts).map(verdict => [verdict.id, verdict]))
    const questions = new Map(section.questions.map(question => [question.id, question]))
    for (const slide of course.slides.filter(slide => slide.section === section.id)) {
      const part = page.locator(`[data-slide="${slide.id}"]`)
      // eslint-disable-next-line unicorn/prefer-dom-node-text-content -- what is hidden does not count
      const words = (await part.innerText()).replaceAll(/\s+/g, ' ')
      // On its own page the cover of a section is what the part is about.
      expect(words).toContain(slide.layout === 'cover' ? 'What this section is about' : slide.title)
      expect(words).toContain(beginningOfMore(slide.content) ?? '')
      for (const id of slide.verdicts)
        expect(words).toContain(inFull.get(id)!.title)
      // What a figure says is drawn with it; of its steps one at a time is seen.
      const drawn = (await part.textContent())!.replaceAll(/\s+/g, ' ')
      for (const said of figuresIn(slide.content).flatMap(figure => wordsOfFigure(course.figures[figure]!)))
        expect(drawn).toContain(said)
      if (slide.question) {
        const question = questions.get(slide.question)!
        await expect(part.getByText(question.prompt, { exact: true })).toBeVisible()
        for (const { text } of Object.values('options' in question ? question.options : {}))
          await expect(part).toContainText(text)
      }
    }
    await expect(page.locator('aside.safety')).toContainText(section.safety.seekCare)
  })
}

test('a term explains itself within the window of a phone', async ({ page }) => {
  await page.goto('/learn/depression')
  const term = page.getByRole('button', { name: 'treatment-resistant depression', exact: true }).first()
  await term.click()
  const definition = page.getByRole('dialog', { name: 'Treatment-resistant depression' })
  await expect(definition).toContainText(course.glossary.terms.find(({ id }) => id === 'treatment-resistant-depression')!.text)
  const { x, y, width, height } = (await definition.boundingBox())!
  expect(Math.min(x, y), 'inside the window at left and top').toBeGreaterThanOrEqual(0)
  expect(x + width).toBeLessThanOrEqual(390)
  expect(y + height).toBeLessThanOrEqual(844)
  await page.keyboard.press('Escape')
  await expect(definition).toBeHidden()
})

test('the evidence and the glossary can be read', async ({ page }) => {
  await page.goto('/evidence')
  for (const { title } of course.sections.flatMap(({ verdicts }) => verdicts))
    await expect(page.getByRole('article').getByRole('heading', { name: title, exact: true }).first()).toBeVisible()
  await page.goto('/glossary')
  for (const { text } of course.glossary.terms)
    await expect(page.getByText(text, { exact: true })).toBeVisible()
})

test('a page that needs its script says so, promises nothing, and leads to what can be read', async ({ page }) => {
  for (const [path, leads] of [['/quiz/depression', '/learn/depression/'], ['/review', '/'], ['/beliefs', '/evidence/'], ['/progress', '/']] as const) {
    await page.goto(path)
    const notice = page.getByRole('complementary', { name: 'Scripts are off' })
    await expect(notice).toBeVisible()
    await expect(page.getByText(/^Loading/).and(page.locator(':visible'))).toHaveCount(0)
    await notice.getByRole('link').first().click()
    await expect(page).toHaveURL(new RegExp(`${leads}$`))
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  }
})
