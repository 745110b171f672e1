import type { ShallowRef } from 'vue'
import type { SectionOutline } from '../../core/course.ts'
import { outlines } from 'virtual:course/outlines'
import { shallowRef, watch } from 'vue'
import { sectionOf } from '../../core/course.ts'

/** @returns the outline of the section that a slide is of; `undefined` until it is there */
export function useOutlineOf(slide: () => string): Readonly<ShallowRef<SectionOutline | undefined>> {
  const outline = shallowRef<SectionOutline>()
  watch(() => sectionOf(slide()), async (id) => {
    outline.value = undefined
    const loaded = await outlines[id]?.().catch(() => undefined)
    // Meanwhile the room may have gone on.
    if (id === sectionOf(slide()))
      outline.value = loaded
  }, { immediate: true })
  return outline
}
