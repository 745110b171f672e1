import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { schemaFiles } from './json-schema.ts'

it.each(Object.entries(schemaFiles()))('%s is what the schemas say (npm run schemas writes it anew)', (file, text) => {
  expect(readFileSync(file, 'utf8')).toBe(text)
})
