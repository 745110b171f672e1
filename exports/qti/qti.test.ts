import type { Selection } from '../target.ts'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { convert } from 'xmlbuilder2'
import { selectionOf, twoVersions } from '../../tests/fixtures/selections.ts'
import { schemaProblems, schemasIn } from '../../tests/fixtures/xmllint.ts'
import { qti21, qti30 } from './qti.ts'

async function filesOf(selection: Selection, target = qti21): Promise<Record<string, string>> {
  const [bytes] = Object.values(await target.make(selection))
  return Object.fromEntries(Object.entries(unzipSync(bytes!)).map(([path, content]) => [path, strFromU8(content)]))
}

const schemas = schemasIn('tests/fixtures/schemas/qti21.zip')

describe('questions as QTI', () => {
  // tests/exports/ has the same for every question of the course.
  it('hold to the schema of version 2.1: one of each type, the test and the manifest', async () => {
    const selection = await selectionOf()
    const questions = selection.sections.flatMap(section => section.questions)
    const ofEachType = [...new Map(questions.map(({ id, type }) => [type, `items/${id}.xml`])).values()]
    expect(ofEachType).toHaveLength(8)
    const files = await filesOf(selection)
    expect(await schemaProblems(Object.fromEntries([...ofEachType, 'test.xml'].map(path => [path, files[path]!])), schemas, 'imsqti_v2p1.xsd')).toEqual([])
    expect(await schemaProblems({ 'imsmanifest.xml': files['imsmanifest.xml']! }, schemas, 'imscp_v1p1.xsd')).toEqual([])
  })

  it('are judged by that schema: a name that it does not know is found', async () => {
    const { 'items/tea.colour.xml': item } = await filesOf((await twoVersions()).before)
    expect(await schemaProblems({ 'item.xml': item!.replaceAll('simpleChoice', 'simplyChoice') }, schemas, 'imsqti_v2p1.xsd')).not.toEqual([])
  })

  it.each([['2.1', qti21], ['3.0', qti30]])('name nothing in the manifest of %s that is not there, and leave nothing out', async (_, target) => {
    const files = await filesOf(await selectionOf(), target)
    const { manifest } = convert(files['imsmanifest.xml']!, { format: 'object' }) as any
    const resources: any[] = manifest.resources.resource
    expect(resources.map(resource => resource['@href']).sort()).toEqual(Object.keys(files).filter(path => path !== 'imsmanifest.xml').sort())
    const ids = resources.map(resource => resource['@identifier'])
    expect(resources.flatMap(resource => resource.dependency ?? []).filter((dependency: any) => !ids.includes(dependency['@identifierref']))).toEqual([])
  })

  it('have in version 3.0 the same elements under its names', async () => {
    const selection = await selectionOf('depression')
    const [older, newer] = [await filesOf(selection), await filesOf(selection, qti30)]
    const names = (text: string) => Array.from(text.matchAll(/<([a-z][\w-]*)/gi), ([, name]) => name!)
    for (const [path, text] of Object.entries(older).filter(([path]) => path.startsWith('items/'))) {
      const plain = names(newer[path]!).filter(name => name !== 'qti-content-body').map(name => name.replace('qti-', '').replaceAll('-', ''))
      expect(plain).toEqual(names(text).map(name => name.toLowerCase()))
    }
  })

  it.each([['2.1', qti21], ['3.0', qti30]])('are a test of %s that is called after its section, where it has one alone', async (_, target) => {
    const titleOf = async (section?: string) => / title="([^"]*)"/.exec((await filesOf(await selectionOf(section), target))['test.xml']!)![1]
    expect([await titleOf(), await titleOf('depression')]).toEqual(['Wandering Nerve', 'Wandering Nerve: Depression'])
  })

  it('keep their ids when words change; a new one has a new id, and a retired one is gone', async () => {
    const { before, after, reworded, added, retired } = await twoVersions()
    const [first, second] = [await filesOf(before), await filesOf(after)]
    const file = (id: string) => `items/${id}.xml`
    expect(second[file(reworded)]).not.toBe(first[file(reworded)])
    expect(Object.keys(first).filter(path => !(path in second))).toEqual([file(retired)])
    expect(Object.keys(second).filter(path => !(path in first))).toEqual([file(added)])
  })
})
