import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import CourseSearch from '../../components/course/CourseSearch.vue'
import CourseSearchButton from '../../components/course/CourseSearchButton.vue'
import { useSettingsStore } from '../../stores/settings.ts'
import { button, expectAccessible, readAloud, reload, show } from './mount.ts'

async function searched(words: string) {
  const shown = await show(CourseSearch)
  await expect.poll(() => shown.find('[role=status]').text()).toContain('Try a device')
  await shown.get('input').setValue(words)
  return shown
}

describe('the search', () => {
  it('says what to look for, before and when nothing is found', async () => {
    const shown = await searched('zebra')
    expect(shown.get('[role=status]').text()).toMatch(/^Nothing found\. Try one word only/)
    expect(shown.findAll('a')).toEqual([])
    await expectAccessible(shown.element)
  })

  it('lists what is found by kind, as links, and tells how many', async () => {
    const shown = await searched('implant tea')
    expect(shown.findAll('section').map(group => [group.get('h3').text(), ...group.findAll('a').map(link => link.attributes('href'))])).toEqual([
      ['Verdicts', '/evidence/#verdict-tea-first'],
      ['Quizzes', '/quiz/tea/'],
    ])
    expect(readAloud(shown.get('a').element)).toMatch(/^An implant for tea ?About tea\. Proof: mixed\./)
    expect(shown.get('[role=status]').text()).toBe('2 found')
    await expectAccessible(shown.element)
  })

  it('closes at one Escape, with words in its field too', async () => {
    const shown = await searched('zebra')
    await shown.get('input').trigger('keydown', { key: 'Escape' })
    expect((shown.element as HTMLDialogElement).open).toBe(false)
  })

  it('stays when words in its field are marked with the mouse and it is let go beside, and closes at a press beside', async () => {
    const shown = await searched('zebra')
    const dialog = shown.element as HTMLDialogElement
    await shown.get('input').trigger('pointerdown')
    await shown.trigger('click')
    expect(dialog.open).toBe(true)
    await shown.trigger('pointerdown')
    await shown.trigger('click')
    expect(dialog.open).toBe(false)
  })

  it('is a dialog of the browser with a name, and a field with a name that has the focus', async () => {
    const shown = await searched('')
    const dialog = shown.element as HTMLDialogElement
    expect(dialog.open).toBe(true)
    expect(dialog.querySelector(`#${dialog.getAttribute('aria-labelledby')}`)!.textContent).toBe('Search the course')
    expect(shown.get('input').attributes('autofocus')).toBeDefined()
  })

  it('closes by its button and once a link is followed', async () => {
    for (const press of [
      (shown: Awaited<ReturnType<typeof searched>>) => button(shown, 'Close').trigger('click'),
      (shown: Awaited<ReturnType<typeof searched>>) => shown.get('a').trigger('click'),
    ]) {
      const shown = await searched('tea')
      await press(shown)
      expect(shown.emitted('close')).toBeDefined()
    }
  })
})

async function isOpen() {
  await flushPromises()
  return document.querySelector('dialog') !== null
}

function press(key: string, from: Element | Window = window, more: KeyboardEventInit = {}) {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more })
  from.dispatchEvent(event)
  return event
}

describe('the key /', () => {
  it('opens the search, and so does the button', async () => {
    const shown = await show(CourseSearchButton)
    expect(shown.get('button').attributes('aria-keyshortcuts')).toBe('/')
    expect(press('/').defaultPrevented).toBe(true)
    await expect.poll(isOpen).toBe(true)
  })

  it('is a letter like any other in a field', async () => {
    const shown = await show(CourseSearchButton)
    for (const field of ['input', 'textarea', 'select']) {
      const element = shown.element.parentElement!.appendChild(document.createElement(field))
      expect(press('/', element).defaultPrevented).toBe(false)
    }
    expect(await isOpen()).toBe(false)
  })

  it.each([{ ctrlKey: true }, { altKey: true }, { metaKey: true }, { repeat: true }])('does nothing with %o', async (more) => {
    await show(CourseSearchButton)
    expect(press('/', window, more).defaultPrevented).toBe(false)
  })

  it('can be turned off', async () => {
    useSettingsStore().change({ keys: 'off' })
    const shown = await show(CourseSearchButton)
    expect(press('/').defaultPrevented).toBe(false)
    expect(await isOpen()).toBe(false)
    expect(shown.get('button').attributes('aria-keyshortcuts')).toBeUndefined()
  })

  it('is forgotten with its page', async () => {
    await show(CourseSearchButton)
    reload()
    expect(press('/').defaultPrevented).toBe(false)
  })
})
