import type { Trial } from '../../core/course.ts'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { h } from 'vue'
import CourseTerm from '../../components/course/CourseTerm.vue'
import EvidenceLesson from '../../components/evidence/EvidenceLesson.vue'
import EvidenceLessonIcon from '../../components/evidence/EvidenceLessonIcon.vue'
import EvidenceLessons from '../../components/evidence/EvidenceLessons.vue'
import EvidenceTrial from '../../components/evidence/EvidenceTrial.vue'
import EvidenceVerdict from '../../components/evidence/EvidenceVerdict.vue'
import { useGlossary, useLesson } from '../../composables/useGlossary.ts'
import { loadSection } from '../../composables/useSection.ts'
import { expectAccessible, readAloud, show } from './mount.ts'

beforeAll(() => vi.waitFor(() => {
  expect(useGlossary().glossary.value).toBeDefined()
  expect(useLesson(() => 'sham-improves-too').value).toBeDefined()
}))

const lessons = [
  'approved-is-not-proven',
  'one-device-is-not-another',
  'marker-is-not-outcome',
  'sham-improves-too',
  'secondary-is-not-main',
  'percentage-of-whom',
]

describe('the sign of a lesson', () => {
  it('is another drawing for each of the six, and silent', async () => {
    const drawings = new Set<string>()
    for (const id of lessons) {
      const shown = await show(EvidenceLessonIcon, { id })
      expect(shown.findAll('path').length, id).toBeGreaterThan(0)
      expect(shown.attributes('aria-hidden')).toBe('true')
      drawings.add(shown.findAll('path').map(path => path.attributes('d')).join())
    }
    expect(drawings.size).toBe(6)
  })
})

describe('a lesson', () => {
  it('on a page is a link to its explanation', async () => {
    const shown = await show(EvidenceLesson, { id: 'sham-improves-too' }, { as: 'page' })
    expect(shown.element.tagName).toBe('A')
    expect(shown.attributes('href')).toBe('/glossary/#sham-improves-too')
    expect(shown.text()).toBe('Sham improves too')
    await expectAccessible(shown.element)
  })

  it('on a slide leads nowhere', async () => {
    const shown = await show(EvidenceLesson, { id: 'sham-improves-too' }, { as: 'stage' })
    expect(shown.text()).toBe('Sham improves too')
    expect(shown.element.tagName).toBe('SPAN')
  })

  it('that is not there shows nothing', async () => {
    expect((await show(EvidenceLesson, { id: 'nothing' })).text()).toBe('')
  })
})

describe('the plate of lessons', () => {
  it('tells name, meaning and question of each', async () => {
    const shown = await show(EvidenceLessons, {}, { as: 'page' })
    expect(shown.findAll('li').map(({ element }) => readAloud(element))).toEqual([
      'Sham improves tooPeople who get a sham feel better as well. Without them, all of the change is given to tea.Ask: How did the others do?',
    ])
    await expectAccessible(shown.element)
  })

  it('on a slide keeps to one sentence each', async () => {
    const shown = await show(EvidenceLessons, {}, { as: 'stage' })
    expect(shown.get('.text').text()).toBe('People who get a sham feel better as well.')
    expect(shown.get('.ask').text()).toContain('How did the others do?')
  })
})

describe('a trial and a verdict', () => {
  const turnsOn = ['sham-improves-too']

  beforeAll(async () => {
    const tea = await loadSection('tea')
    const trial: Trial = {
      id: 'tea.trial',
      name: 'TEA, 2001',
      device: 'implant',
      asked: 'Does it help?',
      who: 'Ten people',
      compared: 'Tea against water',
      goal: 'missed',
      goalText: 'It did not.',
      outcomes: [],
      lessons: turnsOn,
      sources: ['smith-2001'],
    }
    tea.trials.push(trial, { ...trial, id: 'tea.three', lessons: [...turnsOn, ...turnsOn] }, { ...trial, id: 'tea.none', lessons: undefined })
    tea.verdicts.find(({ id }) => id === 'tea.first')!.lessons = turnsOn
  })

  it.each([[EvidenceTrial, 'tea.trial'], [EvidenceVerdict, 'tea.first']])('link on a page to the lesson that their reading turns on', async (component, id) => {
    const shown = await show(component, { id }, { as: 'page' })
    expect(shown.get('.lessons a').attributes('href')).toBe('/glossary/#sham-improves-too')
    expect(readAloud(shown.get('.lessons').element)).toBe('What its reading turns on: Sham improves too')
    await expectAccessible(shown.element)
  })

  it.each([[EvidenceTrial, 'tea.trial'], [EvidenceVerdict, 'tea.first']])('name it on a slide without a link', async (component, id) => {
    const shown = await show(component, { id }, { as: 'stage' })
    expect(shown.find('.lessons a').exists()).toBe(false)
    expect(shown.get('.lessons').text()).toContain('Sham improves too')
    await expectAccessible(shown.element)
  })

  it('on a slide a trial names the first and shows the signs of the others, whose names are still read aloud', async () => {
    const shown = await show(EvidenceTrial, { id: 'tea.three' }, { as: 'stage' })
    const [first, second] = shown.findAll('.lesson')
    expect(first!.find('.visually-hidden').exists()).toBe(false)
    expect(second!.get('.visually-hidden').text()).toBe('Sham improves too')
    expect(second!.attributes('title')).toBe('Sham improves too')
  })

  it.each([[EvidenceTrial, 'tea.none'], [EvidenceVerdict, 'tea.second']])('without a lesson have no line for it', async (component, id) => {
    expect((await show(component, { id })).find('.lessons').exists()).toBe(false)
  })
})

