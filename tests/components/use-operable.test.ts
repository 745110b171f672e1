import { describe, expect, it, vi } from 'vitest'
import { defineComponent, h } from 'vue'
import { useOperable } from '../../composables/useOperable.ts'
import { show } from './mount.ts'

async function operable(as: 'stage' | 'page', close?: () => boolean) {
  const reached = vi.fn()
  const shown = await show(defineComponent(() => {
    const { keydown, pointerdown } = useOperable(close)
    return () => h('div', { onKeydown: keydown, onPointerdown: pointerdown }, [h('button', 'Press')])
  }), {}, { as })
  for (const type of ['keydown', 'pointerdown'])
    shown.element.parentElement.addEventListener(type, (event: KeyboardEvent) => reached(event.key ?? type))
  const button = shown.get('button')
  button.element.focus()
  return { button, reached }
}

describe('what is operated inside a slide', () => {
  it('keeps strokes and keys from the deck, except those that move it', async () => {
    const { button, reached } = await operable('stage')
    await button.trigger('pointerdown')
    for (const key of [' ', 'd', 'Escape', 'ArrowRight', 'Home'])
      await button.trigger('keydown', { key })
    expect(reached.mock.calls.flat()).toEqual(['ArrowRight', 'Home'])
  })

  it('keeps nothing but Escape from a page, whose single keys work there, and whose lists close at a press beside them', async () => {
    const { button, reached } = await operable('page')
    await button.trigger('pointerdown')
    for (const key of ['p', '/', 'Escape'])
      await button.trigger('keydown', { key })
    expect(reached.mock.calls.flat()).toEqual(['pointerdown', 'p', '/'])
  })

  it('is left by Escape on a slide, unless Escape closed something; on a page the focus stays', async () => {
    for (const [as, close, isLeft] of [['stage', () => false, true], ['stage', () => true, false], ['page', () => false, false]] as const) {
      const { button } = await operable(as, close)
      await button.trigger('keydown', { key: 'Escape' })
      expect(document.activeElement === document.body).toBe(isLeft)
    }
  })
})
