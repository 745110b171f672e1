import type { Ref, ShallowRef } from 'vue'
import type { CourseMap } from '../core/course-map.ts'
import { ref, shallowRef } from 'vue'

const map = shallowRef<CourseMap>()
const failed = ref(false)
let loading: Promise<void> | undefined

/** Loads the map once. A lost connection must not be remembered: the next try loads anew. */
export async function loadCourseMap(): Promise<void> {
  failed.value = false
  loading ??= import('virtual:course/map').then((module) => {
    map.value = module.map
  })
  try {
    await loading
  }
  catch {
    loading = undefined
    failed.value = true
  }
}

/** All verdicts and trials of the course in little; `undefined` until they are there. A chunk of its own. */
export function useCourseMap(): { map: ShallowRef<CourseMap | undefined>, failed: Ref<boolean>, load: () => Promise<void> } {
  loadCourseMap()
  return { map, failed, load: loadCourseMap }
}
