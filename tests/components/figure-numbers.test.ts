import type { Section } from '../../core/course.ts'
import { describe, expect, it, vi } from 'vitest'
import EvidenceFigure from '../../components/evidence/EvidenceFigure.vue'
import FigureBars from '../../components/figure/FigureBars.vue'
import FigureGroups from '../../components/figure/FigureGroups.vue'
import { loadSection } from '../../composables/useSection.ts'
import { expectAccessible, peopleDrawn, readAloud, show } from './mount.ts'

const groups = [
  { name: 'Implant and therapy', people: 9, filled: 7, says: 'no longer had it' },
  { name: 'Therapy alone', says: 'No such group' },
]

const pain: Pick<Section, 'id' | 'trials'> = {
  id: 'pain',
  trials: [{
    id: 'pain.small',
    name: 'SMALL',
    device: 'implant',
    asked: 'Asked?',
    who: 'Nine people',
    compared: 'Nobody',
    goal: 'none',
    goalText: 'It was so.',
    outcomes: [{ id: 'gone', label: 'Who no longer had it?', kind: 'secondary', result: 'not-compared', groups }],
    sources: [],
  }],
}
vi.mock('virtual:course/sections', async importOriginal => ({
  sections: { ...(await importOriginal<typeof import('virtual:course/sections')>()).sections, pain: async () => pain },
}))

describe('the people of a small study', () => {
  it('draws each person of a group once, and fills those who had the result', async () => {
    const shown = await show(FigureGroups, { label: 'Who no longer had it?', groups })
    const [with9, nobody] = shown.findAll('li')
    expect(peopleDrawn(with9!, '.with')).toBe(7)
    expect(peopleDrawn(with9!, '.without')).toBe(2)
    expect(peopleDrawn(nobody!, '')).toBe(0)
    expect(nobody!.find('.nobody').exists()).toBe(true)
    await expectAccessible(shown.element)
  })

  it('says what it draws', async () => {
    const shown = await show(FigureGroups, { label: 'Who no longer had it?', groups })
    const [with9, nobody] = shown.findAll('li').map(group => readAloud(group.element))
    expect(with9).toMatch(/^9 people · Implant and therapy ?7 of 9 no longer had it$/)
    expect(nobody).toMatch(/^Nobody · Therapy alone ?No such group$/)
  })

  it('keeps an empty place as large as the fullest group', async () => {
    const shown = await show(FigureGroups, { label: 'Many', groups: [{ name: 'A', people: 73, says: 'Many' }, { name: 'B', says: 'None' }] })
    const [many, none] = shown.findAll('svg').map(svg => svg.attributes('viewBox'))
    expect(none).toBe(many)
  })

  it('is drawn from the data of a trial', async () => {
    await loadSection('pain')
    const shown = await show(EvidenceFigure, { trial: 'pain.small', outcome: 'gone' })
    expect(shown.text()).toContain('Who no longer had it?')
    expect(shown.text()).toContain('7 of 9')
    expect(shown.text()).toContain('Nine people')
  })
})

describe('bars', () => {
  const values = async (...numbers: number[]) =>
    (await show(FigureBars, { label: 'Change', unit: '', arms: numbers.map(value => ({ name: String(value), value })) })).findAll('.value').map(value => value.text())

  it('print the numbers of one chart with as many decimals each', async () => {
    expect(await values(-2.26, -1.8)).toEqual(['−2.26', '−1.80'])
    expect(await values(5, 2.4)).toEqual(['5.0', '2.4'])
    expect(await values(-28, -15)).toEqual(['−28', '−15'])
  })
})
