import type { Group, GroupAsking } from './group.ts'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { policyOf } from './asking.ts'
import { answeredBy, answeredWith, groupAskingOf, mergeGroups, newGroup, questionName, takenUp, withShared } from './group.ts'

/** What windows hold of a group after some of them set something */
const groups = fc.array(fc.record({ name: fc.constantFrom('a', 'b', 'c'), value: fc.integer(), by: fc.constantFrom('x', 'y') }), { maxLength: 6 })
  .chain(sets => fc.record({ group: fc.constantFrom<[string, number]>(['one', 1], ['two', 1], ['three', 2]), sets: fc.constant(sets) }))
  .map(({ group: [id, startedAtMs], sets }) => sets.reduce<Group>((group, { name, by }) => {
    const version = (group.shared[name]?.version ?? 0) + 1
    // What one window sets at one version is one value.
    return withShared(group, name, `${name} ${version} ${by}`, by)
  }, { id, startedAtMs, shared: {} }))

it('comes out the same in every window, in whatever order they tell each other, and how often', () => {
  fc.assert(fc.property(groups, groups, groups, (a, b, c) => {
    expect(mergeGroups(a, b)).toEqual(mergeGroups(b, a))
    expect(mergeGroups(mergeGroups(a, b), c)).toEqual(mergeGroups(a, mergeGroups(b, c)))
    expect(mergeGroups(a, a)).toBe(a)
    expect(mergeGroups(mergeGroups(a, b), b)).toEqual(mergeGroups(a, b))
  }))
})

it('a new group is blank, and counts in every window although a clock was set back', () => {
  const first = withShared(newGroup('first', 1000), questionName('tea.hot'), { answers: [{}] }, 'x')
  const second = newGroup('second', 5, first)
  expect(answeredBy(first)).toBe(1)
  expect(answeredBy(mergeGroups(first, second))).toBe(0)
  expect(mergeGroups(second, first).id).toBe('second')
})

it('a question goes for a group as for a learner: a second try after a miss, the solution after giving up, and once more', () => {
  const policy = policyOf('slide')
  const phase = (asking: GroupAsking) => groupAskingOf(asking, policy).phase
  const give = (asking: GroupAsking, score: number) => answeredWith(asking, { question: 'tea.hot', response: 'b', score, mode: 'slide', revision: 1 }, 1)
  const missed = give({ answers: [] }, 0)
  expect(phase(missed)).toBe('second-try')
  expect(phase({ ...missed, gaveUp: true })).toBe('done')
  const right = give(missed, 1)
  expect(phase(right)).toBe('done')
  expect(right.answers.map(({ atMs }) => atMs)).toEqual([1, 2])
  expect(phase(takenUp(right))).toBe('open')
  expect(phase(give(takenUp(missed), 0)), 'taken up again there are two tries again').toBe('second-try')
})
