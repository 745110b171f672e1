import { describe, expect, it } from 'vitest'
import { copyTiny, TINY } from '../tests/fixtures/tiny-copy.ts'
import { loadCourse } from './load-course.ts'

function trial(outcomes: string) {
  return `trials:
  - id: cups
    name: CUPS, 2001
    device: implant
    asked: Does it help?
    who: 20 adults
    compared: On against off
    goal: missed
    goalText: It did not.
    outcomes: ${outcomes}
    sources: [smith-2001]
`
}
const people = (id: string, kind: string) => `{id: ${id}, label: Felt better (${id}), kind: ${kind}, result: favours-device, unit: percent-of-people, arms: [{name: On, value: 40}, {name: Off, value: 20}]}`

async function trialsWith(outcomes: string) {
  const copy = copyTiny()
  copy.replace('evidence/tea.yaml', 'verdicts:', `${trial(outcomes)}verdicts:`)
  return (await loadCourse(copy.root)).map.trials
}

describe('the map of the whole course', () => {
  it('has every verdict in the order of the deck, with its two badges and the slide that shows it, and none of its prose', async () => {
    const { map } = await loadCourse(TINY)
    expect(map.verdicts.map(({ id, slide }) => [id, slide?.id])).toEqual([
      ['tea.first', 'tea.verdict'],
      ['tea.second', 'tea.verdict'],
      ['rain.first', 'rain.verdict'],
      ['rain.second', 'rain.verdict'],
    ])
    expect(map.verdicts[0]!.slide).toEqual({ id: 'tea.verdict', title: 'What was found on tea', no: 3 })
    expect(map.verdicts[0]).toMatchObject({ device: 'implant', evidence: 'mixed', approval: { status: 'approved', year: 2005 } })
    expect(JSON.stringify(map)).not.toContain('disagreed')
  })

  it('has the main goal of a trial that counted people', async () => {
    const [found] = await trialsWith(`[${people('late', 'secondary')}, ${people('main', 'main')}]`)
    expect(found).toMatchObject({ id: 'tea.cups', goal: 'missed', outcome: { kind: 'main', label: 'Felt better (main)', arms: [{ value: 40 }, { value: 20 }] } })
  })

  it('has another goal, still named so, where the main one did not count people', async () => {
    const points = '{id: main, label: Points, kind: main, result: favours-device, unit: points, arms: [{name: On, value: 4}, {name: Off, value: 2}]}'
    expect((await trialsWith(`[${points}, ${people('late', 'secondary')}]`))[0]!.outcome).toMatchObject({ kind: 'secondary', label: 'Felt better (late)' })
  })

  it('leaves out a trial whose people stand in one group only: there is nothing to compare', async () => {
    expect(await trialsWith('[{id: main, label: Felt better, kind: main, result: not-compared, unit: percent-of-people, arms: [{name: On, value: 40}]}]')).toEqual([])
  })
})
