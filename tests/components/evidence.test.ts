import type { VueWrapper } from '@vue/test-utils'
import type { Approval, EvidenceLevel } from '../../core/course.ts'
import { describe, expect, it, vi } from 'vitest'
import { createSSRApp, nextTick } from 'vue'
import { renderToString } from 'vue/server-renderer'
import EvidenceMeter from '../../components/evidence/EvidenceMeter.vue'
import EvidenceStale from '../../components/evidence/EvidenceStale.vue'
import EvidenceStamp from '../../components/evidence/EvidenceStamp.vue'
import EvidenceTable from '../../components/evidence/EvidenceTable.vue'
import EvidenceVerdict from '../../components/evidence/EvidenceVerdict.vue'
import { approvalStatuses, evidenceLevels } from '../../core/scales.ts'
import { expectAccessible, readAloud, show } from './mount.ts'

const spoken = (shown: { element: Element }) => readAloud(shown.element).toLowerCase()

/** Each badge has a cell or definition of its own, and says nothing of the other's matter. */
function expectApart(shown: VueWrapper<any>) {
  const meters = shown.findAll('.meter')
  const stamps = shown.findAll('.approval')
  expect(meters.length).toBeGreaterThan(0)
  expect(stamps.length).toBe(meters.length)
  const cell = (badge: { element: Element }) => badge.element.closest('td, dd')
  for (const meter of meters) {
    expect(cell(meter)?.querySelector('.approval')).toBeNull()
    expect(spoken(meter)).not.toContain('approv')
  }
  for (const stamp of stamps) {
    expect(cell(stamp)?.querySelector('.meter')).toBeNull()
    expect(spoken(stamp)).not.toContain('evidence')
  }
}

describe('the meter of evidence', () => {
  const levels: [EvidenceLevel, number, string][] = [
    ['established', 4, 'evidence: established, four of four.'],
    ['promising', 3, 'evidence: promising, three of four.'],
    ['mixed', 2, 'evidence: mixed, two of four.'],
    ['early', 1, 'evidence: early, one of four.'],
    ['not-supported', 0, 'evidence: not supported, none of four.'],
  ]

  it('has words for every level there is', () => {
    expect(levels.map(([level]) => level)).toEqual(evidenceLevels)
  })

  it.each(levels)('%s fills %i of four dots and reads "%s"', async (level, dots, words) => {
    const shown = await show(EvidenceMeter, { level })
    expect(spoken(shown)).toBe(words)
    expect(shown.findAll('circle').length).toBe(4)
    expect(shown.findAll('circle[fill="currentColor"]').length).toBe(dots)
    expect(shown.find('path').exists(), 'struck through').toBe(dots === 0)
    expect(shown.get('svg').attributes('aria-hidden')).toBe('true')
    await expectAccessible(shown.element)
  })
})

describe('the stamp of approval', () => {
  const decision = { by: 'US FDA', year: 2005, for: 'adults with tea' }
  const stamps: [Approval, string][] = [
    [{ status: 'approved', ...decision }, 'approval: permitted by the us fda in 2005, for adults with tea.'],
    [{ status: 'granted', ...decision }, 'approval: granted by the us fda in 2005, for adults with tea.'],
    [{ status: 'cleared', ...decision }, 'approval: let through by the us fda in 2005, for adults with tea.'],
    [{ status: 'designated', ...decision }, 'approval: on the list by the us fda in 2005, for adults with tea.'],
    [{ status: 'not-approved' }, 'approval: no permit found.'],
    [{ status: 'not-a-device' }, 'approval: nothing to permit.'],
  ]

  it('has words for every status there is', () => {
    expect(stamps.map(([{ status }]) => status)).toEqual(approvalStatuses.toReversed())
  })

  it.each(stamps)('%o reads "%s"', async (approval, words) => {
    const shown = await show(EvidenceStamp, { approval })
    expect(spoken(shown)).toBe(words)
    await expectAccessible(shown.element)
  })

  it.each(stamps)('the short one of %o reads the same, as what it leaves out is only hidden from the eye', async (approval, words) => {
    const shown = await show(EvidenceStamp, { approval, short: true })
    expect(spoken(shown)).toBe(words)
    const seen = shown.element.cloneNode(true) as Element
    seen.querySelectorAll('.visually-hidden').forEach(hidden => hidden.remove())
    expect(seen.textContent).not.toContain('adults with tea')
  })
})

