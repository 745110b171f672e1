import type { Selection } from '../target.ts'
import { strFromU8, unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { convert } from 'xmlbuilder2'
import { selectionOf, twoVersions } from '../../tests/fixtures/selections.ts'
import { schemaProblems, schemasIn } from '../../tests/fixtures/xmllint.ts'
import { bytesOf } from '../target.ts'
import { cmi5 } from './cmi5.ts'

/** @returns the files of a package, with two pages in place of all */
async function filesOf(selection: Selection) {
  const buildForLms = async () => ({ pages: { 'learn/index.html': bytesOf('') }, shell: { 'index.html': bytesOf(''), 'shell.js': bytesOf('') } })
  return unzipSync(Object.values(await cmi5.make({ ...selection, buildForLms }))[0]!)
}

async function structureOf(selection: Selection): Promise<any> {
  return (convert(strFromU8((await filesOf(selection))['cmi5.xml']!), { format: 'object' }) as any).courseStructure
}

async function unitsOf(selection: Selection): Promise<{ id: string, url: string }[]> {
  const courseStructure = await structureOf(selection)
  return [courseStructure.au].flat().map(au => ({ id: au['@id'], url: au.url }))
}

it('holds to the schema of cmi5, and each unit leads to a file and a part that are there', async () => {
  const selection = await selectionOf()
  const files = await filesOf(selection)
  expect(await schemaProblems({ 'cmi5.xml': strFromU8(files['cmi5.xml']!) }, schemasIn('tests/fixtures/schemas/cmi5.zip'), 'CourseStructure.xsd')).toEqual([])
  const addresses = (await unitsOf(selection)).map(({ url }) => new URL(url, 'https://lms.test/'))
  expect(addresses.map(({ searchParams }) => searchParams.get('section'))).toEqual(selection.sections.map(({ id }) => id))
  expect(addresses.filter(({ pathname }) => !(pathname.slice(1) in files))).toEqual([])
})

it('has one unit for a section alone, called as in the whole course', async () => {
  const [whole, alone] = [await unitsOf(await selectionOf()), await unitsOf(await selectionOf('depression'))]
  expect(alone).toHaveLength(1)
  expect(whole).toContainEqual(alone[0])
})

it('has an id, a title and a description of its own for a section alone, and keeps those of the whole course', async () => {
  const [whole, depression, anxiety] = await Promise.all([undefined, 'depression', 'anxiety'].map(async section => (await structureOf(await selectionOf(section))).course))
  expect(whole).toMatchObject({ '@id': 'urn:wandering-nerve:course', 'title': { langstring: { '#': 'Wandering Nerve' } } })
  expect(depression).toMatchObject({ '@id': 'urn:wandering-nerve:course:depression', 'title': { langstring: { '#': 'Wandering Nerve: Depression' } } })
  expect(anxiety['@id']).toBe('urn:wandering-nerve:course:anxiety')
  expect(new Set([whole, depression, anxiety].map(({ description }) => description.langstring['#'])).size).toBe(3)
})

it('calls its units the same in every version', async () => {
  const { before, after } = await twoVersions()
  expect(await unitsOf(after)).toEqual(await unitsOf(before))
})
