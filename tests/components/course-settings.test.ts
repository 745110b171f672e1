import { expect, it } from 'vitest'
import CourseSettings from '../../components/course/CourseSettings.vue'
import { useSettingsStore } from '../../stores/settings.ts'
import { expectAccessible, reload, show } from './mount.ts'

it('each setting is a group of choices with a name, and the one that holds is chosen', async () => {
  const shown = await show(CourseSettings)
  expect(shown.findAll('legend').map(legend => legend.text())).toEqual(['Colours', 'Text on pages', 'Motion', 'Single keys (/ for search; on slides o, g, d, f)', 'A page on paper'])
  expect(shown.findAll<HTMLInputElement>('input:checked').map(({ element }) => element.value)).toEqual(['auto', 'normal', 'auto', 'on', 'without-answers'])
  await expectAccessible(shown.element)
})

it('a choice takes effect at once and is there the next time', async () => {
  const told: unknown[] = []
  window.wanderingNerve = { clicks: [], controls: new Map(), show: settings => told.push(settings) }
  const shown = await show(CourseSettings)
  await shown.get('input[value="dark"]').setValue(true)
  expect(told).toEqual([{ ...useSettingsStore().settings, scheme: 'dark' }])
  reload()
  expect(useSettingsStore().settings.scheme).toBe('dark')
  delete window.wanderingNerve
})

it('without storage a choice holds for the page', async () => {
  const set = Storage.prototype.setItem
  Storage.prototype.setItem = () => {
    throw new DOMException('denied', 'SecurityError')
  }
  try {
    useSettingsStore().change({ textSize: 'larger' })
    expect(useSettingsStore().settings.textSize).toBe('larger')
  }
  finally {
    Storage.prototype.setItem = set
  }
})
