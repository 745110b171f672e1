import { writeFileSync } from 'node:fs'
import { readAbout } from '../content/about.ts'
import { editorFiles } from '../content/json-schema.ts'

// The editor's help for every file of the content, from the schemas of the build's check.
for (const [file, text] of Object.entries(editorFiles(readAbout('.').data!))) {
  writeFileSync(file, text)
  console.log(file)
}
