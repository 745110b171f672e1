import { writeFileSync } from 'node:fs'
import { schemaFiles } from '../content/json-schema.ts'

// The editor's help for quizzes/*.yaml, evidence/*.yaml and sources.json, from the schemas of the build's check.
for (const [file, text] of Object.entries(schemaFiles())) {
  writeFileSync(file, text)
  console.log(file)
}
