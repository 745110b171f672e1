import { asFile, withIndex } from '../core/places.ts'

/** @returns the address of a page or slide, wherever the course is served: `/evidence` under `/course/` is `/course/evidence` */
export function hrefOf(path: string): string {
  return import.meta.env.BASE_URL + (__FILES__ ? asFile(path) : __LMS__ ? withIndex(path) : path).slice(1)
}
