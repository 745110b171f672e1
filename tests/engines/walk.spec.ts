import type { Server } from 'node:http'
import type { Visitor } from './visitor.ts'
import { readSaved } from '../../core/saved-progress.ts'
import { addressOf, serve } from '../../scripts/server.ts'
import { course, outlineOf, questionOf, slideNo } from '../e2e/course.ts'
import { expect, test } from './engine-test.ts'

/*
 * One short walk that the other engines take, through what engines differ in: focus, dialogs, storage, the memory of
 * pages, selection, layout, the service worker. In Chromium all of it, and more, is walked in tests/e2e/.
 */

/** All files of the course are fetched and kept, one after the other: on a busy machine that takes minutes. */
const KEEPING_MS = 500_000

const saved = async (visitor: Visitor) => readSaved(await visitor.evaluate(() => localStorage.getItem('wandering-nerve.progress') ?? '')).progress
const section = outlineOf('depression')
const [first, second] = section.checks as [string, string]
const statusOf = (id: string) => ({ css: `[data-question="${id}"] [role=status]` })

test('one learner: map, page, checks, a term, reload, quiz, progress, review', async ({ visitor }) => {
  await visitor.open('/')
  await visitor.click({ css: 'main li a', name: section.title })
  await visitor.arrive('/learn/depression/')

  expect(await visitor.answer(first, false)).toMatch(/^Not quite/)
  expect(await visitor.answer(first, false)).toMatch(/^Not quite/)
  await visitor.decide({ css: `[data-question="${first}"] button`, name: 'Try again' })
  expect(await visitor.answer(first)).toMatch(/^Correct/)

  await visitor.click({ css: '.term' })
  await visitor.see({ css: '.definition' })
  await visitor.press('Escape')
  await visitor.gone({ css: '.definition' })
  await visitor.focusOn('.term')

  await visitor.leave('reload')
  await visitor.evaluate(id => document.querySelector(`[data-question="${id}"]`)!.scrollIntoView(), first)
  await visitor.see({ ...statusOf(first), begins: 'Correct' })

  for (const id of section.checks.slice(1))
    expect(await visitor.answer(id)).toMatch(/^Correct/)
  for (const { id } of section.slides) {
    await visitor.evaluate(id => document.querySelector(`[data-end="${id}"]`)!.scrollIntoView({ block: 'center', behavior: 'instant' }), id)
    await visitor.until(`${id} to be kept as read`, async () => id in (await saved(visitor)).seen)
  }
  await visitor.click({ css: 'nav a', name: 'Back to the map' })
  await visitor.until('the section to be learned', async () => (await visitor.text({ css: '[data-section="depression"]' })).includes('Learned'))

  await visitor.click({ css: '[data-section="depression"] a', begins: 'Quiz' })
  await visitor.see({ css: '[data-question]' })
  for (let asked = 0; asked < 6; asked++) {
    const id = await visitor.evaluate(() => document.querySelector<HTMLElement>('[data-question]')!.dataset.question!)
    if (!(await visitor.text({ css: `[data-question="${id}"]` })).includes('Correct'))
      expect(await visitor.answer(id)).toMatch(/^Correct/)
    await visitor.decide({ css: `[data-question="${id}"] button`, name: asked < 5 ? 'Next question' : 'See the result' })
  }
  await visitor.see({ css: 'h2', name: 'Practised: 100%' })
  await visitor.focusOn('h2.result')

  await visitor.open('/progress')
  await visitor.until('the progress', async () => (await visitor.text({ css: 'main' })).includes(`1 of ${course.outline.sections.length} sections learned`))
  await visitor.open('/review')
  await visitor.see({ css: 'main h1' })
  await visitor.open('/')
  await visitor.click({ css: 'main a', begins: 'Continue' })
  await visitor.see({ css: '.onward' })
})

test('every type of question is answered, wrongly and rightly', async ({ visitor }) => {
  const all = course.sections.flatMap(({ questions }) => questions)
  const asked = ['choice', 'choices', 'order', 'match', 'sort', 'gap', 'estimate', 'hotspot'].map(type => all.find(question => question.type === type && question.quiz)!)
  for (const { id } of asked) {
    const [of, slug] = id.split('.')
    await visitor.open(`/quiz/${of}?questions=${slug}&seed=engines`)
    await visitor.see({ css: `[data-question="${id}"]`, name: questionOf(id).prompt })
    expect(await visitor.answer(id, false), id).toMatch(/^(?:Not quite|Partly right)/)
    await visitor.evaluate(() => localStorage.clear())
    await visitor.open(`/quiz/${of}?questions=${slug}&seed=engines`)
    expect(await visitor.answer(id), id).toMatch(/^Correct/)
  }
})

