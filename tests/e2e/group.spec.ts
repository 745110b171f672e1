import type { BrowserContext, Locator, Page } from '@playwright/test'
import process from 'node:process'
import { noteLines } from '../../core/notes.ts'
import { answer, course, expect, outlineOf, questionOf, slideNo, test } from './course.ts'

// A speaker's hour: the presenter's view and the window for the room, of the build for presenting.
const slides = outlineOf('depression').slides
const checks = slides.filter(({ layout }) => layout === 'check')
const check = slideNo(checks[0]!.id)
const organs = slideNo('anxiety.mechanism')

test.use({ baseURL: async ({}, use) => use(process.env.PRESENT_URL) }) // eslint-disable-line no-empty-pattern -- a fixture

async function open(context: BrowserContext, path: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(path)
  return page
}

const question = (page: Page): Locator => page.locator(`.slidev-page-${check} main [data-question]`)
const idOf = async (page: Page) => (await question(page).getAttribute('data-question'))!
const kept = (page: Page) => page.evaluate(() => localStorage.getItem('wandering-nerve.progress') ?? '')
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click()

/** Gives the question a wrong answer, or the right one, in this window. */
async function vote(page: Page, right: boolean): Promise<void> {
  const asked = questionOf(await idOf(page))
  if (asked.type !== 'choice')
    throw new Error(`${asked.id} is no choice`)
  const key = right ? asked.answer : Object.keys(asked.options).find(key => key !== asked.answer)!
  await question(page).locator(`input[value="${key}"]`).check()
  await question(page).getByRole('button', { name: /^Check/ }).click()
}

/** What each window shows of the question: letters and words of its options, or of the rest and why; and what its button says that turns to the other half. */
async function sightIs(options: readonly string[], turn: RegExp | undefined, ...pages: Page[]): Promise<void> {
  for (const page of pages) {
    await expect(question(page).locator('.options label, .reasons li')).toHaveText(options.map(option => new RegExp(`^\\s*${option.replaceAll(/[^\w\s]/g, '\\$&')}`)))
    if (turn)
      await expect(question(page).getByRole('button', { name: turn })).toBeVisible()
  }
}

async function phaseIs(phase: string, ...pages: Page[]): Promise<void> {
  for (const page of pages)
    await expect(question(page)).toHaveAttribute('data-phase', phase)
}

test('a rehearsal is over in the morning: the group begins blank, and the speaker’s own record has none of it', async ({ context, page: rehearsal }) => {
  await rehearsal.goto(`/presenter/${check}`)
  await vote(rehearsal, true)
  await phaseIs('done', rehearsal)
  // Loaded anew it goes on; the speaker's own progress knows nothing.
  await rehearsal.reload()
  await phaseIs('done', rehearsal)
  await rehearsal.close()

  const presenter = await open(context, `/presenter/${check}`)
  await expect(presenter.getByText('Answers are this group’s')).toBeVisible()
  await phaseIs('open', presenter)
  const audience = await open(context, '/1')
  await phaseIs('open', audience)
  await expect(audience.locator(`.slidev-page-${check} .frame-keeper`)).toHaveText('Workshop')
  expect(await kept(audience), 'neither answers nor slides that were seen').not.toContain('depression')
  await presenter.close()
  await audience.close()

  // Who goes through slides alone keeps progress as before.
  const alone = await open(context, `/${check}`)
  await expect(alone.locator(`.slidev-page-${check} .frame-keeper`)).toHaveText('On your own')
  await answer(alone, await idOf(alone))
  const id = await idOf(alone)
  await expect.poll(() => kept(alone)).toContain(id)
  await expect.poll(() => kept(alone)).toContain(checks[0]!.id)
  const again = await open(context, `/presenter/${check}`)
  await phaseIs('open', again)
})

test('what is done in one window happens in the other: votes, second tries, showing the answer, a new group', async ({ context, page: presenter }) => {
  await presenter.goto(`/presenter/${check}`)
  const audience = await open(context, '/1')
  await phaseIs('open', audience)
  await vote(presenter, false)
  await phaseIs('second-try', presenter, audience)
  await question(presenter).getByRole('button', { name: 'Show the answer' }).click()
  await phaseIs('done', presenter, audience)
  // A window that opens late, or is loaded anew, is there too.
  const late = await open(context, '/1')
  await audience.reload()
  await phaseIs('done', late, audience)
  // The other way round.
  await question(audience).getByRole('button', { name: 'Try again' }).click()
  await phaseIs('open', presenter, late)
  await question(audience).getByRole('radio').nth(1).check()
  await expect(question(presenter).getByRole('radio').nth(1)).toBeChecked()
  await vote(audience, false)
  await vote(audience, true)
  await phaseIs('done', presenter, late)
  await press(presenter, 'New group')
  await phaseIs('open', presenter, audience, late)
  await expect(question(audience).getByRole('radio', { checked: true })).toHaveCount(0)
  await expect(presenter.getByText('A new group: all questions are open.')).toBeVisible()
})

