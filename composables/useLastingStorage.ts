import type { SectionOutline } from '../core/course.ts'
import { watch } from 'vue'
import { askToPersist } from '../stores/persistence.ts'
import { useProgressStore } from '../stores/progress.ts'

/** Asks the browser not to clear what is saved once there is something to lose: a section that is learned. */
export function useLastingStorage(section: () => SectionOutline | undefined): void {
  const store = useProgressStore()
  watch(() => section() && store.record(section()!).state === 'learned', learned => learned && askToPersist(), { immediate: true })
}
