import type { EvidenceFilter } from './evidence-filter.ts'
import { describe, expect, it } from 'vitest'
import { loadCourse } from '../content/load-course.ts'
import { TINY } from '../tests/fixtures/tiny-copy.ts'
import { claimsShown, everything } from './evidence-filter.ts'

const [tea] = (await loadCourse(TINY)).sections
const section = {
  ...tea!,
  claims: [...tea!.claims, { id: 'tea.heals', paragraph: 'P2', text: 'The article says that tea heals Ménière’s disease.' }],
  verdicts: tea!.verdicts.map(verdict => verdict.id === 'tea.second' ? { ...verdict, claims: ['tea.helps', 'tea.heals'] } : verdict),
}

function shown(filter: Partial<EvidenceFilter>) {
  return claimsShown(section, { ...everything, ...filter })
    .map(({ claim, verdicts, above }) => [claim.id, verdicts.map(({ id }) => id), above.map(({ id }) => id)])
}

describe('the verdicts of a section', () => {
  it('all stand under their claims; one of two claims stands under the first', () => {
    expect(shown({})).toEqual([
      ['tea.helps', ['tea.first', 'tea.second'], []],
      ['tea.heals', [], ['tea.second']],
    ])
  })

  it.each<[Partial<EvidenceFilter>, string[]]>([
    [{ device: 'implant' }, ['tea.first']],
    [{ evidence: 'not-supported' }, ['tea.second']],
    [{ approval: 'approved' }, ['tea.first']],
    [{ words: 'disagreed' }, ['tea.first']],
    [{ words: 'IMPLANT about tea' }, ['tea.first']],
    [{ words: 'meniere' }, ['tea.second']],
    [{ words: 'device', evidence: 'not-supported' }, ['tea.second']],
    [{ device: 'implant', approval: 'not-approved' }, []],
  ])('with %o are %j', (filter, ids) => {
    expect(shown(filter).flatMap(([, verdicts]) => verdicts)).toEqual(ids)
  })

  it('that are filtered out take their claim along', () => {
    expect(shown({ device: 'implant' }).map(([claim]) => claim)).toEqual(['tea.helps'])
  })
})