test('options carry letters to vote for; after the answer each window shows what was chosen and what is right, and the rest at a press in either', async ({ context, page: presenter }) => {
  await presenter.goto(`/presenter/${check}`)
  const audience = await open(context, '/1')
  await phaseIs('open', presenter, audience)
  const lettered = (await question(audience).locator('.options label').allTextContents()).map(text => text.trim())
  expect(lettered.map(text => text[0]).join('')).toBe('ABCD'.slice(0, lettered.length))
  await sightIs(lettered, undefined, presenter, audience)
  await vote(presenter, false)
  await sightIs(lettered, undefined, presenter, audience)
  await question(presenter).getByRole('button', { name: 'Show the answer' }).click()
  await phaseIs('done', presenter, audience)
  const shown = (await question(presenter).locator('.options label').allTextContents()).map(text => text.trim())
  const rest = lettered.filter(text => !shown.includes(text))
  expect(rest).toHaveLength(lettered.length - 2)
  await sightIs(shown, /^And the other/, presenter, audience)
  await question(audience).getByRole('button', { name: /^And the other/ }).click()
  await sightIs(rest, /^Back to the answer/, presenter, audience)
  await question(presenter).getByRole('button', { name: 'Back to the answer' }).click()
  await sightIs(shown, /^And the other/, presenter, audience)
})

test('a figure and a box that scrolls are in every window as in the one that is operated', async ({ context, page: presenter }) => {
  await presenter.goto(`/presenter/${organs}`)
  const audience = await open(context, '/1')
  const organ = (page: Page) => page.locator(`.slidev-page-${organs} main figure button`).nth(2)
  await organ(presenter).click()
  for (const page of [presenter, audience])
    await expect(organ(page)).toHaveAttribute('aria-pressed', 'true')
  await audience.reload()
  await expect(organ(audience)).toHaveAttribute('aria-pressed', 'true')

  // A box that is too low for what is in it.
  await presenter.goto(`/presenter/${check}`)
  const low = (page: Page) => page.addStyleTag({ content: '.question-box { max-height: 120px; }' })
  const box = (page: Page) => page.locator(`.slidev-page-${check} main .question-box`)
  const top = (page: Page) => box(page).evaluate(box => Math.round(box.scrollTop))
  await phaseIs('open', presenter, audience)
  for (const page of [presenter, audience])
    await low(page)
  await box(presenter).evaluate(box => box.scrollTo(0, 60))
  await expect.poll(() => top(audience)).toBe(60)
  await box(audience).evaluate(box => box.scrollTo(0, 20))
  await expect.poll(() => top(presenter)).toBe(20)
})

test('the clock counts down what is planned, says ahead or behind, and goes on after a reload', async ({ context, page: presenter }) => {
  await presenter.clock.install()
  await presenter.goto(`/presenter/${slideNo('vagus-nerve.course')}`)
  const clock = presenter.getByRole('timer')
  await expect(clock).toContainText('min planned')
  await press(presenter, 'Start the clock')
  await expect(clock).toContainText('ahead')
  await presenter.clock.fastForward('30:00')
  await expect(clock).toContainText(/left of \d+ min · 2\d min behind/)
  const left = await clock.textContent()
  await presenter.reload()
  await expect(clock).toContainText('behind')
  // The clock of the test itself may lose a second when the page is loaded anew.
  expect(Number.parseInt(await clock.textContent() ?? '')).toBeLessThanOrEqual(Number.parseInt(left ?? '') + 1)
  const other = await open(context, '/presenter/1')
  await expect(other.getByRole('timer')).toContainText('left of')
  await press(presenter, 'New group')
  await expect(clock).toContainText('min planned')
})

