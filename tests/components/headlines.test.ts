import { flushPromises } from '@vue/test-utils'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { loadGlossary } from '../../composables/useGlossary.ts'
import HeadlinesPage from '../../pages/HeadlinesPage.vue'
import ProgressPage from '../../pages/ProgressPage.vue'
import { useProgressStore } from '../../stores/progress.ts'
import { answerTo, progressOf } from '../fixtures/build.ts'
import { aMinuteLater, button, expectAccessible, painted, readAloud, reload, show } from './mount.ts'

// The lessons come as a chunk of their own.
beforeAll(loadGlossary)

// The tiny course has two headlines to practise on, and forms of one headline each.
async function open() {
  const shown = await show(HeadlinesPage)
  await vi.waitFor(() => expect(shown.text()).not.toContain('Loading'))
  await flushPromises()
  return shown
}
type Shown = Awaited<ReturnType<typeof open>>
function pressed(shown: Shown, name: string) {
  aMinuteLater()
  return button(shown, name).trigger('click')
}
const chosen = (shown: Shown, key: string) => shown.get(`.options input[value="${key}"]`).setValue()

describe('practice on invented headlines', () => {
  it('begins with what there is to practise, and nothing is counted yet', async () => {
    const shown = await open()
    expect(shown.text()).toContain('Sham improves too')
    expect(shown.text()).toContain('not practised yet')
    expect(useProgressStore().progress.attempts).toEqual([])
    await expectAccessible(shown.element)
  })

  it('says that each is invented, then whether it holds and on which lesson it turns, and sums up', async () => {
    const shown = await open()
    await pressed(shown, 'Ten headlines, mixed')
    for (const next of ['Next headline', 'See the result']) {
      expect(shown.text()).toContain('Invented for practice')
      const key = shown.get('[data-question]').attributes('data-question') === 'headlines.tea-advert' ? 'a' : 'b'
      await chosen(shown, key)
      await pressed(shown, 'Check answer')
      await painted()
      expect(shown.text()).toContain(key === 'a' ? 'This headline says more than was found.' : 'This headline holds.')
      expect(shown.text()).toContain('How did the others do?')
      await expectAccessible(shown.element)
      await pressed(shown, next)
    }
    expect(shown.get('h2').text()).toBe('2 of 2 read rightly')
    await pressed(shown, 'Back to the choice')
    expect(document.activeElement, 'the focus comes along').toBe(shown.get('.lead').element)
    expect(shown.text()).toContain('2 of 2 read rightly')
  })

  it('goes on after a reload where it was stopped', async () => {
    const shown = await open()
    await pressed(shown, 'Ten headlines, mixed')
    await chosen(shown, 'a')
    await pressed(shown, 'Check answer')
    reload()
    const again = await open()
    await pressed(again, 'Go on where you stopped')
    expect(again.text()).toContain('Headline 2 of 2')
  })
})

it('the progress page says by lesson how right and how sure they were read', async () => {
  useProgressStore().bringIn(progressOf({ answers: [answerTo('headlines.tea-advert', 1, 1, { confidence: 'sure' }), answerTo('headlines.cup-trial', 0, 2, { confidence: 'sure' })] }))
  const shown = await show(ProgressPage)
  await vi.waitFor(() => expect(shown.find('.lessons').exists()).toBe(true))
  expect(readAloud(shown.get('.lessons').element)).toBe('Sham improves too 1 of 2 read rightly; sure of 2, 1 of them right')
  await expectAccessible(shown.element)
})

describe('the headlines before and after the course', () => {
  async function read(shown: Shown, name: string, key: string) {
    await pressed(shown, name)
    await chosen(shown, key)
    await pressed(shown, 'Save answer')
    expect(shown.text(), 'no feedback before the end').not.toContain('This headline')
    await pressed(shown, 'See the result')
  }

  it('are two different forms, and the result tells by lesson what moved and how much of it may be luck', async () => {
    const shown = await open()
    await read(shown, 'Read one headlines now', 'b')
    const first = useProgressStore().progress.answers[0]!.question
    expect(shown.text()).toContain('Before: 0 of 1.')
    await pressed(shown, 'Back to the choice')
    await read(shown, 'Read the other one headlines', 'a')
    expect(useProgressStore().progress.answers[1]!.question).not.toBe(first)
    expect(shown.text()).toContain('After: 1 of 1.')
    // Two tosses of a coin differ in half of the cases.
    expect(shown.text()).toContain('about 50 would move as far or further by luck alone')
    expect(shown.findAll('dd').map(line => line.text())).toEqual(['before0 of 1', 'after1 of 1'])
    await expectAccessible(shown.element)
  })
})
