import type { InjectionKey, Ref } from 'vue'
import { inject, ref } from 'vue'

/** What a deck gives instead of a `ref`: the windows of a talk show the same of a figure (deck/showInTalk.ts). */
export const shownKey: InjectionKey<<Value>(name: string, initial: Value) => Ref<Value>> = Symbol('shown')

/**
 * How a figure stands, where somebody operates it.
 * @param name one of its own in the slide
 * @param initial as it is drawn at first
 */
export function useShown<Value>(name: string, initial: Value): Ref<Value> {
  return inject(shownKey, undefined)?.(name, initial) ?? ref(initial) as Ref<Value>
}
