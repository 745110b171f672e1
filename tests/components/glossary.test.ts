import { describe, expect, it } from 'vitest'
import CourseTerms from '../../components/course/CourseTerms.vue'
import EvidenceLessonPlaces from '../../components/evidence/EvidenceLessonPlaces.vue'
import { loadGlossary } from '../../composables/useGlossary.ts'
import GlossaryPage from '../../pages/GlossaryPage.vue'
import { button, expectAccessible, readAloud, show } from './mount.ts'

const terms = [
  { id: 'sham-group', term: 'Sham group', also: ['dummy'], text: 'People who get a pretend treatment.' },
  { id: 'heart-failure', term: 'Heart failure', text: 'The heart pumps too weakly.' },
  { id: 'add-on', term: 'add-on', text: 'Given with the usual treatment.' },
]

async function termsWith(modelValue: string) {
  const shown = await show(CourseTerms, { terms, modelValue })
  return {
    shown,
    names: shown.findAll('dt a').map(link => link.text()),
    status: shown.get('[role=status]').text(),
  }
}

describe('the terms of the glossary', () => {
  it('stand from A to Z, whatever their case, under their letters', async () => {
    const { shown, names, status } = await termsWith('')
    expect(names).toEqual(['add-on', 'Heart failure', 'Sham group'])
    expect(shown.findAll('h3').map(letter => letter.text())).toEqual(['A', 'H', 'S'])
    expect(status).toBe('3 terms, from A to Z')
    await expectAccessible(shown.element.parentElement!)
  })

  it('are one term where there is but one', async () => {
    const status = async (modelValue: string) => (await show(CourseTerms, { terms: terms.slice(0, 1), modelValue })).get('[role=status]').text()
    expect([await status(''), await status('sham')]).toEqual(['1 term', '1 of 1 term shown'])
  })

  it.each([
    ['sham', ['Sham group']],
    ['DUMMY', ['Sham group']],
    ['treatment', ['add-on', 'Sham group']],
    ['pumps heart', ['Heart failure']],
  ])('are filtered by the words "%s", and the count is told', async (words, found) => {
    const { names, status } = await termsWith(words)
    expect(names).toEqual(found)
    expect(status).toBe(`${found.length} of 3 terms shown`)
  })

  it('each have a place of their own, and a link to it', async () => {
    const { shown } = await termsWith('sham')
    expect(shown.get('#sham-group').text()).toContain('pretend')
    expect(shown.get('dt a').attributes('href')).toBe('#sham-group')
  })

  it('lead back when none is found', async () => {
    const { shown, names, status } = await termsWith('zebra')
    expect(names).toEqual([])
    expect(status).toBe('0 of 3 terms shown')
    await button(shown, 'show all terms').trigger('click')
    expect(shown.emitted('update:modelValue')).toEqual([['']])
  })
})

describe('the places of a lesson', () => {
  const tea = { title: 'An implant for tea', slide: 'tea.verdict' }
  const rain = { title: 'An implant for rain', slide: 'rain.verdict' }

  it('lead to the parts that show it, the best one first', async () => {
    const shown = await show(EvidenceLessonPlaces, { places: [rain, tea] }, { inside: 'div' })
    const around = shown.element.parentElement!
    expect(readAloud(around)).toBe('Seen best in About rain: An implant for rainOne more placeAbout tea: An implant for tea')
    expect([...around.querySelectorAll('a')].map(link => link.getAttribute('href'))).toEqual(['/learn/rain/#verdict', '/learn/tea/#verdict'])
    await expectAccessible(around)
  })

  it('are left out where there are none', async () => {
    expect((await show(EvidenceLessonPlaces, { places: [] })).text()).toBe('')
  })
})

it('the glossary holds the lessons and the terms, each with a place to link to', async () => {
  await loadGlossary()
  const shown = await show(GlossaryPage)
  expect(shown.get('h1').text()).toBe('Glossary')
  expect(shown.get('a[href="#terms"]').text()).toBe('1 term')
  expect(shown.get('#sham-improves-too').text()).toContain('How did the others do?')
  expect(shown.get('#sham-group').text()).toContain('looks like tea')
  await expectAccessible(shown.element)
})

it.each(['#%', '#%E0%A4%A'])('an address that ends in %s does no harm', async (hash) => {
  const trouble: unknown[] = []
  const hear = ({ reason }: PromiseRejectionEvent) => trouble.push(reason)
  process.on('unhandledRejection', hear as never)
  location.hash = hash
  await loadGlossary()
  const shown = await show(GlossaryPage)
  expect(shown.find('h1').text()).toBe('Glossary')
  location.hash = ''
  process.off('unhandledRejection', hear as never)
  expect(trouble).toEqual([])
})
