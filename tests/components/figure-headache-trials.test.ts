import type { VueWrapper } from '@vue/test-utils'
import type { Section, Trial } from '../../core/course.ts'
import { describe, expect, it, vi } from 'vitest'
import FigureHeadacheTrials from '../../components/figure/subject/FigureHeadacheTrials.vue'
import { loadSection } from '../../composables/useSection.ts'
import { button, expectAccessible, readAloud, show } from './mount.ts'

function outcome(id: string, kind: 'main' | 'secondary', unit: 'percent-of-people' | 'other', device: number, sham: number): Trial['outcomes'][number] {
  return {
    id,
    label: `Result ${id}`,
    kind,
    result: kind === 'main' ? 'no-clear-difference' : 'favours-device',
    unit,
    arms: [{ name: 'Real device', people: 60, value: device }, { name: 'Sham', value: sham }],
  }
}
function trial(id: string, goal: Trial['goal'], outcomes: Trial['outcomes']): Trial {
  return { id: `pain.${id}`, name: id.toUpperCase(), device: 'neck-skin', asked: 'Asked?', who: `People of ${id}`, compared: 'Device against sham', goal, goalText: 'It was so.', outcomes, sources: [] }
}

const pain: Pick<Section, 'id' | 'trials'> = {
  id: 'pain',
  trials: [
    trial('act1', 'missed', [
      outcome('main', 'main', 'percent-of-people', 26.7, 15.1),
      outcome('episodic', 'secondary', 'percent-of-people', 40, 10),
      { ...outcome('unknown', 'secondary', 'other', 0, 0), arms: undefined },
    ]),
    trial('premium', 'missed', [outcome('main', 'main', 'other', -2.5, -1.25), outcome('halved', 'secondary', 'percent-of-people', 44.9, 26.8)]),
    trial('withdrawal', 'none', []),
  ],
}
vi.mock('virtual:course/sections', async importOriginal => ({
  sections: { ...(await importOriginal<typeof import('virtual:course/sections')>()).sections, pain: async () => pain },
}))

async function showTrials(place: Parameters<typeof show>[2] = { as: 'page' }) {
  await loadSection('pain')
  return show(FigureHeadacheTrials, {}, place)
}
const results = (shown: VueWrapper<any>) => shown.findAll('.label').map(label => readAloud(label.element))

describe('the headache trials', () => {
  it('offer the aims that the course has trials for', async () => {
    const shown = await showTrials()
    expect(shown.findAll('[aria-pressed]').map(aim => [aim.text(), aim.attributes('aria-pressed')])).toEqual([
      ['Stop a cluster attack', 'true'],
      ['Prevent migraine', 'false'],
    ])
  })

  it('name main goal, subgroup and other results as such, and which way they went', async () => {
    const shown = await showTrials()
    expect(results(shown)).toEqual(['Main goal: Result main, no clear difference', 'Subgroup: Result episodic, favours the device'])
    await button(shown, 'Prevent migraine').trigger('click')
    expect(results(shown)).toEqual(['Main goal: Result main, no clear difference', 'Also measured: Result halved, favours the device'])
  })

  it('say of each trial whom it counted and what became of its main goal', async () => {
    expect(readAloud((await showTrials()).get('.trial').element)).toBe('ACT1 Main goal missed. People of act1')
  })

  it('show both groups of a result from zero on one scale, with people and value in words', async () => {
    const bars = (await showTrials()).findAll('.bars li')
    expect(bars.map(bar => readAloud(bar.element))).toEqual([
      'Real device (n = 60) 26.7 in 100 people',
      'Sham 15.1 in 100 people',
      'Real device (n = 60) 40 in 100 people',
      'Sham 10 in 100 people',
    ])
    expect(bars.map(bar => Number.parseFloat(bar.get<HTMLElement>('.bar').element.style.inlineSize))).toEqual([66.75, 37.75, 100, 25])
    expect(bars.map(bar => bar.get('.bar').classes().includes('device'))).toEqual([true, false, true, false])
  })

  it('give a change in number a scale of its own, and its sign', async () => {
    const shown = await showTrials()
    await button(shown, 'Prevent migraine').trigger('click')
    const bars = shown.findAll('.bars li').slice(0, 2)
    expect(bars.map(bar => bar.get('.value').text())).toEqual(['−2.50', '−1.25'])
    expect(bars.map(bar => Number.parseFloat(bar.get<HTMLElement>('.bar').element.style.inlineSize))).toEqual([100, 50])
  })

  it('do not move the deck by their keys and pointers', async () => {
    const shown = await showTrials({ as: 'stage' })
    const reached = vi.fn()
    shown.element.parentElement!.addEventListener('keydown', reached)
    shown.element.parentElement!.addEventListener('pointerdown', reached)
    await button(shown, 'Prevent migraine').trigger('keydown', { key: ' ' })
    await button(shown, 'Prevent migraine').trigger('pointerdown')
    expect(reached).not.toHaveBeenCalled()
  })

  it('break no rule of axe', async () => {
    await expectAccessible((await showTrials()).element)
  })
})
