import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { isChecked, readCourseFiles } from './course-files.ts'

it('a course of which any file could not be read is not checked', async () => {
  const { files } = await readCourseFiles(fileURLToPath(new URL('../tests/fixtures/tiny', import.meta.url)))
  expect(isChecked(files)).toBe(true)
  const dataFiles = Object.entries(files).filter(([, value]) => typeof value === 'object' && 'data' in value)
  expect(dataFiles.map(([name]) => name)).toContain('headlines')
  for (const [name, file] of dataFiles)
    expect(isChecked({ ...files, [name]: { ...file, data: undefined } }), `without ${name}`).toBe(false)
  const [section, ...others] = files.sections
  for (const name of ['bank', 'evidence'] as const)
    expect(isChecked({ ...files, sections: [{ ...section!, [name]: { ...section![name], data: undefined } }, ...others] }), `without a section’s ${name}`).toBe(false)
})
