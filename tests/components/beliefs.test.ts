import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import CourseBeliefForm from '../../components/course/CourseBeliefForm.vue'
import { useProgressStore } from '../../stores/progress.ts'
import { button, expectAccessible, readAloud, show } from './mount.ts'

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
