import { press, pressCheck, respond, tabTo } from './by-keyboard.ts'
import { expect, openReading, outlineOf, questionOf, test } from './course.ts'
import { Listener } from './hearing.ts'
import { readThrough } from './looking.ts'

/*
 * What a screen reader gets of a section and of a quiz, kept in transcripts/ for a person to read. When words or
 * controls were changed on purpose: playwright test transcript --update-snapshots, then read what changed.
 */

test.use({ reducedMotion: 'reduce' } as Parameters<typeof test.use>[0])
test.beforeEach(({ page }) => page.clock.setFixedTime('2026-11-01T12:00:00Z'))

test('a section, with Tab from its top to its end', async ({ page }) => {
  const listener = await Listener.to(page)
  await openReading(page, 'depression')
  await readThrough(page)
  listener.say('Landmarks and headings')
  await listener.outline()
  listener.say('Tab from the top')
  const outOfSight: string[] = []
  for (let presses = 0; presses < 250 && !listener.lines.at(-1)!.endsWith('out of the page'); presses++) {
    await page.keyboard.press('Tab')
    outOfSight.push(...await page.evaluate(() => {
      const { top, bottom } = document.activeElement!.getBoundingClientRect()
      return document.activeElement !== document.body && (bottom > innerHeight + 1 || top < 0) ? [document.activeElement!.textContent!] : []
    }))
  }
  expect(listener.lines.at(-1), 'the end is reached').toBe('Tab: out of the page')
  expect(outOfSight, 'what has the focus is in sight').toEqual([])
  listener.say('A word that explains itself')
  await page.locator('.term').first().focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Escape')
  expect(`${listener.lines.join('\n')}\n`).toMatchSnapshot('learn-depression.txt')
})

test('a quiz, answered by keys alone', async ({ page }) => {
  const bank = outlineOf('depression').questions.filter(({ quiz }) => quiz).map(({ id }) => questionOf(id))
  const questions = [...new Map(bank.toReversed().map(question => [question.type, question])).values()].slice(0, 6)
  const listener = await Listener.to(page)
  await page.goto(`/quiz/depression?questions=${questions.map(({ id }) => id.split('.')[1]).join(',')}&seed=transcript`)
  await page.locator('[data-question]').waitFor()
  listener.say('Landmarks and headings')
  await listener.outline()
  for (const [place, question] of questions.entries()) {
    const root = page.locator(`[data-question="${question.id}"]`)
    await root.waitFor()
    listener.say(`Question ${place + 1}, ${question.type}`)
    // One is answered wrongly, to hear what is said then.
    const wrong = question.type === 'choice' ? Object.keys(question.options).find(key => key !== question.answer) : undefined
    await respond(page, root, wrong && question.type === 'choice' ? { ...question, answer: wrong } : question)
    await pressCheck(page, root)
    await expect(root.getByRole('status')).toHaveText(wrong ? /^Not quite/ : /^Correct/)
    // What the answer rests on comes once the outcome is painted.
    await root.locator('.basis').waitFor()
    listener.lines.push('', ...(await root.ariaSnapshot()).split('\n').map(line => `  ${line}`), '')
    await press(page, root.getByRole('button', { name: /Next question|See the result/ }))
  }
  await page.locator('h2.result').waitFor()
  listener.say('Landmarks and headings of the result')
  await listener.outline()
  listener.say('Tab through the result')
  await tabTo(page, page.getByRole('main').getByRole('link').last())
  expect(`${listener.lines.join('\n')}\n`).toMatchSnapshot('quiz-depression.txt')
})
