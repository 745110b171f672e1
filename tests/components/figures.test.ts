import type { VueWrapper } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import FigureAutonomicOrgans from '../../components/figure/subject/FigureAutonomicOrgans.vue'
import FigureBreathing from '../../components/figure/subject/FigureBreathing.vue'
import FigureDeviceFamilies from '../../components/figure/subject/FigureDeviceFamilies.vue'
import FigureNerveCourse from '../../components/figure/subject/FigureNerveCourse.vue'
import FigureReflex from '../../components/figure/subject/FigureReflex.vue'
import { button, expectAccessible, readAloud, show } from './mount.ts'

/** Frames on demand: each call of the result lets so many seconds of frames pass. */
function frames() {
  let next: FrameRequestCallback | undefined
  let now = 0
  vi.stubGlobal('requestAnimationFrame', (callback: FrameRequestCallback) => {
    next = callback
    return 1
  })
  vi.stubGlobal('cancelAnimationFrame', () => next = undefined)
  vi.spyOn(performance, 'now').mockImplementation(() => now)
  return async (seconds: number) => {
    for (const end = now + seconds * 1000; now < end;) {
      now += 50
      const callback = next
      next = undefined
      callback?.(now)
    }
    await nextTick()
  }
}

function motion(reduced: boolean) {
  vi.stubGlobal('matchMedia', () => ({ matches: reduced, addEventListener: () => {}, removeEventListener: () => {} }))
}

const said = (shown: VueWrapper<any>) => readAloud(shown.get('[role="status"]').element)
/** How much of the trace is drawn, in units of the drawing */
const drawn = (shown: VueWrapper<any>) => Number(shown.get('clipPath rect').attributes('width'))

describe('a minute of breathing', () => {
  it('says that the pulse is simulated, what the axes are, and what it does not show', async () => {
    const shown = await show(FigureBreathing)
    const words = readAloud(shown.element)
    for (const part of ['simulated', '0 to 60 seconds', 'does not start at zero', 'Pulse axis from 50, not zero', 'no proof of better health', 'not vagus nerve stimulation by a device'])
      expect(words).toContain(part)
    await expectAccessible(shown.element)
  })

  it('draws nothing until it is started, then leads the breath, and stops by itself after a minute', async () => {
    motion(false)
    const pass = frames()
    const shown = await show(FigureBreathing)
    const atStart = drawn(shown)
    await pass(5)
    expect(drawn(shown)).toBe(atStart)

    await button(shown, 'Start the minute').trigger('click')
    await pass(3)
    expect(said(shown)).toBe('Breathe in')
    await pass(4)
    expect(said(shown)).toBe('Breathe out')
    expect(drawn(shown)).toBeGreaterThan(atStart)
    await pass(54)
    expect(said(shown)).toBe('One minute: six breaths, six swings.')
    const whole = drawn(shown)
    await pass(5)
    expect(drawn(shown)).toBe(whole)

    await button(shown, 'Start again').trigger('click')
    await pass(1)
    expect(drawn(shown)).toBeLessThan(whole)
  })

  it('can be paused and goes on from there', async () => {
    motion(false)
    const pass = frames()
    const shown = await show(FigureBreathing)
    await button(shown, 'Start the minute').trigger('click')
    await pass(8)
    await button(shown, 'Pause').trigger('click')
    const here = drawn(shown)
    await pass(8)
    expect(drawn(shown)).toBe(here)
    await button(shown, 'Go on').trigger('click')
    await pass(1)
    expect(drawn(shown)).toBeGreaterThan(here)
    expect(drawn(shown) - here).toBeLessThan(7)
  })

  it('is a set of still pictures where motion is reduced', async () => {
    motion(true)
    const pass = frames()
    const shown = await show(FigureBreathing)
    expect(shown.findAll('button').map(each => each.text())).toEqual(['Back', 'Next picture'])
    const widths = [drawn(shown)]
    for (let i = 0; i < 3; i++) {
      await button(shown, 'Next picture').trigger('click')
      widths.push(drawn(shown))
    }
    expect(widths).toEqual([...widths].sort((a, b) => a - b))
    expect(new Set(widths).size).toBe(4)
    expect(said(shown)).toBe('One minute: six breaths, six swings.')
    await button(shown, 'Next picture').trigger('click')
    await pass(5)
    expect(drawn(shown)).toBe(widths.at(-1))
    await expectAccessible(shown.element)
  })

  it('draws the beats closer where the pulse is higher', async () => {
    const shown = await show(FigureBreathing)
    const beats = shown.findAll('.beat').map(({ element }) => ({ x: Number(element.getAttribute('cx')), y: Number(element.getAttribute('cy')) }))
    const gaps = beats.slice(1).map((beat, i) => ({ width: beat.x - beats[i]!.x, y: beats[i]!.y })).sort((a, b) => a.y - b.y)
    expect(gaps[0]!.width).toBeLessThan(gaps.at(-1)!.width * 0.85)
  })
})

