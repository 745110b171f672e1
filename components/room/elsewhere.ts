import type { Component } from 'vue'
import { shallowRef } from 'vue'

/** What looks for a room that was lost; `undefined` until it is loaded, and then nothing is looked for. */
export const elsewherePart = shallowRef<Component>()

/** While the room is there: once it is lost nobody serves it. */
export async function loadElsewhere(): Promise<void> {
  elsewherePart.value = (await import('./RoomElsewhere.vue')).default
}