test('a page that comes back from the browser’s memory loses no answer', async ({ visitor }) => {
  const [elsewhere] = outlineOf('heart').checks as [string]
  await visitor.open('/learn/depression')
  await visitor.evaluate(() => void addEventListener('pageshow', ({ persisted }) => (window as any).cameBack = persisted))
  await visitor.answer(first)
  await visitor.click({ css: 'header a', name: 'Map' })
  await visitor.see({ css: '[data-section="heart"]' })
  await visitor.click({ css: 'main li a', name: outlineOf('heart').title })
  await visitor.see({ css: '.onward' })
  await visitor.answer(elsewhere)
  await visitor.leave('back')
  await visitor.see({ css: '[data-section="heart"].learning' })
  await visitor.leave('back')
  expect(await visitor.evaluate(() => (window as any).cameBack), 'the engine kept the page').toBe(true)
  await visitor.answer(second)
  expect((await saved(visitor)).answers.map(({ question }) => question)).toEqual([first, elsewhere, second])
  await visitor.leave('forward')
  await visitor.see({ css: '[data-section="depression"].learning' })
})

test('search and settings: keys, focus, and one Escape closes either', async ({ visitor }) => {
  await visitor.open('/evidence')
  await visitor.until('the page to be alive', () => visitor.evaluate(() => !document.querySelector('#app[data-hydrating]')))
  await visitor.press('/')
  await visitor.focusOn('dialog input')
  await visitor.type('sham group')
  await visitor.see({ css: 'dialog a', begins: 'Sham group' })
  await visitor.press('Escape')
  await visitor.gone({ css: 'dialog' })

  await visitor.click({ css: 'header button', name: 'Search' })
  await visitor.focusOn('dialog input')
  await visitor.type('sham group')
  await visitor.click({ css: 'dialog a', begins: 'Sham group' })
  await visitor.arrive('/glossary/#sham-group')
  await visitor.focusOn('#sham-group')

  await visitor.click({ css: 'header button', name: 'Display' })
  await visitor.click({ css: 'dialog input[type=radio][value=dark]' })
  await visitor.see({ css: 'html.dark' })
  await visitor.press('Escape')
  await visitor.gone({ css: 'dialog' })
  await visitor.focusOn('header button')
  await visitor.leave('reload')
  await visitor.see({ css: 'html.dark' })
})

test('the deck: arrows, the bar, overview, go to, a question that keeps its keys, and the map leads back', async ({ visitor }) => {
  const no = slideNo('vagus-nerve.course')
  const check = slideNo(section.slides.find(({ layout }) => layout === 'check')!.id)
  const on = async (no: number) => {
    await visitor.arrive(`/${no}`)
    await visitor.see({ css: `.slidev-page-${no} main.frame` })
  }
  await visitor.open(`/${no}`)
  await on(no)
  await visitor.press('ArrowRight')
  await on(no + 1)
  await visitor.focusOn(`.slidev-page-${no + 1} .frame-title`)
  await visitor.press(' ')
  await on(no + 2)
  await visitor.press('ArrowLeft')
  await on(no + 1)
  await visitor.click({ css: '.deck-bar button', name: 'Next' })
  await on(no + 2)
  await visitor.focusOn(`.slidev-page-${no + 2} .frame-title`)

  await visitor.press('o')
  await visitor.see({ css: '[role=dialog]', name: 'All slides' })
  await visitor.focusOn('[role=option]')
  await visitor.press('ArrowRight', 'Enter')
  await on(no + 3)
  await visitor.gone({ css: '[role=dialog]', name: 'All slides' })
  await visitor.press('g')
  await visitor.focusOn('#slidev-goto-dialog input')
  await visitor.type(String(check))
  await visitor.press('Enter')
  await on(check)

  await visitor.click({ css: `.slidev-page-${check} .options input` })
  await visitor.press('ArrowDown', 'ArrowRight')
  await visitor.focusOn('input:checked')
  await visitor.arrive(`/${check}`)
  expect(await visitor.answer(first)).toMatch(/^Correct/)
  await visitor.press('Escape')
  await visitor.press('ArrowRight')
  await on(check + 1)
  // Firefox tells of a slide that is left while it still loads.
  await visitor.until('the slide behind it', () => visitor.evaluate(css => document.querySelector(css) !== null, `.slidev-page-${check + 2} .frame`))
  await visitor.leave('reload')
  await on(check + 1)
  await visitor.press('ArrowLeft')
  await visitor.see({ css: `.slidev-page-${check} [role=status]`, begins: 'Correct' })
})

test('without a connection everything that was kept works', async ({ visitor }) => {
  test.setTimeout(KEEPING_MS + 100_000)
  let server: Server | undefined = await serve('.test-dist/public', { port: 0 })
  const stop = () => {
    server?.closeAllConnections()
    server?.close()
    server = undefined
  }
  try {
    visitor.at = addressOf(server)
    await visitor.open('/')
    test.skip(!await visitor.evaluate(() => 'serviceWorker' in navigator), `${visitor.name} has no service worker here`)
    await visitor.until('everything to be kept', () => visitor.evaluate(() => navigator.serviceWorker.controller?.state === 'activated'), KEEPING_MS)
    stop()
    await visitor.open('/learn/gut')
    expect(await visitor.answer(outlineOf('gut').checks[0]!)).toMatch(/^Correct/)
    await visitor.open('/quiz/gut')
    await visitor.see({ css: '[data-question]' })
    await visitor.open(`/${slideNo('depression.d02')}`)
    await visitor.see({ css: 'main.frame' })
  }
  finally {
    stop()
  }
})
