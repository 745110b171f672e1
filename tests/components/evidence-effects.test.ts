import type { VueWrapper } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import EvidenceEffects from '../../components/evidence/EvidenceEffects.vue'
import { expectAccessible, peopleDrawn, readAloud, show } from './mount.ts'

vi.mock('virtual:course/map', async () => await import('./course-map.ts'))

const rows = (shown: VueWrapper<any>) => shown.findAll('li > button')
const opened = (shown: VueWrapper<any>) => shown.find('.effect')

async function showEffects(place: Parameters<typeof show>[2] = { as: 'page' }) {
  const shown = await show(EvidenceEffects, {}, place)
  await vi.dynamicImportSettled()
  return shown
}

describe('how large the effects are', () => {
  it('says in words what became of the main goals', async () => {
    expect(readAloud((await showEffects()).get('figcaption').element)).toContain('4 trials counted people: 2 met their main goal, 1 missed it, 1 formed no groups by chance.')
  })

  it('lists every trial with its main goal, what was counted, and the value of each group', async () => {
    expect(rows(await showEffects()).map(row => readAloud(row.element))).toEqual([
      'Main goal met. MET, 2001 Felt better in met: Device on 35.2 in 100, Device off 24.2 in 100.',
      'Main goal missed. MISSED, 2001 Felt better in missed: Device on 15.2 in 100, Device off 10 in 100.',
      'No groups made by chance. OPEN, 2001 Felt better in open: With 67.6 in 100, Without 40.9 in 100.',
      'Main goal met. OTHER, 2001 Felt better in other: Fast 81.2 in 100, Slow 75.9 in 100, Sham 47 in 100.',
    ])
  })

  it('is shorter on a slide, where a row has one line: no year, and what was counted in short', async () => {
    const shown = await showEffects({ as: 'stage' })
    expect(readAloud(rows(shown)[0]!.element)).toBe('Main goal met. MET met eased: Device on 35.2 in 100, Device off 24.2 in 100.')
    expect(readAloud(opened(shown).element)).toContain('MET, 2001: Adults of met.')
    expect(opened(shown).text()).toContain('Felt better in met')
  })

  it('draws each group on one axis from 0 to 100, the comparison hollow', async () => {
    const dots = rows(await showEffects()).at(3)!.findAll('.track .dot')
    expect(dots.map(dot => [dot.attributes('style'), dot.classes().includes('device')])).toEqual([
      ['left: 81.2%;', true],
      ['left: 75.9%;', true],
      ['left: 47%;', false],
    ])
  })

  it('draws one trial at a time as people in 100, every group at the same size, with whom it counted', async () => {
    const shown = await showEffects()
    expect(readAloud(opened(shown).element)).toContain('MET, 2001: Adults of met.')
    await rows(shown).at(3)!.trigger('click')
    expect(shown.findAll('.effect').length).toBe(1)
    expect(rows(shown).map(row => row.attributes('aria-expanded'))).toEqual(['false', 'false', 'false', 'true'])
    expect(document.getElementById(rows(shown).at(3)!.attributes('aria-controls')!)).toBe(opened(shown).element)
    expect(opened(shown).findAll('.arm').map(arm => peopleDrawn(arm, ''))).toEqual([100, 100, 100])
  })

  it('says so when what it draws is not the main goal', async () => {
    const shown = await showEffects()
    expect(opened(shown).text()).not.toContain('another result')
    await rows(shown).at(3)!.trigger('click')
    expect(opened(shown).text()).toContain('Drawn here is another result')
  })

  it('names the people in each group where they are known', async () => {
    expect(opened(await showEffects()).text()).toContain('n = 122')
  })

  it('closed again says what to do', async () => {
    const shown = await showEffects()
    await rows(shown).at(0)!.trigger('click')
    expect(opened(shown).exists()).toBe(false)
    expect(shown.text()).toContain('Choose a trial')
    await expectAccessible(shown.element)
  })

  it('does not move the deck by its keys and pointers', async () => {
    const shown = await showEffects({ as: 'stage' })
    const reached = vi.fn()
    shown.element.parentElement!.addEventListener('keydown', reached)
    shown.element.parentElement!.addEventListener('pointerdown', reached)
    await rows(shown).at(1)!.trigger('keydown', { key: ' ' })
    await rows(shown).at(1)!.trigger('pointerdown')
    expect(reached).not.toHaveBeenCalled()
  })

  it('breaks no rule of axe', async () => {
    await expectAccessible((await showEffects()).element)
  })
})
