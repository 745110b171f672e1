import type { Locator, Page } from '@playwright/test'
import type { Person } from './hall.ts'
import { SECOND_PRESS_MS } from '../../core/asking.ts'
import { readSaved } from '../../core/saved-progress.ts'
import { tabTo } from './by-keyboard.ts'
import { choose, course, expect, outlineOf, questionOf, test } from './course.ts'
import { openHall, person, wireTo } from './hall.ts'
import { announced, keepAnnouncements } from './hearing.ts'
import { pageFaults } from './looking.ts'
import { answerBy, answerByKeys, cardOf, line, meanwhile, place, save } from './room-answers.ts'
import { clean, fits, joinSlideFits, printsWhole } from './room-views.ts'

/*
 * An hour of a live room: speaker, projector, remote and eight phones, through six slides, all eight types of question,
 * two rounds, belief before and after, the end, taking home, and the review of another day. What a screen reader gets
 * of a phone is kept in transcripts/; SHOTS=<folder> keeps a picture of each view.
 */

function checkOn(slide: string) {
  const { slides, checks } = outlineOf(slide.split('.')[0]!)
  return checks[slides.filter(({ layout }) => layout === 'check').findIndex(({ id }) => id === slide)]!
}
const agenda = ['vagus-nerve.claim', 'vagus-nerve.check-fibres', 'vagus-nerve.six-lessons', 'pain.check-opioids', 'immune.check-sham', 'gut.check-course']
const [claim, choiceSlide, lessons, sortSlide, estimateSlide, hotspotSlide] = agenda as [string, string, string, string, string, string]
const choice = checkOn(choiceSlide)
const titleOf = (id: string) => course.slides.find(slide => slide.id === id)!.title
/** No slide asks these types: they are asked beside one. */
const beside = (['choices', 'order', 'match', 'gap'] as const).map(type => course.sections.find(({ id }) => id === 'vagus-nerve')!.questions.find(question => question.type === type)!.id)

