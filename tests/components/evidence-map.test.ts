import type { VueWrapper } from '@vue/test-utils'
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import EvidenceMap from '../../components/evidence/EvidenceMap.vue'
import { map } from './course-map.ts'
import { button, expectAccessible, readAloud, show } from './mount.ts'

vi.mock('virtual:course/map', async () => await import('./course-map.ts'))

const points = (shown: VueWrapper<any>) => shown.findAll('.point').map(point => readAloud(point.element).replace('Title of ', ''))
const says = (shown: VueWrapper<any>) => readAloud(shown.get('[role=status]').element)
const card = (shown: VueWrapper<any>) => shown.find('.card')

async function showMap(place: Parameters<typeof show>[2] = { as: 'page' }) {
  const shown = await show(EvidenceMap, {}, place)
  await vi.dynamicImportSettled()
  return shown
}

async function filter(shown: VueWrapper<any>, label: string, value: string) {
  const id = shown.findAll('label').find(element => element.text() === label)!.attributes('for')!
  await shown.get(`#${CSS.escape(id)}`).setValue(value)
}

describe('the map of the evidence', () => {
  it('shows every use as a point once, though two sections weigh it, from established down, and within a level towards approved', async () => {
    expect(points(await showMap())).toEqual([
      'rain.anatomy',
      'tea.epilepsy',
      'tea.stomach',
      'tea.belly',
      'rain.migraine',
      'tea.mood',
      'rain.gad',
      'rain.ptsd',
      'rain.cluster',
      'rain.well-being',
    ])
  })

  it('groups its points by level, and names each place by proof and approval', async () => {
    const shown = await showMap()
    expect(shown.findAll('.level .name').map(name => readAloud(name.element))).toEqual([
      'Evidence: Established, four of four.',
      'Evidence: Promising, three of four.',
      'Evidence: Mixed, two of four.',
      'Evidence: Early, one of four.',
      'Evidence: Not supported, none of four.',
    ])
    expect(shown.findAll('.level ul').map(list => list.attributes('aria-label'))).toContain('Early, on the list')
    expect(shown.findAll('.level ul').every(list => list.findAll('li').length > 0), 'no list is empty').toBe(true)
  })

  it('tells the levels apart by shape, not by colour alone', async () => {
    const shown = await showMap()
    const shapes = shown.findAll('.level').map(level => level.get('.point svg').html())
    expect(new Set(shapes).size).toBe(5)
  })

  it('says how many of how many are shown, and what the plane shows', async () => {
    const shown = await showMap()
    expect(says(shown)).toContain('10 of 10 verdicts shown. Of 9 uses of a device, 5 are approved, granted or cleared. Of these, 1 is established, 1 promising, 3 mixed or weaker.')
    await filter(shown, 'Device', 'neck-skin')
    expect(says(shown)).toContain('3 of 10 verdicts shown. Of 3 uses of a device, 2 are approved')
  })

  it('filters by device and by area, together', async () => {
    const shown = await showMap()
    await filter(shown, 'Device', 'implant')
    expect(points(shown)).toEqual(['tea.epilepsy', 'tea.mood'])
    await filter(shown, 'Area', 'mood')
    expect(points(shown)).toEqual(['tea.mood'])
  })

  it('offers no filter that no verdict knows', async () => {
    const options = (await showMap()).findAll('option').map(option => option.attributes('value'))
    expect(options).toContain('ear-needles')
    expect(options).not.toContain('heart')
  })

  it('says so when nothing is left, and has a way back', async () => {
    const shown = await showMap()
    await filter(shown, 'Device', 'ear-needles')
    await filter(shown, 'Area', 'mood')
    expect(says(shown)).toBe('0 of 10 verdicts shown.')
    await expectAccessible(shown.element)
    await button(shown, 'Show all verdicts').trigger('click')
    expect(points(shown).length).toBe(map.verdicts.length - 1)
    expect(document.activeElement).toBe(shown.get('select').element)
  })

  it('opens a verdict with its two badges apart, and moves the focus into it', async () => {
    const shown = await showMap()
    const point = button(shown, 'Title of tea.mood')
    await point.trigger('click')
    await flushPromises()
    expect(point.attributes('aria-expanded')).toBe('true')
    expect(document.getElementById(point.attributes('aria-controls')!)).toBe(card(shown).element)
    expect(document.activeElement).toBe(card(shown).element)
    expect(card(shown).findAll('dd').map(badge => readAloud(badge.element))).toEqual([
      'Approval: Permitted by the US FDA in 2005, for people of tea.mood.',
      'Evidence: Mixed, two of four.',
    ])
    await expectAccessible(shown.element)
  })

  it('links the verdict with its sources, and the place in the course', async () => {
    const shown = await showMap()
    await button(shown, 'Title of tea.mood').trigger('click')
    expect(card(shown).findAll('a').map(link => [link.text(), link.attributes('href')])).toEqual([
      ['Verdict and sources', '/evidence/#verdict-tea-mood'],
      ['What was found on tea', '/learn/tea/#verdict'],
    ])
  })

  it.each([['stage', '/3'], ['presenter', '/presenter/3']] as const)('in the deck (%s) links the slide', async (as, href) => {
    const shown = await showMap({ as })
    await button(shown, 'Title of tea.mood').trigger('click')
    expect(card(shown).findAll('a')[1]!.attributes('href')).toBe(href)
  })

  it('closes what it opened by its button, by the point and by Escape, and gives the focus back to the point', async () => {
    const shown = await showMap()
    const point = button(shown, 'Title of tea.mood')
    for (const closing of [() => button(shown, 'Close').trigger('click'), () => card(shown).trigger('keydown', { key: 'Escape' })]) {
      await point.trigger('click')
      await flushPromises()
      await closing()
      expect(card(shown).exists()).toBe(false)
      expect(document.activeElement).toBe(point.element)
    }
    await point.trigger('click')
    await point.trigger('click')
    expect(card(shown).exists()).toBe(false)
  })

  it('closes a verdict that a filter takes away', async () => {
    const shown = await showMap()
    await button(shown, 'Title of tea.mood').trigger('click')
    await filter(shown, 'Device', 'neck-skin')
    expect(card(shown).exists()).toBe(false)
  })

  it('can be skipped by keyboard, as its points are many', async () => {
    const shown = await showMap()
    await button(shown, 'Skip the points').trigger('click')
    expect(document.activeElement!.textContent).toContain('End of the points')
  })

  it('on a slide moves neither the deck by its keys and pointers, nor the focus after a pointer', async () => {
    const shown = await showMap({ as: 'stage' })
    const reached = vi.fn()
    shown.element.parentElement!.addEventListener('keydown', reached)
    shown.element.parentElement!.addEventListener('pointerdown', reached)
    const point = button(shown, 'Title of tea.mood')
    await point.trigger('keydown', { key: ' ' })
    await point.trigger('pointerdown')
    expect(reached).not.toHaveBeenCalled()
    await point.trigger('click', { detail: 1 })
    await flushPromises()
    expect(card(shown).exists()).toBe(true)
    expect(document.activeElement).not.toBe(card(shown).element)
  })

  it('breaks no rule of axe', async () => {
    await expectAccessible((await showMap()).element)
  })
})
