import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { whyNotWritten, writePackage } from './write-package.ts'

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'package-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}
const bytes = (text: string) => new TextEncoder().encode(text)
const read = (...parts: string[]) => readFileSync(join(...parts), 'utf8')

describe('a package', () => {
  it('stands in place of the older one, and nothing else is left', () => {
    const out = join(emptyFolder(), 'out')
    writePackage(out, { 'course.zip': bytes('old') })
    expect(writePackage(out, { 'course.zip': bytes('new') })).toBe(join(out, 'course.zip'))
    expect(readdirSync(out)).toEqual(['course.zip'])
    expect(read(out, 'course.zip')).toBe('new')
  })

  it('that is a folder has no file of the older one', () => {
    const out = emptyFolder()
    writePackage(out, { 'course/a.txt': bytes('old'), 'course/gone/b.txt': bytes('old') })
    writePackage(out, { 'course/a.txt': bytes('new'), 'course/c.txt': bytes('new') })
    expect(readdirSync(out)).toEqual(['course'])
    expect(readdirSync(join(out, 'course'))).toEqual(['a.txt', 'c.txt'])
    expect(read(out, 'course', 'a.txt')).toBe('new')
  })

  // As on a disk that is full in the middle: here the second file is to stand in the first.
  it('that cannot be written whole leaves the older one as it was, and nothing of its own', () => {
    const out = emptyFolder()
    writePackage(out, { 'course/a.txt': bytes('old') })
    expect(() => writePackage(out, { 'course/a.txt': bytes('new'), 'course/a.txt/b.txt': bytes('new') })).toThrow(`${join(out, 'course')} was not written`)
    expect(readdirSync(out)).toEqual(['course'])
    expect(read(out, 'course', 'a.txt')).toBe('old')
  })

  it('for which no folder can be made says which file is in the way', () => {
    const folder = emptyFolder()
    writeFileSync(join(folder, 'out'), 'a file')
    expect(() => writePackage(join(folder, 'out'), { 'course/a.txt': bytes('new') })).toThrow(`${join(folder, 'out', 'course')} was not written: a file stands where its folder is needed (EEXIST). Move that file away`)
    expect(read(folder, 'out')).toBe('a file')
    expect(existsSync(join(folder, 'course'))).toBe(false)
  })

  it.each([
    ['ENOSPC', /the disk is full \(ENOSPC\)\. Make room/],
    ['EACCES', /may not be written to \(EACCES\)\. .*allowed/],
    ['EROFS', /may not be written to \(EROFS\)/],
    ['EBUSY', /may not be written to \(EBUSY\)\. Close what has it open/],
    ['ENOTDIR', /a file stands where its folder is needed \(ENOTDIR\)/],
    ['EIO', /i\/o error, write \(EIO\)/],
  ])('that meets %s says what it means and what to do', (code, message) => {
    const said = whyNotWritten('out/course.zip', Object.assign(new Error(`${code}: i/o error, write`), { code }))
    expect(said).toMatch(/^out\/course\.zip was not written: /)
    expect(said).toMatch(message)
  })
})
