import type { Files } from '../exports/target.ts'
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * Writes one file or one folder in place of an older one, which stays until the new one is whole: a disk that is full in
 * the middle leaves no half of a package under its name.
 * @returns where it is
 * @throws {Error} that says what is in the way, and what to do
 */
export function writePackage(out: string, files: Files): string {
  const paths = Object.keys(files)
  const top = paths[0]!.split('/')[0]!
  const place = join(out, top)
  try {
    mkdirSync(out, { recursive: true })
    // Beside it, as nothing can be renamed from one disk to another.
    const beside = mkdtempSync(join(out, '.writing-'))
    try {
      for (const path of paths) {
        const file = join(beside, 'new', path)
        mkdirSync(dirname(file), { recursive: true })
        writeFileSync(file, files[path]!)
      }
      swap(join(beside, 'new', top), place, join(beside, 'old'))
    }
    finally {
      rmSync(beside, { recursive: true, force: true })
    }
  }
  catch (error) {
    throw new Error(whyNotWritten(place, error as NodeJS.ErrnoException), { cause: error })
  }
  return place
}

/** Puts the new one in place of the old, which is put back where that fails. */
function swap(fresh: string, place: string, aside: string): void {
  const wasThere = existsSync(place)
  // A folder with files in it cannot be renamed over.
  if (wasThere)
    renameSync(place, aside)
  try {
    renameSync(fresh, place)
  }
  catch (error) {
    if (wasThere)
      renameSync(aside, place)
    throw error
  }
}

const IN_THE_WAY = ['a file stands where its folder is needed', 'Move that file away, then try again.'] as const
const CLOSED = ['it may not be written to', 'Close what has it open, see that you are allowed to write there, then try again.'] as const

/** What a system says when a file cannot be written, and the remedy. */
const reasons: Record<string, readonly [reason: string, remedy: string]> = {
  ENOSPC: ['the disk is full', 'Make room on it, then try again; an older package is as it was.'],
  EDQUOT: ['your share of the disk is full', 'Make room on it, then try again; an older package is as it was.'],
  EEXIST: IN_THE_WAY,
  ENOTDIR: IN_THE_WAY,
  EACCES: CLOSED,
  EPERM: CLOSED,
  EROFS: CLOSED,
  EBUSY: CLOSED,
}

/** @returns why there is no package at this place, and what to do */
export function whyNotWritten(place: string, { code = '', message }: NodeJS.ErrnoException): string {
  const [reason, remedy] = reasons[code] ?? [message.replace(`${code}: `, ''), 'See to that, then try again; an older package is as it was.']
  return `${place} was not written: ${reason}${code && ` (${code})`}. ${remedy}`
}
