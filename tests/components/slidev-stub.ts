import type { InjectionKey, Ref } from 'vue'
import { computed, ref, shallowRef } from 'vue'

// What the app takes of Slidev, without a deck around it.
export const injectionCurrentPage = Symbol('page') as InjectionKey<Ref<number>>
export const injectionFrontmatter = Symbol('frontmatter') as InjectionKey<Record<string, any>>
export const injectionRoute = Symbol('route')
export const injectionRenderContext = Symbol('context') as InjectionKey<Ref<string>>
export const slides = shallowRef([])
export function useDarkMode() {
  return {
    isDark: ref(false),
    toggleDark: () => {},
  }
}
export function useNav() {
  return {
    currentSlideNo: computed(() => 1),
    currentSlideRoute: computed(() => undefined),
    total: computed(() => 1),
    next: async () => {},
    prev: async () => {},
  }
}
export default {}
