import { mount } from '@vue/test-utils'
import { expect, it, vi } from 'vitest'
import { defineComponent, h, nextTick, ref } from 'vue'
import { onSlideShown } from '../../deck/onSlideShown.ts'

it('a slide that is stepped to before the first one is painted is none that the deck was opened at', async () => {
  const current = ref('one')
  const shown: [slide: string, opening: boolean][] = []
  const Slide = defineComponent({
    props: { name: { type: String, required: true } },
    setup({ name }) {
      const root = ref<HTMLElement>()
      onSlideShown(root, () => current.value === name, (_, opening) => shown.push([name, opening]))
      return () => h('section', { ref: root })
    },
  })
  mount(() => [h(Slide, { name: 'one' }), h(Slide, { name: 'two' })])
  current.value = 'two'
  await vi.waitFor(() => expect(shown).toEqual([['two', false]]))
  current.value = 'one'
  await nextTick()
  await vi.waitFor(() => expect(shown).toEqual([['two', false], ['one', false]]))
})