describe('the inflammatory reflex', () => {
  const here = (shown: VueWrapper<any>) => readAloud(shown.get('li.here').element)

  it('goes step by step, on and back, and stays at its ends', async () => {
    const shown = await show(FigureReflex)
    expect(here(shown)).toContain('The alarm')
    await button(shown, 'Back').trigger('click')
    expect(here(shown)).toContain('The alarm')
    for (let i = 0; i < 9; i++)
      await button(shown, 'Next step').trigger('click')
    expect(here(shown)).toContain('An implant joins in')
    expect(button(shown, 'Next step').attributes('aria-disabled')).toBe('true')
    await button(shown, 'Back').trigger('click')
    expect(here(shown)).toContain('The brake')
    await expectAccessible(shown.element)
  })

  it('keeps what was shown in animals and what in people apart at every step', async () => {
    const shown = await show(FigureReflex)
    for (const step of shown.findAll('li')) {
      const [animals, people] = step.findAll('.track')
      expect(animals!.text()).toMatch(/^In animals/)
      expect(people!.text()).toMatch(/^In people/)
      expect(people!.classes()).toContain('people')
    }
  })

  it('says that the link from vagus to spleen is disputed, and breaks it in the drawing', async () => {
    const shown = await show(FigureReflex)
    expect(shown.text()).toContain('A critical review found no direct link')
    expect(shown.text()).toContain('Whether the body uses the vagus as its own brake is debated.')
    expect(shown.findAll('.disputed').length).toBe(2)
    expect(shown.get('.doubted').text()).toContain('no direct link')
  })

  it('names the T cells, calls the splenic nerve sympathetic, and lowers TNF without stopping it', async () => {
    const shown = await show(FigureReflex)
    expect(shown.text()).toContain('The splenic nerve is sympathetic.')
    expect(shown.text()).toContain('T cells answer with acetylcholine')
    expect(shown.text()).toContain('less, not none')
  })
})

describe('the two systems organ by organ', () => {
  async function effects(shown: VueWrapper<any>, organ: string) {
    await button(shown, organ).trigger('click')
    expect(button(shown, organ).attributes('aria-pressed')).toBe('true')
    return said(shown)
  }

  it('tells both effects of the organ that was chosen', async () => {
    const shown = await show(FigureAutonomicOrgans)
    expect(said(shown)).toMatch(/^Heart ?Sympathetic faster, stronger from the spinal cord \(T1–L2\) ?Parasympathetic slower by the vagus nerve \(X\) ?The vagus nerve serves it\.$/)
    expect(await effects(shown, 'Airways')).toContain('narrower, more mucus by the vagus nerve (X)')
    expect(shown.findAll('[aria-pressed="true"]').length).toBe(1)
    await expectAccessible(shown.element)
  })

  it.each([
    ['Pupil of the eye', 'by another nerve of the head (III)'],
    ['Tears and saliva', 'by two other nerves of the head (VII and IX)'],
    ['Last part of colon', 'by nerves from the base of the spine (S2–S4)'],
    ['Bladder', 'by nerves from the base of the spine (S2–S4)'],
    ['Adrenal gland', 'Parasympathetic none'],
    ['Sweat, skin vessels', 'Parasympathetic almost none'],
  ])('%s is not on the vagus', async (organ, words) => {
    const shown = await show(FigureAutonomicOrgans)
    const says = await effects(shown, organ)
    expect(says).toContain(words)
    expect(says).toContain('The vagus nerve does not serve it.')
    expect(shown.find('.wires .vagus.on').exists()).toBe(false)
  })

  it('draws a line of the vagus to five organs, and no parasympathetic line to adrenal gland and skin', async () => {
    const shown = await show(FigureAutonomicOrgans)
    expect(shown.findAll('.wires .sympathetic').length).toBe(11)
    expect(shown.findAll('.wires .vagus').length).toBe(5)
    expect(shown.findAll('.wires .other').length).toBe(4)
    for (const organ of ['Adrenal gland', 'Sweat, skin vessels']) {
      await effects(shown, organ)
      expect(shown.findAll('.wires.right .on').length).toBe(0)
    }
  })
})

describe('the families of devices', () => {
  it('tells of each whether it needs surgery, and what the US allows it for', async () => {
    const shown = await show(FigureDeviceFamilies)
    const families = shown.findAll('li').map(family => readAloud(family.element))
    expect(families.length).toBe(4)
    for (const family of families)
      expect(family).toMatch(/surgery.*US (?:approved|granted|cleared)/)
    expect(families[3]).toContain('needles')
    expect(shown.get('svg').attributes('role')).toBe('img')
    await expectAccessible(shown.element)
  })

  it('leaves out what they are allowed for where it is to be brief', async () => {
    const shown = await show(FigureDeviceFamilies, { brief: true })
    expect(shown.findAll('li').length).toBe(4)
    expect(shown.text()).not.toMatch(/approved|granted|cleared/)
  })
})

describe('the course of the nerve', () => {
  it('asks for a branch until one is chosen, and not on paper, where there is none to choose', async () => {
    const shown = await show(FigureNerveCourse)
    expect(said(shown)).toMatch(/ Choose a branch\.$/)
    expect(shown.findAll('[role="status"] .no-print').map(prompt => prompt.text())).toEqual(['Choose a branch.'])
    shown.get('[role="status"] .no-print').element.remove()
    expect(said(shown)).toMatch(/\.$/)
    expect(said(shown)).not.toContain('Choose')
  })

  it('says what belongs to the branch that was chosen', async () => {
    const shown = await show(FigureNerveCourse)
    await button(shown, 'Heart').trigger('click')
    expect(said(shown)).toMatch(/^It slows the heart/)
    expect(said(shown)).not.toContain('Choose')
  })
})
