import type { Progress } from '../../core/progress.ts'
import type { Settings } from '../../core/settings.ts'
import { flushPromises } from '@vue/test-utils'
import { expect, it, vi } from 'vitest'
import CourseBeliefRow from '../../components/course/CourseBeliefRow.vue'
import { packLink } from '../../composables/handOver.ts'
import { progressFile } from '../../core/progress-file.ts'
import { readSettings } from '../../core/settings.ts'
import ProgressPage from '../../pages/ProgressPage.vue'
import { PROGRESS_KEY } from '../../stores/keys.ts'
import { useProgressStore } from '../../stores/progress.ts'
import { useSettingsStore } from '../../stores/settings.ts'
import { LINK_PROBLEM } from '../../words/en/progress.ts'
import { answerTo, progressOf } from '../fixtures/build.ts'
import { button, readAloud, reload, show } from './mount.ts'

const beliefs: Progress['beliefs'] = [{ section: 'tea', moment: 'before', approved: true, evidence: 'mixed', atMs: 5 }]
const dark: Settings = { ...readSettings(null), scheme: 'dark' }

async function bringIn(shown: Awaited<ReturnType<typeof show>>, progress: Progress, settings?: Settings) {
  const input = shown.get('input[type="file"]')
  const file = new File([progressFile({ progress, settings }, __COURSE_ID__, '2026-01-05').text], 'copy.json')
  Object.defineProperty(input.element, 'files', { value: [file], configurable: true })
  await input.trigger('change')
  await flushPromises()
  return readAloud(shown.get('.copy-in [role="status"]').element)
}

it('a copy that holds beliefs alone can be brought in', async () => {
  const shown = await show(ProgressPage)
  expect(readAloud(shown.element)).toContain('Nothing yet')
  expect(await bringIn(shown, progressOf({ beliefs }))).toBe('This file would add 1 claim placed. Nothing that is here is lost.')
  await button(shown, 'Add it').trigger('click')
  expect(useProgressStore().progress.beliefs).toEqual(beliefs)
  expect(readAloud(shown.element)).not.toContain('Nothing yet')
  expect(await bringIn(shown, progressOf({ beliefs }))).toBe('Everything in this file is here already.')
  expect(shown.findAll('button').some(({ element }) => readAloud(element) === 'Add it')).toBe(false)
})

it('a copy comes in by a link, which says so where it is cut off', async () => {
  const packed = await packLink(progressFile({ progress: progressOf({ beliefs }) }, __COURSE_ID__, '2026-01-05').text)
  for (const [link, says] of [[packed, 'This link would add 1 claim placed. Nothing that is here is lost.'], [packed.slice(0, -9), LINK_PROBLEM], ['', LINK_PROBLEM]] as const) {
    history.replaceState(null, '', `#take=${link}`)
    const shown = await show(ProgressPage)
    await vi.waitFor(() => expect(readAloud(shown.get('.copy-in [role="status"]').element)).toBe(says))
  }
  history.replaceState(null, '', '#')
})

it('a file that is chosen after a link is called a file', async () => {
  history.replaceState(null, '', `#take=${await packLink(progressFile({ progress: progressOf({ beliefs }) }, __COURSE_ID__, '2026-01-05').text)}`)
  const shown = await show(ProgressPage)
  await vi.waitFor(() => expect(readAloud(shown.get('.copy-in [role="status"]').element)).toContain('This link'))
  history.replaceState(null, '', '#')
  expect(await bringIn(shown, progressOf({ beliefs }))).toBe('This file would add 1 claim placed. Nothing that is here is lost.')
})

it('beliefs alone can be forgotten, and brought back', async () => {
  useProgressStore().place(beliefs)
  const shown = await show(ProgressPage)
  await button(shown, 'Start afresh').trigger('click')
  await button(shown, 'Yes, forget everything').trigger('click')
  expect(useProgressStore().progress.beliefs).toEqual([])
  await button(shown, 'Undo').trigger('click')
  expect(useProgressStore().progress.beliefs.length).toBe(1)
  expect(shown.findAll('[role=status]').map(status => status.text())).toContain('Everything is there again.')
})

it('a damaged text is offered once, and when it is thrown away its buttons go and the focus is on the page', async () => {
  localStorage.setItem(PROGRESS_KEY, '{"version":1,"answers":[{"quest')
  vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:x')
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {})
  for (const part of ['[data-notice=storage]', 'main']) {
    // The notice is of the page that found it; the next one has it among what is kept.
    reload()
    const shown = await show(ProgressPage)
    expect(shown.findAll('.damaged').length, part).toBe(1)
    await shown.get(`${part} .damaged button`).trigger('click')
    if (part !== 'main')
      continue
    await button(shown, 'Throw it away').trigger('click')
    await flushPromises()
    expect(shown.findAll('.damaged')).toEqual([])
    expect(document.activeElement).toBe(shown.get('main').element)
  }
})

it('a copy brings the display settings to a device where nothing was chosen', async () => {
  const shown = await show(ProgressPage)
  expect(await bringIn(shown, progressOf({ answers: [answerTo('tea.colour', 1, 5)] }), dark))
    .toBe('This file would add 1 answer. Nothing that is here is lost. It would also set the display as on the other device.')
  await button(shown, 'Add it').trigger('click')
  expect(useSettingsStore().settings).toEqual(dark)
  expect(document.activeElement, 'the button is gone').toBe(shown.get('.copy-in input').element)
})

it('a copy leaves the display as it was chosen here, and says so', async () => {
  useSettingsStore().change({ textSize: 'larger' })
  const shown = await show(ProgressPage)
  expect(await bringIn(shown, progressOf({ answers: [answerTo('tea.colour', 1, 5)] }), dark))
    .toBe('This file would add 1 answer. Nothing that is here is lost. Your display settings on this device stay as they are.')
  await button(shown, 'Add it').trigger('click')
  expect(useSettingsStore().settings).toMatchObject({ scheme: 'auto', textSize: 'larger' })
})

it('a belief is drawn where the learner placed it, and the course’s own finding where that is', async () => {
  const shown = await show(CourseBeliefRow, { before: 'established', after: 'mixed', truth: 'not-supported' })
  const x = (selector: string, name: string) => Number(shown.get(selector).attributes(name))
  // From left to right: not supported, early, mixed, promising, established.
  expect([x('.truth', 'x') + x('.truth', 'width') / 2, x('.full', 'cx'), x('.open', 'cx')]).toEqual([40, 200, 360])
})
