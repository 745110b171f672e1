import type { Files } from './target.ts'
import { zipSync } from 'fflate'

/** Times in packages never change, so that the same content gives the same bytes. */
const UNCHANGING_TIME = new Date('2026-01-01T00:00:00')

/** @returns the files as a zip */
export function zipOf(files: Files): Uint8Array {
  return zipSync(files, { level: 9, mtime: UNCHANGING_TIME })
}
