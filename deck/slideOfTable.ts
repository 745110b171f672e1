import type { Component } from 'vue'
import { shallowReactive } from 'vue'

/** What a slide's frontmatter says to Slidev itself */
const forSlidev = ['layout', 'transition', 'class', 'clicks', 'name', 'preload'] as const

interface Own { title?: string, level?: number, images?: string[] }

/** @returns what Slidev's routes hold of a slide at this place of the deck, from 0; it reads anew from the frontmatter each time. Notes and sources are in no build */
export function slideMeta(frontmatter: Record<string, unknown>, index: number, own: Own) {
  const meta = shallowReactive({
    slide: { content: '', revision: '', frontmatterRaw: '', note: '', noteHTML: '', raw: '', filepath: '', start: 0, sourceIndex: 0, images: [], ...own, frontmatter, index, id: index, no: index + 1 },
    __clicksContext: null,
    __preloaded: false,
  })
  for (const name of forSlidev)
    Object.defineProperty(meta, name, { get: () => frontmatter[name], enumerable: true })
  return meta
}

/** @returns what loads a slide, and holds it from then on; one that cannot be loaded is shown as `error`, and is asked for again the next time */
export function once(load: () => Promise<unknown>, error: Component): () => Promise<unknown> {
  let loaded: unknown
  return async () => {
    try {
      return loaded ??= await load()
    }
    catch (problem) {
      console.error('slide failed to load', problem)
      return error
    }
  }
}
