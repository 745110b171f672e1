import { contents } from 'virtual:course/contents'
import { expect, it } from 'vitest'
import { loadSection } from '../../composables/useSection.ts'
import EvidencePage from '../../pages/EvidencePage.vue'
import { button, expectAccessible, show } from './mount.ts'

const sections = await Promise.all(contents.map(({ id }) => loadSection(id)))

const titles = (shown: Awaited<ReturnType<typeof show>>) => shown.findAll('h4').map(title => title.text())
const status = (shown: Awaited<ReturnType<typeof show>>) => shown.get('.count').text()

it('all evidence is there at first, each claim and verdict a place with a link to it', async () => {
  const shown = await show(EvidencePage, { sections })
  expect(titles(shown)).toEqual(['An implant for tea', 'An ear device for tea', 'An implant for rain', 'An ear device for rain'])
  expect(status(shown)).toBe('All 4 verdicts shown')
  for (const link of shown.findAll('h3 a, h4 a'))
    expect(shown.find(link.attributes('href')!).text()).toContain(link.text())
  await expectAccessible(shown.element)
})

it('words and scales leave what fits, and the count is told', async () => {
  const shown = await show(EvidencePage, { sections })
  await shown.get('input').setValue('tea')
  expect(titles(shown)).toEqual(['An implant for tea', 'An ear device for tea'])
  expect(status(shown)).toBe('2 of 4 verdicts shown')
  const [device, proof, approval] = shown.findAll('select')
  await device!.setValue('implant')
  expect(titles(shown)).toEqual(['An implant for tea'])
  await device!.setValue('')
  await proof!.setValue('not-supported')
  expect(titles(shown)).toEqual(['An ear device for tea'])
  await proof!.setValue('')
  await approval!.setValue('approved')
  expect(titles(shown)).toEqual(['An implant for tea'])
})

it('nothing found leads back to all', async () => {
  const shown = await show(EvidencePage, { sections })
  await shown.get('input').setValue('zebra')
  expect(status(shown)).toBe('0 of 4 verdicts shown')
  await expectAccessible(shown.element)
  await button(shown, 'show all verdicts').trigger('click')
  expect(titles(shown).length).toBe(4)
  expect(shown.get('input').element.value).toBe('')
  expect(document.activeElement, 'the button is gone: one goes on from the filters').toBe(shown.get('input').element)
})
