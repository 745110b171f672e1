import { describe, expect, it, vi } from 'vitest'
import EvidenceTimeline from '../../components/evidence/EvidenceTimeline.vue'
import { expectAccessible, readAloud, show } from './mount.ts'

vi.mock('virtual:course/map', async () => await import('./course-map.ts'))

async function showTimeline() {
  const shown = await show(EvidenceTimeline, {}, { as: 'page' })
  await vi.dynamicImportSettled()
  return shown
}

describe('the years of decisions', () => {
  it('stand in their order, each once, and end in the year in which the course last looked', async () => {
    expect((await showTimeline()).findAll('li .year').map(year => year.text())).toEqual(['1997', '2005', '2018', '2018', '2019', '2022', '2026'])
  })

  it('each say the exact word, by whom, for whom, and beside it what the proof is now', async () => {
    const said = (await showTimeline()).findAll('li').map(item => item.findAll('p:not([aria-hidden])').map(line => readAloud(line.element)).join(' '))
    expect(said[1]).toBe('2005 Title of tea.mood Approval: Permitted by the US FDA in 2005, for people of tea.mood. Evidence: Mixed, two of four.')
    expect(said[5]).toContain('Approval: On the list by the US FDA in 2022')
  })

  it('keep stamp and meter apart', async () => {
    const shown = await showTimeline()
    expect(shown.findAll('.meter').length).toBe(6)
    expect(shown.findAll('p').every(line => line.findAll('.meter, .approval').length < 2)).toBe(true)
  })

  it('say in words that a decision is not a proof', async () => {
    expect((await showTimeline()).get('figcaption').text()).toBe('6 decisions (US FDA). The proof as it stands now: established for 1, promising for 1, mixed for 2, early for 2.')
  })

  it('break no rule of axe', async () => {
    await expectAccessible((await showTimeline()).element)
  })
})
