import { tour } from 'virtual:course/tour'
import { expect, it } from 'vitest'
import TourPage from '../../pages/TourPage.vue'
import { useProgressStore } from '../../stores/progress.ts'
import { button, choose, expectAccessible, painted, questionOf, readAloud, reload, show } from './mount.ts'

const page = () => show(TourPage, { tour })
const verdict = (shown: Awaited<ReturnType<typeof page>>) => shown.find('article.verdict')

it('shows the verdict once its question is answered, and the answer counts as any', async () => {
  const shown = await page()
  expect(verdict(shown).exists()).toBe(false)
  expect(readAloud(shown.get('section.end').element)).toContain('That is what the course does')
  await choose(shown, await questionOf('rain.several'), ['a', 'b'])
  await button(shown, 'Check answer').trigger('click')
  await painted()
  expect(readAloud(verdict(shown).element)).toContain('An implant for rain')
  expect(useProgressStore().latest('rain.several')).toMatchObject({ score: 1, mode: 'page' })
  expect(readAloud(shown.get('section.end').element)).toContain('You have just done what the course does')
  expect(shown.get('section.end a').attributes('href')).toBe('/learn/tea/')
  await expectAccessible(shown.element)
})

it('keeps the verdict back at a second try, and shows it once the tries are used or the answer is asked for', async () => {
  for (const last of ['Check again', 'Show the answer']) {
    reload()
    const shown = await page()
    await choose(shown, await questionOf('rain.several'), ['c', 'd'])
    await button(shown, 'Check answer').trigger('click')
    await painted()
    expect(shown.get('[data-question]').attributes('data-phase')).toBe('second-try')
    expect(verdict(shown).exists()).toBe(false)
    await button(shown, last).trigger('click')
    await painted()
    expect(verdict(shown).exists()).toBe(true)
    localStorage.clear()
  }
})

it('holds the numbers back until the question is done, of whichever type it is, and leads to them', async () => {
  const shown = await page()
  const look = shown.get('.look')
  expect(look.classes()).toContain('held-back')
  await button(shown, 'See the verdict without answering').trigger('click')
  await painted()
  expect(look.classes()).not.toContain('held-back')
  expect(readAloud(document.activeElement!)).toBe(tour.steps[0]!.look)
})

it('has a sentence announced, in an element that was there before, and not the verdict', async () => {
  const shown = await page()
  const status = shown.get('.says[role="status"]').element
  expect(readAloud(status)).toBe('')
  await button(shown, 'See the verdict without answering').trigger('click')
  expect(readAloud(status)).toBe(tour.steps[0]!.says)
  expect(verdict(shown).element.closest('[role="status"]')).toBeNull()
})

it('shows the verdict to whoever does not want to answer', async () => {
  const shown = await page()
  await button(shown, 'See the verdict without answering').trigger('click')
  expect(verdict(shown).exists()).toBe(true)
  expect(readAloud(shown.get('section.end').element)).toContain('That is what the course does')
})
