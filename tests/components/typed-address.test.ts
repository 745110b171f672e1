import { course } from 'virtual:course'
import { afterEach, describe, expect, it } from 'vitest'
import { scoredAnswer } from '../../core/question-types/index.ts'
import NotFoundPage from '../../pages/NotFoundPage.vue'
import PartsPage from '../../pages/PartsPage.vue'
import QuizzesPage from '../../pages/QuizzesPage.vue'
import { useProgressStore } from '../../stores/progress.ts'
import { aMinuteLater, expectAccessible, questionOf, readAloud, show } from './mount.ts'

const rain = course.sections[1]!

describe('the beginning of an address, typed by hand', () => {
  it('offers somebody new to begin, before the list', async () => {
    for (const [page, place] of [[PartsPage, '/learn/tea/'], [QuizzesPage, '/quiz/tea/']] as const) {
      const [first] = (await show(page)).findAll('main a')
      expect([readAloud(first!.element), first!.attributes('href')]).toEqual(['Begin: About tea', place])
    }
  })

  it('leads to the part where the learner stopped, before the list', async () => {
    useProgressStore().see(rain.slides[0]!.id)
    const page = await show(PartsPage)
    const [first] = page.findAll('main a')
    expect([readAloud(first!.element), first!.attributes('href')]).toEqual(['Continue: About rain', `/learn/rain/#${rain.slides[1]!.id.split('.')[1]}`])
    await expectAccessible(page.element)
  })

  it('leads to the quiz of the section that was touched last', async () => {
    const store = useProgressStore()
    store.see('tea.start')
    aMinuteLater()
    store.answer(scoredAnswer(await questionOf(rain.checks[0]!), 'a', 'quiz'))
    const page = await show(QuizzesPage)
    const [first] = page.findAll('main a')
    expect([readAloud(first!.element), first!.attributes('href')]).toEqual(['Continue: About rain', '/quiz/rain/'])
    await expectAccessible(page.element)
  })
})

describe('an address that leads nowhere', () => {
  afterEach(() => history.replaceState(null, '', '/'))

  async function guessAt(typed: string): Promise<[name: string, href: string | undefined] | undefined> {
    history.replaceState(null, '', typed)
    const guess = (await show(NotFoundPage)).find('main p a:not(.button)')
    return guess.exists() ? [readAloud(guess.element), guess.attributes('href')] : undefined
  }

  it.each([
    ['/learn/taa', 'About tea', '/learn/tea/'],
    ['/learn/Rain/', 'About rain', '/learn/rain/'],
    ['/quiz/rian', 'Quiz: About rain', '/quiz/rain/'],
    ['/qiuz/tea/', 'Quiz: About tea', '/quiz/tea/'],
    ['/handout/rein?a=b#c', 'Handout: About rain', '/handout/rain/'],
    ['/glosary', 'Glossary', '/glossary/'],
    ['/rainn', 'Slides: About rain', '/rain'],
  ])('asks whether another was meant: %s', async (typed, name, href) => {
    expect(await guessAt(typed)).toEqual([name, href])
  })

  it.each(['/learn/nothing', '/no/such/place', '/learn/%E0%A4%A', '/404.html', '/'])('guesses nothing where nothing is near: %s', async (typed) => {
    expect(await guessAt(typed)).toBeUndefined()
  })

  it('says so, asks, leads on to where the learner was, and lists the sections', async () => {
    useProgressStore().see(rain.slides[0]!.id)
    history.replaceState(null, '', '/learn/taa')
    const page = await show(NotFoundPage)
    expect(readAloud(page.get('main').element)).toMatch(/^There is no such page.*Did you mean “About tea”\?Continue: About rain.*About tea/)
    await expectAccessible(page.element)
  })
})
