import type { Ref, ShallowRef } from 'vue'
import type { CourseMap } from '../core/course-map.ts'
import { loadOnce } from './loadOnce.ts'

const { data: map, failed, load, want } = loadOnce(() => import('virtual:course/map').then(module => module.map))

export const loadCourseMap = load

/** All verdicts and trials of the course in little; `undefined` until they are there. A chunk of its own. */
export function useCourseMap(): { map: ShallowRef<CourseMap | undefined>, failed: Ref<boolean> } {
  want()
  return { map, failed }
}