test('guess, then reveal: the figure holds back its numbers until a key, in every window; the page has them at once', async ({ context, page: presenter }) => {
  const no = slideNo('depression.d02')
  await presenter.goto(`/presenter/${no}`)
  const audience = await open(context, '/1')
  const shown = (page: Page) => page.locator(`.slidev-page-${no} main`)
  for (const page of [presenter, audience]) {
    await expect(shown(page).locator('.heading strong')).toHaveText(['? in 100', '? in 100'])
    await expect(shown(page).locator('.goal')).toBeHidden()
    expect(await shown(page).locator('path.with').evaluateAll(paths => paths.map(path => path.getAttribute('d')).join(''))).toBe('')
  }
  await presenter.keyboard.press('PageDown')
  for (const page of [presenter, audience]) {
    await expect(shown(page).locator('.heading strong')).toHaveText(['15 in 100', '10 in 100'])
    await expect(shown(page).locator('.goal')).toBeVisible()
  }
  // Back with a key, and on with the button for who has none.
  await presenter.keyboard.press('PageUp')
  await expect(shown(audience).locator('.heading strong').first()).toHaveText('? in 100')
  await shown(audience).getByRole('button', { name: 'Guess first, then show' }).click()
  await expect(shown(presenter).locator('.heading strong').first()).toHaveText('15 in 100')
  await audience.goto('/learn/depression')
  await expect(audience.locator('[data-slide="depression.d02"] .heading strong')).toHaveText(['15 in 100', '10 in 100'])
})

test('b and . make the screen black and bring it back, with the same key and from either window', async ({ context, page: presenter }) => {
  await presenter.goto(`/presenter/${organs}`)
  const audience = await open(context, '/1')
  await expect(audience.locator(`.slidev-page-${organs} main`)).toBeVisible()
  for (const key of ['b', '.']) {
    for (const page of [presenter, audience]) {
      await page.keyboard.press(key)
      await expect(audience.getByRole('button', { name: 'Show the slide' })).toBeVisible()
      await expect(presenter.getByRole('button', { name: /screen is black/ })).toBeVisible()
      await page.keyboard.press(key)
      await expect(audience.getByRole('button', { name: 'Show the slide' })).toHaveCount(0)
      await expect(presenter.getByRole('button', { name: /screen is black/ })).toHaveCount(0)
    }
  }
  // A black screen is so too in a window that is loaded anew, and the next slide lights it.
  await presenter.keyboard.press('b')
  await audience.reload()
  await expect(audience.getByRole('button', { name: 'Show the slide' })).toBeVisible()
  await presenter.keyboard.press('PageDown')
  await expect(audience.locator(`.slidev-page-${organs + 1} main`)).toBeVisible()
  await expect(audience.getByRole('button', { name: 'Show the slide' })).toHaveCount(0)
})

test('a window that was covered is in step again at once: slide, answer and figure', async ({ context, page: presenter }) => {
  await presenter.goto(`/presenter/${check}`)
  const audience = await open(context, '/1')
  await phaseIs('open', presenter, audience)
  const session = await context.newCDPSession(audience)
  await session.send('Page.setWebLifecycleState', { state: 'frozen' })
  await vote(presenter, true)
  await phaseIs('done', presenter)
  await presenter.keyboard.press('PageDown')
  await expect(presenter.locator(`.slidev-page-${check + 1} main`)).toBeVisible()
  await session.send('Page.setWebLifecycleState', { state: 'active' })
  await expect(audience.locator(`.slidev-page-${check + 1} main`)).toBeVisible()
  await presenter.keyboard.press('PageUp')
  await phaseIs('done', audience)
})

test.describe('on a laptop of 1366 × 768', () => {
  test.use({ viewport: { width: 1366, height: 768 } })

  test('the notes are read at a glance: four bold labels, and no scrolling in nine of ten slides', async ({ page: presenter }) => {
    await presenter.goto('/presenter/2')
    const notes = course.slides.filter(({ id }) => id).map(({ id, note }) => ({ id, lines: noteLines(note) }))
    for (const { id, lines } of notes)
      expect([id, ...lines.map(({ label }) => label)]).toEqual([id, 'Minutes', 'Say', 'Ask', 'Expect'])
    const note = presenter.locator('.slidev-note').first()
    await expect(note.locator('strong')).toHaveText(['Minutes:', 'Say:', 'Ask:', 'Expect:'])
    // Every other slide's notes are put into the box of this one: to step through them all would draw each slide twice.
    const { long, sizePx } = await note.evaluate((note, notes) => {
      const box = note.closest('.overflow-auto, .overflow-y-auto') ?? note
      const texts = [...note.querySelectorAll('p')].map(line => line.lastChild!)
      const long = notes.filter(({ lines }) => {
        lines.forEach(({ text }, place) => texts[place]!.textContent = text)
        return box.scrollHeight > box.clientHeight + 1
      })
      return { long: long.map(({ id }) => id), sizePx: Number.parseFloat(getComputedStyle(note).fontSize) }
    }, notes)
    expect(sizePx).toBeGreaterThanOrEqual(16)
    expect(long.length, `too long: ${long.join(', ')}`).toBeLessThanOrEqual(notes.length / 10)
  })
})