describe('a verdict', () => {
  it('shows the claim narrowed, both badges apart, and why', async () => {
    const shown = await show(EvidenceVerdict, { id: 'tea.first' })
    for (const words of ['An implant for tea', 'An implant helps people with tea.', 'Two trials disagreed.'])
      expect(shown.text()).toContain(words)
    expect(spoken(shown)).toContain('evidence: mixed, two of four.')
    expect(spoken(shown)).toContain('approval: permitted by the tea board in 2005, for adults with tea.')
    expectApart(shown)
  })

  it('keeps its sources one tap away, with a link to the DOI', async () => {
    const shown = await show(EvidenceVerdict, { id: 'tea.first' })
    const sources = shown.get<HTMLDetailsElement>('details')
    expect(sources.element.open).toBe(false)
    expect(sources.get('summary').text()).toBe('1 source')
    expect(sources.text()).toContain('Smith')
    expect(sources.text()).toContain('It was mixed.')
    const link = sources.get('a')
    expect(link.attributes('href')).toBe('https://doi.org/10.1000/xyz')
    expect(link.attributes('rel')).toContain('noopener')
    expect(link.text()).toContain('10.1000/xyz')
  })

  it('opens its sources without moving the deck', async () => {
    const shown = await show(EvidenceVerdict, { id: 'tea.first' })
    const reached = vi.fn()
    shown.element.addEventListener('keydown', reached)
    shown.element.addEventListener('pointerdown', reached)
    const summary = shown.get('summary').element
    summary.dispatchEvent(new KeyboardEvent('keydown', { key: ' ', bubbles: true }))
    summary.dispatchEvent(new Event('pointerdown', { bubbles: true }))
    expect(reached).not.toHaveBeenCalled()
  })

  it.each([[undefined, 'H3'], [2, 'H2'], [4, 'H4']])('with the level %s on a page has the heading %s and a place to link to', async (level, tag) => {
    const shown = await show(EvidenceVerdict, { id: 'tea.second', level }, { as: 'page' })
    expect(shown.get('.title').element.tagName).toBe(tag)
    expect(shown.attributes('id')).toBe('verdict-tea-second')
  })

  it('on a slide has neither a heading beside the slide’s own nor an id, as the slide is drawn more than once', async () => {
    const shown = await show(EvidenceVerdict, { id: 'tea.second' }, { as: 'stage' })
    expect(shown.findAll('h1, h2, h3, h4')).toEqual([])
    expect(shown.attributes('id')).toBeUndefined()
  })

  it.each(['tea.first', 'tea.second'])('%s breaks no rule of axe', async (id) => {
    const shown = await show(EvidenceVerdict, { id })
    await expectAccessible(shown.element)
    shown.get<HTMLDetailsElement>('details').element.open = true
    await expectAccessible(shown.element)
  })

  it('that is not there shows nothing', async () => {
    expect((await show(EvidenceVerdict, { id: 'tea.nothing' })).text()).toBe('')
  })
})

describe('a verdict that was to be weighed again by a day', () => {
  const verdict = { checked: '2025-11-22', recheckBy: '2026-05-22' }
  const showOn = (day: string, more = verdict) => {
    vi.setSystemTime(new Date(`${day}T12:00`))
    return show(EvidenceStale, { verdict: more })
  }

  it('says nothing before', async () => {
    expect((await showOn('2026-05-21')).text()).toBe('')
  })

  it('says from that day on that it may be out of date, and when it was weighed', async () => {
    const shown = await showOn('2026-05-22')
    expect(readAloud(shown.element)).toBe('May be out of date. Last weighed on 22 November 2025; newer studies may have come since.')
    await expectAccessible(shown.element)
  })

  it('says nothing where no day is set', async () => {
    expect((await showOn('2099-01-01', { checked: '2025-11-22' } as typeof verdict)).text()).toBe('')
  })
})

describe('several verdicts', () => {
  const ids = ['tea.second', 'tea.first']

  it('are a table on a slide: a row each in the order given, a column for each badge', async () => {
    const shown = await show(EvidenceTable, { ids }, { as: 'stage' })
    expect(shown.element.tagName).toBe('TABLE')
    expect(shown.findAll('thead th').map(head => [head.attributes('scope'), head.text()])).toEqual([
      ['col', 'The claim, narrowed'],
      ['col', 'Approved?'],
      ['col', 'How strong is the proof?'],
    ])
    expect(shown.findAll('tbody tr').map(row => [row.get('th').attributes('scope'), ...row.findAll('th, td').map(spoken)])).toEqual([
      ['row', 'an ear device for tea', 'approval: no permit found.', 'evidence: not supported, none of four.'],
      ['row', 'an implant for tea', 'approval: permitted by the tea board in 2005, for adults with tea.', 'evidence: mixed, two of four.'],
    ])
    expectApart(shown)
    await expectAccessible(shown.element)
  })

  it('are full cards on a page', async () => {
    const shown = await show(EvidenceTable, { ids }, { as: 'page' })
    expect(shown.find('table').exists()).toBe(false)
    expect(shown.findAll('article').map(card => card.get('h3').text())).toEqual(['An ear device for tea', 'An implant for tea'])
    expectApart(shown)
    await expectAccessible(shown.element)
  })

  it('leaves out one that is not there', async () => {
    const shown = await show(EvidenceTable, { ids: ['tea.first', 'tea.nothing'] }, { as: 'stage' })
    expect(shown.findAll('tbody tr').length).toBe(1)
  })
})

it('a verdict whose day has come since the page was drawn is hydrated as it was drawn, and says so then', async () => {
  const verdict = { checked: '2025-11-22', recheckBy: '2026-05-22' }
  const root = document.createElement('div')
  root.innerHTML = await renderToString(createSSRApp(EvidenceStale, { verdict }))
  vi.setSystemTime(Date.UTC(2028, 0, 1, 12))
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  const error = vi.spyOn(console, 'error').mockImplementation(() => {})
  const app = createSSRApp(EvidenceStale, { verdict })
  app.mount(root)
  await nextTick()
  expect([...warn.mock.calls, ...error.mock.calls]).toEqual([])
  expect(root.textContent).toContain('May be out of date')
  app.unmount()
})
