import type { Files } from '../exports/target.ts'
import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { buildCourse } from './build-course.ts'
import { filesOfPackage } from './build-lms.ts'

/** Builds the course for a folder that is opened without a server, deck and pages. @returns its files, by path */
export async function buildForFiles(root: string): Promise<Files> {
  const out = join('node_modules', '.course', randomUUID())
  try {
    await buildCourse({ out, base: '/', presents: false, files: true })
    return filesOfPackage(join(root, out))
  }
  finally {
    rmSync(join(root, out), { recursive: true, force: true })
  }
}
