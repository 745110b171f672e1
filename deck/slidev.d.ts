/*
 * The little that the app takes of Slidev's client, as types. It stands in for Slidev's own sources, which are no
 * library and do not pass our checks. What it says is proven by the browser walk over every slide and page.
 */
import type { Component, ComputedRef, InjectionKey, Ref, ShallowRef } from 'vue'

export interface SlideRoute {
  no: number
  meta: { slide?: { frontmatter: Record<string, any>, note?: string, noteHTML?: string }, __preloaded?: boolean }
  load: () => Promise<{ default?: Component }>
}

export declare function useNav(): {
  slides: Ref<SlideRoute[]>
  currentSlideNo: ComputedRef<number>
  currentSlideRoute: ComputedRef<SlideRoute | undefined>
  total: ComputedRef<number>
  isPresenter: ComputedRef<boolean>
  next: () => Promise<void>
  prev: () => Promise<void>
  nextSlide: () => Promise<void>
  prevSlide: () => Promise<void>
  goFirst: () => Promise<void>
  goLast: () => Promise<void>
}

export declare function getSlidePath(no: number, presenter: boolean): string

interface SharedState {
  cursor?: { x: number, y: number }
}
export declare const sharedState: SharedState
export declare function disableBuiltinSync(): void
export declare function addSyncMethod(sync: {
  init: (key: string, onUpdate: (change: Partial<SharedState>) => void) => ((state: SharedState, isUpdate?: boolean) => void) | undefined
}): void

export declare function useDarkMode(): { isDark: Ref<boolean>, toggleDark: () => void }

export declare const showGotoDialog: Ref<boolean>
export declare const showOverview: Ref<boolean>
export declare const currentOverviewPage: Ref<number>

export declare const injectionClicksContext: InjectionKey<Ref<{ current: number, total: number }>>
export declare const injectionCurrentPage: InjectionKey<Ref<number>>
export declare const injectionFrontmatter: InjectionKey<Record<string, any>>
export declare const injectionRoute: InjectionKey<SlideRoute>
export declare const injectionRenderContext: InjectionKey<Ref<'none' | 'slide' | 'overview' | 'presenter' | 'previewNext'>>

export declare const slides: ShallowRef<SlideRoute[]>

declare const page: Component
export default page