test('an hour of a live room', async ({ browser }) => {
  const hall = await openHall(agenda)
  const wire = await wireTo(hall.port)
  const [speaker, projector, remote, keys, otherKeys, dark, late, lossy, blocked, first, home] = await Promise.all([
    person(browser, { viewport: { width: 1366, height: 768 } }),
    person(browser, { viewport: { width: 1280, height: 720 } }),
    person(browser),
    person(browser),
    person(browser),
    person(browser, { viewport: { width: 320, height: 700 }, colorScheme: 'dark' }),
    person(browser),
    person(browser),
    person(browser, { storage: 'blocked' }),
    person(browser),
    person(browser),
  ]) as [Person, ...Person[]] as [Person, Person, Person, Person, Person, Person, Person, Person, Person, Person, Person]
  const join = ({ page }: Person, origin = hall.origin) => page.goto(`${origin}/r/${hall.code.toLowerCase()}`).then(() => expect(line(page)).toHaveText('You are in the room.'))
  const controls = speaker.page.getByRole('complementary', { name: 'Live room' })
  const shows = (view: Page, id: string) => expect(view.locator('.phone, .presenter-page, .deck-page').getByRole('heading', { name: titleOf(id), exact: true }).first()).toBeVisible()

  const beliefs = keys.page.locator('.belief-ballot')
  const transcript: string[] = []
  async function hear(state: string, root: Locator = keys.page.getByRole('main')): Promise<void> {
    await root.waitFor()
    // Whether "Sending …" is ever drawn, the line decides.
    const said = (await announced(keys.page)).filter(text => text !== 'Sending …').map(text => `  is said: "${text}"`)
    const tree = (await root.ariaSnapshot()).split('\n').filter(entry => !/^\s*- \/url:/.test(entry))
    transcript.push(...transcript.length > 0 ? [''] : [], `# ${state}`, '', ...said, ...said.length > 0 ? [''] : [], ...tree)
  }
  const hearAsked = (id: string) => hear(`A question of type ${questionOf(id).type}`, cardOf(keys.page, id))
  /** The solution, and the room's answers under it. */
  async function hearShown(id: string): Promise<void> {
    await expect(cardOf(keys.page, id).getByRole('status')).toHaveText(/^Correct/)
    await hear(`It is shown: ${questionOf(id).type}`, cardOf(keys.page, id).locator('xpath=..'))
  }

  /** Opens by the key that the speaker has for what comes next. */
  const next = async (label: string) => {
    await expect(controls.getByRole('button', { name: label })).toHaveAttribute('aria-keyshortcuts', 'v')
    await speaker.page.bringToFront()
    // Sooner it would be a second press of the same decision.
    await speaker.page.waitForTimeout(SECOND_PRESS_MS)
    await speaker.page.keyboard.press('v')
  }
  const close = async (count: string) => {
    await expect(controls.getByText(count)).toBeVisible()
    await next('Close')
  }
  const goOn = async (to: string) => {
    // A black screen comes back with the next step, which counts.
    const black = remote.page.getByRole('button', { name: 'Black' })
    if (await black.isEnabled()) {
      await black.click()
      await expect(black).toHaveAttribute('aria-pressed', 'true')
    }
    await remote.page.getByRole('button', { name: 'Next', exact: true }).click()
    await Promise.all([speaker, projector, first].map(({ page }) => shows(page, to)))
  }

  await test.step('everyone comes in', async () => {
    await Promise.all([
      speaker.page.goto(hall.linkFor('speaker')).then(() => expect(controls.getByText(hall.code)).toBeVisible()),
      projector.page.goto(hall.linkFor('projector')).then(() => expect(projector.page.getByRole('heading', { name: 'Take part with your phone' })).toBeVisible()),
      keys.page.addInitScript(keepAnnouncements),
    ])
    // What is scanned has the port of this server, and the code.
    expect(await projector.page.locator('[data-link]').getAttribute('data-link')).toMatch(new RegExp(`^HTTP://[^/]+:${hall.port}/R/${hall.code}$`))
    await keys.page.goto(`${hall.origin}/r`)
    await clean('a phone that has no code yet', keys.page)
    await keys.page.bringToFront()
    await tabTo(keys.page, keys.page.getByLabel('The room’s code'))
    await keys.page.keyboard.type(hall.code.toLowerCase())
    await keys.page.keyboard.press('Enter')
    await expect(line(keys.page)).toHaveText('You are in the room.')
    await Promise.all([otherKeys, dark, blocked, first, home].map(phone => join(phone)))
    await join(lossy, wire.origin)
    await expect(projector.page.getByText('7 here')).toBeVisible()
    await clean('the join slide', projector.page)
    await joinSlideFits(projector.page)
    // The rest of that view is Slidev's.
    await clean('the speaker', speaker.page, { within: '.speaker' })

    await controls.getByText(hall.code).click()
    await controls.getByRole('button', { name: 'A phone as remote' }).click()
    const link = await controls.locator('.remote').getAttribute('data-link')
    expect(link).toMatch(new RegExp(`^http://[^/]+:${hall.port}/room/${hall.code}/remote#.{22}$`))
    await controls.getByText(hall.code).click()
    await remote.page.goto(hall.origin + new URL(link!).pathname + new URL(link!).hash)
    await expect(remote.page.getByText('Not begun.')).toBeVisible()
  })

  await test.step('the first step: the claim, and what the room believes of it', async () => {
    await goOn(claim)
    await expect(remote.page.getByText('Say:')).toBeVisible()
    await expect(speaker.page.locator('.slidev-note').getByText('Say:')).toBeVisible()
    await clean('the remote', remote.page)
    await fits('the remote', remote.page)
    await next('Ask what the room believes')
    await expect(line(keys.page)).toHaveText('A question is open.')
    await Promise.all([
      place(first.page, { approved: 'Yes', proof: 'Established' }),
      place(home.page, { approved: 'No', proof: 'Mixed' }),
      place(blocked.page, { approved: 'Yes', proof: 'Mixed' }),
    ])
    await hear('A claim to place')
    await clean('a phone with a claim', keys.page)
    await fits('a phone with a claim', keys.page)
    await close('3 of 7 answered')
    await expect(projector.page.getByRole('region', { name: 'Asked of the room' }).locator('.belief')).toBeVisible()
    await clean('the projector with the room’s belief', projector.page)
    await hear('A claim, closed', beliefs)
  })

  await test.step('four types that no slide asks', async () => {
    for (const [place, id] of beside.entries()) {
      await controls.getByText('Ask something else').click()
      await controls.getByRole('combobox').selectOption(id)
      await controls.getByRole('button', { name: 'Open it', exact: true }).click()
      await hearAsked(id)
      await meanwhile(browser, () => answerByKeys(keys.page, id), () => answerBy(first.page, id, place % 2 === 0))
      await close('2 of 7 answered')
      await next('Show what is right')
      await expect(projector.page.getByRole('region', { name: 'Asked of the room' }).getByText('Wholly right: ')).toBeVisible()
      await clean(`the projector with ${questionOf(id).type}`, projector.page)
      await hearShown(id)
    }
  })

  await test.step('a question of two rounds: a network that is lost, and one who is late', async () => {
    await goOn(choiceSlide)
    await announced(keys.page)
    await next('Open the question')
    await expect(cardOf(lossy.page, choice).getByRole('button', { name: 'Save answer' })).toBeVisible()
    await hear('A question that is open')
    // As on the projector.
    await expect(cardOf(first.page, choice).locator('.options .letter').first()).toHaveText('A')
    wire.cut()
    await expect(line(lossy.page)).toContainText('The room is not there just now')
    await choose(lossy.page, choice, true)
    await save(lossy.page, choice)
    await expect(lossy.page.getByText('Kept on this phone, and sent when the room is back.')).toBeVisible()
    await clean('a phone without the room', lossy.page)
    const saved = await lossy.page.evaluate(() => localStorage.getItem('wandering-nerve.progress') ?? '')
    expect(readSaved(saved).progress.answers.map(({ question }) => question)).toEqual([choice])
    await meanwhile(browser, () => answerByKeys(keys.page, choice), ...[otherKeys, dark, blocked, home].map(({ page }) => () => answerBy(page, choice, false)))
    await hear('Answered', cardOf(keys.page, choice))
    await expect(controls.getByText('5 of 6 answered')).toBeVisible()
    // What is answered shows nowhere before the end.
    await expect(projector.page.getByText('5 of 6 answered')).toBeVisible()
    expect(await pageFaults(dark.page)).toEqual([])
    await clean('a phone in dark, answered', dark.page)
    wire.mend()
    await expect(lossy.page.getByText('Kept by the room.')).toBeVisible({ timeout: 15_000 })
    await close('6 of 7 answered')
    await expect(projector.page.getByText('6 answered.')).toBeVisible()
    await hear('Closed')
    await clean('a phone, closed', keys.page)
    await late.page.goto(`${hall.origin}/r/${hall.code}`)
    await expect(line(late.page)).toHaveText('The question is closed. The result is on this page.')
    await expect(late.page.getByRole('table', { name: 'What the room answered' })).toBeVisible()

    await controls.getByRole('button', { name: 'Ask a second time' }).click()
    await expect(line(late.page)).toHaveText('The question is open once more.')
    await meanwhile(browser, () => answerByKeys(otherKeys.page, choice), () => answerBy(late.page, choice, true), () => answerBy(blocked.page, choice, true), () => answerBy(dark.page, choice, false))
    await blocked.page.reload()
    await expect(blocked.page.getByText('Kept by the room.')).toBeVisible()
    await close('4 of 8 answered')
    await next('Show what is right')
    await expect(projector.page.getByText('Wrong to right: 2; right to wrong: 0.')).toBeVisible()
    await clean('the projector with two rounds', projector.page)
    await hear('Shown, after a second round', cardOf(keys.page, choice).locator('xpath=..'))
    await clean('a phone, shown', keys.page)
    await fits('a phone, shown', keys.page)
    await clean('a phone in dark, shown', dark.page)
  })

  await test.step('the projector stays where the room is; a phone looks back and returns', async () => {
    await goOn(lessons)
    await projector.page.bringToFront()
    await projector.page.keyboard.press('ArrowLeft')
    await projector.page.keyboard.press('PageDown')
    await projector.page.keyboard.press('b')
    await first.page.getByRole('button', { name: 'Back', exact: true }).click()
    await shows(first.page, choiceSlide)
    await first.page.getByRole('button', { name: 'Return to the room' }).click()
    await shows(first.page, lessons)
    await shows(projector.page, lessons)
    await expect(projector.page.getByRole('button', { name: 'Show the slide' })).toHaveCount(0)
    await next('Ask again after the section')
    await Promise.all([place(first.page, { approved: 'Yes', proof: 'Mixed' }), place(home.page, { approved: 'Yes', proof: 'Mixed' })])
    await close('2 of 8 answered')
    await next('Show where it belongs')
    await expect(projector.page.getByRole('table', { name: 'Where the room places it' }).getByText('(right)').first()).toBeAttached()
    await clean('the projector with both beliefs', projector.page)
    await expect(line(keys.page)).toHaveText('The answer is shown.')
    await hear('The claim, shown after the course', beliefs)
  })

  await test.step('sort, estimate and hotspot, each on its slide', async () => {
    for (const slide of [sortSlide, estimateSlide, hotspotSlide]) {
      const id = checkOn(slide)
      await goOn(slide)
      await next('Open the question')
      await hearAsked(id)
      await meanwhile(browser, () => answerByKeys(keys.page, id), () => answerBy(dark.page, id, false), () => answerBy(home.page, id, true))
      expect(await pageFaults(dark.page)).toEqual([])
      await close('3 of 8 answered')
      await next('Show what is right')
      await expect(projector.page.locator('.room-result').getByText('3 answered. Wholly right: 2 of 3.')).toBeVisible()
      await clean(`the projector with ${questionOf(id).type}`, projector.page)
      await hearShown(id)
    }
  })

  await test.step('the end: results for the speaker, and home for everyone', async () => {
    await controls.getByText(hall.code).click()
    const files: string[] = []
    speaker.page.on('download', download => files.push(download.suggestedFilename().replace(/^.*\./, '')))
    await controls.getByRole('button', { name: 'Save results' }).click()
    await expect.poll(() => files.sort()).toEqual(['csv', 'json'])
    const [report] = await Promise.all([speaker.context.waitForEvent('page'), controls.getByRole('link', { name: 'Results to print' }).click()])
    await expect(report.getByRole('table', { name: 'All questions' }).getByRole('row')).toHaveCount(10)
    await expect(report.getByRole('table', { name: 'Where the room places it' })).toBeVisible()
    await clean('the report', report)
    await fits('the report', report)
    await printsWhole(report)
    await report.close()
    await controls.getByRole('button', { name: 'End', exact: true }).click()
    await controls.getByRole('button', { name: 'Press again: end it for everyone' }).click()
    await expect(line(home.page)).toHaveText('The hour is over. Thank you for taking part.')
    await hear('The end')
    await clean('a phone at the end', keys.page)

    const link = await home.page.getByRole('link', { name: 'Take my answers home' }).getAttribute('href')
    const public_ = await home.context.newPage()
    await public_.goto(link!)
    await expect(public_.getByText(/This link would add \d+ answers? and 2 claims placed\./)).toBeInViewport()
    await public_.getByRole('button', { name: 'Add it' }).click()
    await expect(public_.getByText('Added.')).toBeVisible()
    await public_.clock.setFixedTime(Date.now() + 36 * 3_600_000)
    await public_.goto(`${process.env.SITE_URL}/review`)
    await expect(public_.locator(`[data-question="${choice}"]`)).toBeVisible()
    await public_.goto(`${process.env.SITE_URL}/progress#take=${link!.split('#take=')[1]!.slice(0, -40)}`)
    await expect(public_.getByText('This link is cut off or damaged.')).toBeVisible()
  })

  const people = { speaker, projector, remote, keys, otherKeys, dark, late, blocked, first, home }
  expect(Object.entries(people).flatMap(([who, { trouble }]) => trouble.map(what => `${who}: ${what}`))).toEqual([])
  expect(`${transcript.join('\n')}\n`).toMatchSnapshot('live-room-phone.txt')
  wire.close()
  await Promise.all([...Object.values(people), lossy].map(({ context }) => context.close()))
  await hall.close()
})
