import type { ShallowRef } from 'vue'
import type { SectionOutline } from '../../core/course.ts'
import { outlines } from 'virtual:course/outlines'
import { shallowRef, watch } from 'vue'
import { sectionOf } from '../../core/course.ts'

/** What did not load is asked for again so often. */
const AGAIN_MS = 5000

/** @returns the outline of the section that a slide is of; `undefined` until it is there */
export function useOutlineOf(slide: () => string): Readonly<ShallowRef<SectionOutline | undefined>> {
  const outline = shallowRef<SectionOutline>()
  watch(() => sectionOf(slide()), (id, _, onCleanup) => {
    let isWanted = true
    let again: ReturnType<typeof setTimeout> | undefined
    async function load(): Promise<void> {
      const loaded = await outlines[id]?.().catch(() => undefined)
      // Meanwhile the room may have gone on.
      if (!isWanted)
        return
      outline.value = loaded
      if (!loaded && outlines[id])
        again = setTimeout(load, AGAIN_MS)
    }
    onCleanup(() => {
      isWanted = false
      clearTimeout(again)
    })
    outline.value = undefined
    void load()
  }, { immediate: true })
  return outline
}
