import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import CourseBeliefForm from '../../components/course/CourseBeliefForm.vue'
import CourseBeliefs from '../../components/course/CourseBeliefs.vue'
import { loadCourseMap } from '../../composables/useCourseMap.ts'
import { PLACING_KEY } from '../../stores/keys.ts'
import { useProgressStore } from '../../stores/progress.ts'
import { button, expectAccessible, readAloud, reload, show } from './mount.ts'

type Shown = Awaited<ReturnType<typeof show>>
const beliefs = [
  { section: 'tea', text: 'Tea helps.', verdict: 'tea.first' },
  { section: 'rain', text: 'Rain helps.', verdict: 'rain.first' },
]
const form = () => show(CourseBeliefForm, { beliefs, moment: 'before' })
const radio = (shown: Shown, section: string, value: string) => shown.get<HTMLInputElement>(`[data-claim="${section}"] input[value="${value}"]`)
const kept = () => useProgressStore().progress.beliefs.map(({ section, approved, evidence }) => [section, approved, evidence])
const status = (shown: Shown) => readAloud(shown.get('[role="status"]').element)

async function press(shown: Shown) {
  button(shown, 'Keep')
  await shown.get('form').trigger('submit')
  await flushPromises()
}

beforeEach(() => sessionStorage.clear())

describe('claims on one scale only', () => {
  async function halfPlaced() {
    const shown = await form()
    await radio(shown, 'tea', 'true').setValue(true)
    await radio(shown, 'tea', 'mixed').setValue(true)
    await radio(shown, 'rain', 'false').setValue(true)
    await press(shown)
    return shown
  }

  it('are told of and shown, and nothing is kept yet', async () => {
    const shown = await halfPlaced()
    expect(kept()).toEqual([])
    expect(shown.emitted('kept')).toBeUndefined()
    expect(status(shown)).toBe('1 claim is on one scale only: place it on both, or press Keep again to leave it out.')
    expect(readAloud(shown.get('[data-claim="rain"]').element)).toContain('Still open: how strong is the proof?')
    expect(readAloud(shown.get('[data-claim="tea"]').element)).not.toContain('Still open')
    expect(document.activeElement).toBe(shown.get('[data-claim="rain"] [data-scale="evidence"] input').element)
    await expectAccessible(shown.element)
  })

  it('are kept once they are placed on both', async () => {
    const shown = await halfPlaced()
    await radio(shown, 'rain', 'early').setValue(true)
    expect(status(shown)).toBe('')
    await press(shown)
    expect(kept()).toEqual([['tea', true, 'mixed'], ['rain', false, 'early']])
    expect(shown.emitted('kept')).toHaveLength(1)
  })

  it('are left out at a second press', async () => {
    const shown = await halfPlaced()
    await press(shown)
    expect(kept()).toEqual([['tea', true, 'mixed']])
    expect(shown.emitted('kept')).toHaveLength(1)
  })
})

describe('what is placed and not kept', () => {
  const checked = (shown: Shown) => shown.findAll<HTMLInputElement>('input:checked').map(({ element }) => [element.closest('[data-claim]')!.getAttribute('data-claim'), element.value])

  it('is there after a reload, and gone once it is kept', async () => {
    const shown = await form()
    await radio(shown, 'tea', 'true').setValue(true)
    await radio(shown, 'rain', 'early').setValue(true)
    reload()
    const again = await form()
    expect(checked(again)).toEqual([['tea', 'true'], ['rain', 'early']])
    await radio(again, 'tea', 'mixed').setValue(true)
    await radio(again, 'rain', 'false').setValue(true)
    await press(again)
    reload()
    expect(checked(await form())).toEqual([])
  })

  it('of the second time is gone on with', async () => {
    await loadCourseMap()
    useProgressStore().place([{ section: 'tea', moment: 'before', approved: true, evidence: 'mixed' }])
    const shown = await show(CourseBeliefs)
    await button(shown, 'Place them again, after the course').trigger('click')
    await radio(shown, 'tea', 'early').setValue(true)
    reload()
    expect(checked(await show(CourseBeliefs))).toEqual([['tea', 'early']])
  })

  it('is forgotten with everything else', async () => {
    await radio(await form(), 'tea', 'true').setValue(true)
    useProgressStore().startAfresh()
    reload()
    expect(checked(await form())).toEqual([])
  })

  it('is not needed, nor trusted: without storage, or damaged', async () => {
    for (const damaged of ['{', '7', '{"moment":"before","placed":{"tea":5,"rain":{"approved":1,"evidence":"sure"}},"afresh":null}']) {
      sessionStorage.setItem(PLACING_KEY, damaged)
      expect(checked(await form())).toEqual([])
    }
    for (const how of ['getItem', 'setItem', 'removeItem'] as const) {
      vi.spyOn(Storage.prototype, how).mockImplementation(() => {
        throw new Error('denied')
      })
    }
    const shown = await form()
    await radio(shown, 'tea', 'true').setValue(true)
    await radio(shown, 'tea', 'mixed').setValue(true)
    await press(shown)
    expect(shown.emitted('kept')).toHaveLength(1)
  })
})

it('the focus is at what is said once they are kept, and at the first claim once they are placed again', async () => {
  await loadCourseMap()
  const shown = await show(CourseBeliefs)
  const said = shown.get('[role="status"]').element
  expect(readAloud(said)).toBe('')
  await radio(shown, 'tea', 'true').setValue(true)
  await radio(shown, 'tea', 'mixed').setValue(true)
  await press(shown)
  expect(readAloud(said)).toMatch(/^Saved/)
  expect(document.activeElement).toBe(said)
  await button(shown, 'Place them again, after the course').trigger('click')
  await flushPromises()
  expect(document.activeElement).toBe(shown.get('.claim').element)
  expect(readAloud(said)).toBe('')
  expect(shown.get('.headlines a').element.textContent).toMatch(/^\S.*\S$/)
})

it('the result shows both answers on both scales, and what its marks mean once', async () => {
  await loadCourseMap()
  const store = useProgressStore()
  store.place([{ section: 'tea', moment: 'after', approved: false, evidence: 'early' }])
  const once = await show(CourseBeliefs)
  expect(readAloud(once.get('li').element)).toContain('Proof: you said early; the course finds mixed. Allowed for this: you said no; we found a decision.')
  expect(once.get('.key').text()).not.toContain('before')
  store.place([{ section: 'tea', moment: 'before', approved: true, evidence: 'established' }])
  const twice = await show(CourseBeliefs)
  expect(readAloud(twice.get('li').element)).toContain('Proof: you said established, now early; the course finds mixed. Allowed for this: you said yes, now no; we found a decision.')
  expect(twice.findAll('.key')).toHaveLength(1)
  expect(twice.get('.key').text()).toMatch(/before.*now.*the course’s finding.*from “not supported” to “established”/s)
})
