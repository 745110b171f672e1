import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readWritten } from './writtenWhole.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'written-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

it('what another build is writing is read when it is whole', async () => {
  const file = join(folder, 'import-glob.ts')
  writeFileSync(file, '')
  const read = readWritten(file)
  setTimeout(writeFileSync, 30, file, 'export default imp')
  setTimeout(writeFileSync, 80, file, 'export default import.meta.glob([])\n')
  expect(await read).toBe('export default import.meta.glob([])\n')
})
