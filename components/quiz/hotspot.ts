import type { Component } from 'vue'
import { shallowRef } from 'vue'

/** The part that asks for a place in a figure; `undefined` until `loadHotspotPart` has brought it */
export const hotspotPart = shallowRef<Component>()

/**
 * It brings the figures, and few questions ask so: a chunk of its own, loaded with the questions that need it
 * (composables/useSection.ts), so that it is there when one is drawn or hydrated.
 * @throws {Error} when it does not come
 */
export async function loadHotspotPart(): Promise<void> {
  hotspotPart.value ??= (await import('./QuizHotspot.vue')).default
}
