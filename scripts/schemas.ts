import { writeFileSync } from 'node:fs'
import { editorFiles } from '../content/json-schema.ts'

// The editor's help for every file of the content, from the schemas of the build's check.
for (const [file, text] of Object.entries(editorFiles())) {
  writeFileSync(file, text)
  console.log(file)
}
