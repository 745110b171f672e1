import { strFromU8, unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { qti21 } from '../../exports/qti/qti.ts'
import { selectionOf } from '../fixtures/selections.ts'
import { schemaProblems, schemasIn } from '../fixtures/xmllint.ts'

it('every question of the course holds to the schema of QTI 2.1', async () => {
  const [bytes] = Object.values(await qti21.make(await selectionOf()))
  const { 'imsmanifest.xml': _, ...documents } = unzipSync(bytes!)
  const texts = Object.fromEntries(Object.entries(documents).map(([path, content]) => [path, strFromU8(content)]))
  expect(Object.keys(texts).length).toBeGreaterThan(160)
  expect(await schemaProblems(texts, schemasIn('tests/fixtures/schemas/qti21.zip'), 'imsqti_v2p1.xsd')).toEqual([])
})
