import type { Selection } from '../target.ts'
import { create } from 'xmlbuilder2'
import { lostIn } from '../../words/en/exports.ts'
import { LANG } from '../../words/en/language.ts'
import { packageName, packageTitle } from '../target.ts'

/** What a version of QTI calls its packages. */
export interface Dialect {
  /** In the types of resources: `imsqti_item_xmlv2p1` */
  version: '2p1' | '3p0'
  schema: string
  schemaVersion: string
  packages: string
  metadata: string
  /** What texts are called in the metadata */
  text: string
}

export const itemFile = (id: string) => `items/${id}.xml`
export const TEST_FILE = 'test.xml'

/** @returns `imsmanifest.xml`: every item, and the test that holds them part by part */
export function manifestOf(selection: Selection, { version, schema, schemaVersion, packages, metadata, text }: Dialect): string {
  const { sections } = selection
  const manifest = create({ version: '1.0', encoding: 'UTF-8' }).ele(packages, 'manifest', { identifier: packageName(selection) })
  const about = manifest.ele('metadata')
  about.ele('schema').txt(schema).up().ele('schemaversion').txt(schemaVersion)
  const general = about.ele(metadata, 'lom').ele('general')
  general.ele('title').ele(text, { 'xml:lang': LANG }).txt(packageTitle(selection))
  general.ele('description').ele(text, { 'xml:lang': LANG }).txt(['What each type of question loses:', ...lostIn('qti')].join('\n'))
  manifest.ele('organizations')
  const resources = manifest.ele('resources')
  const ids = sections.flatMap(({ questions }) => questions.map(({ id }) => id))
  const test = resources.ele('resource', { identifier: 'test', type: `imsqti_test_xmlv${version}`, href: TEST_FILE })
  test.ele('file', { href: TEST_FILE })
  for (const id of ids)
    test.ele('dependency', { identifierref: id })
  for (const id of ids)
    resources.ele('resource', { identifier: id, type: `imsqti_item_xmlv${version}`, href: itemFile(id) }).ele('file', { href: itemFile(id) })
  return `${manifest.end({ prettyPrint: true })}\n`
}
