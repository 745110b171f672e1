import type { InjectionKey } from 'vue'
import { inject, provide } from 'vue'

const readingKey: InjectionKey<boolean> = Symbol('reading')

/** Tells everything below that it stands on a page, not on a slide. */
export function provideReading(): void {
  provide(readingKey, true)
}

/** @returns whether this stands on a page (responsive text) rather than on a slide (a fixed canvas) */
export function useReading(): boolean {
  return inject(readingKey, false)
}