describe('a term in the prose', () => {
  const around = (id: string) => () => h('p', ['A ', h(CourseTerm, { id }, () => 'dummy group'), ' drinks too.'])
  const definition = 'People who get something that looks like tea and is not.'

  async function term(as: 'stage' | 'picture' = 'stage', id = 'sham-group') {
    return show(around(id), {}, { as })
  }

  it('reads as the sentence does', async () => {
    const shown = await term()
    expect(shown.get('button').text()).toBe('dummy group')
    shown.get('[role="dialog"]').element.remove()
    expect(shown.text()).toBe('A dummy group drinks too.')
  })

  it('is a button that names its popover and opens it', async () => {
    const shown = await term()
    const button = shown.get('button')
    const box = shown.get('[role="dialog"]')
    expect(button.attributes('popovertarget')).toBe(box.attributes('id'))
    expect(button.attributes('aria-expanded')).toBe('false')
    await button.trigger('click')
    expect(button.attributes('aria-expanded')).toBe('true')
    expect(box.classes()).toContain('open')
    await expectAccessible(shown.element)
  })

  it('is defined under the name that the glossary gives it, with a way to all terms', async () => {
    const shown = await term()
    const box = shown.get('[role="dialog"]')
    const named = (attribute: string) => document.getElementById(box.attributes(attribute)!)!.textContent
    expect(named('aria-labelledby')).toBe('Sham group')
    expect(named('aria-describedby')).toBe(definition)
    expect(box.get('a').text()).toBe('All terms')
    expect(box.get('a').attributes('href')).toBe('/glossary/#sham-group')
  })

  it('closes with Escape and gives the focus back, and when the keyboard goes on', async () => {
    const shown = await term()
    const button = shown.get('button')
    await button.trigger('click')
    await shown.get('a').trigger('keydown', { key: 'Escape' })
    expect(button.attributes('aria-expanded')).toBe('false')
    expect(document.activeElement).toBe(button.element)

    await button.trigger('click')
    await shown.get('a').trigger('focusout', { relatedTarget: button.element })
    expect(button.attributes('aria-expanded')).toBe('true')
    await shown.get('a').trigger('focusout', { relatedTarget: document.body })
    expect(button.attributes('aria-expanded')).toBe('false')
  })

  it('keeps keys and pointers from the deck', async () => {
    const shown = await term()
    const reached = vi.fn()
    shown.element.addEventListener('keydown', reached)
    shown.element.addEventListener('pointerdown', reached)
    await shown.get('button').trigger('keydown', { key: ' ' })
    await shown.get('a').trigger('keydown', { key: ' ' })
    await shown.get('button').trigger('pointerdown')
    expect(reached).not.toHaveBeenCalled()
  })

  it('in a picture of a slide is plain text', async () => {
    const shown = await term('picture')
    expect(shown.find('button').exists()).toBe(false)
    expect(shown.text()).toBe('A dummy group drinks too.')
  })

  it('that the glossary does not have is plain text', async () => {
    expect((await term('stage', 'nothing')).text()).toBe('A dummy group drinks too.')
  })
})

it('a term is in the sentence too where a reader view throws its button and its definition away', async () => {
  const shown = await show(() => h('p', ['Doctors call this ', h(CourseTerm, { id: 'sham-group' }, () => 'a sham group'), '.']), {}, { as: 'page' })
  const copy = (shown.element as Element).cloneNode(true) as Element
  copy.querySelectorAll('button, [role="dialog"]').forEach(lost => lost.remove())
  expect(copy.textContent!.replace(/\s+/g, ' ')).toMatch(/call this ?a sham group ?\./)
})
