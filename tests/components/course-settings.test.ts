import { afterEach, expect, it } from 'vitest'
import CourseSettings from '../../components/course/CourseSettings.vue'
import { SETTINGS_KEY } from '../../stores/keys.ts'
import { useSettingsStore } from '../../stores/settings.ts'
import { expectAccessible, openPage, reload, show } from './mount.ts'

afterEach(() => {
  delete window.coursePage
})

it('each setting is a group of choices with a name, and the one that holds is chosen', async () => {
  const shown = await show(CourseSettings)
  expect(shown.findAll('legend').map(legend => legend.text())).toEqual(['Colours', 'Text on pages', 'Motion', 'Single keys (/ for search, p for the parts of a section; on slides o, g, d, f, and b or . for a black screen)', 'Printed pages'])
  expect(shown.findAll<HTMLInputElement>('input:checked').map(({ element }) => element.value)).toEqual(['auto', 'normal', 'auto', 'on', 'without-answers'])
  await expectAccessible(shown.element)
})

it('a choice takes effect at once and is there the next time', async () => {
  const told: unknown[] = []
  window.coursePage = { early: { presses: [], controls: new Map() }, show: settings => told.push(settings), watchLoad: loading => loading, loadAnew() {}, begin() {} }
  const shown = await show(CourseSettings)
  await shown.get('input[value="dark"]').setValue(true)
  expect(told).toEqual([{ ...useSettingsStore().settings, scheme: 'dark' }])
  reload()
  expect(useSettingsStore().settings.scheme).toBe('dark')
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

it('what another page chose stands beside what is chosen here', () => {
  const here = useSettingsStore()
  openPage()
  useSettingsStore().change({ scheme: 'dark' })
  here.change({ textSize: 'larger' })
  expect(JSON.parse(localStorage.getItem(SETTINGS_KEY)!)).toMatchObject({ scheme: 'dark', textSize: 'larger' })
  expect(here.settings).toMatchObject({ scheme: 'dark', textSize: 'larger' })
})

it.each([
  ['another page that is open', () => window.dispatchEvent(new StorageEvent('storage', { key: SETTINGS_KEY, newValue: '' }))],
  ['a later page, before this one came back from the browser’s memory', () => window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }))],
])('what is chosen on %s is shown here', (_, hear) => {
  const shown: unknown[] = []
  window.coursePage = { early: { presses: [], controls: new Map() }, show: settings => shown.push(settings), watchLoad: loading => loading, loadAnew() {}, begin() {} }
  const here = useSettingsStore()
  openPage()
  localStorage.setItem(SETTINGS_KEY, JSON.stringify({ scheme: 'dark' }))
  hear()
  expect(here.settings.scheme).toBe('dark')
  expect(shown).toContainEqual(here.settings)
})
