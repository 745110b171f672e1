import type { Selection, Target } from '../target.ts'
import { strFromU8, unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { convert } from 'xmlbuilder2'
import { twoVersions } from '../../tests/fixtures/selections.ts'
import { bytesOf } from '../target.ts'
import { scorm12, scorm2004 } from './scorm.ts'

/** @returns the files of a package, with one page in place of all, which says which build it is of */
async function filesOf(target: Target, selection: Selection, build: string) {
  const buildForLms = async () => ({ pages: { 'index.html': bytesOf(build) }, shell: { 'index.html': bytesOf(''), 'shell.js': bytesOf('') } })
  const [name, bytes] = Object.entries(await target.make({ ...selection, buildForLms }))[0]!
  return { name, files: unzipSync(bytes) }
}

it.each([['1.2', scorm12], ['2004', scorm2004]])('a second version in SCORM %s is the same activity to a system, with new names for its pages and with the questions that are asked now', async (_, target) => {
  const { before, after, reworded, added, retired } = await twoVersions()
  const [first, second] = [await filesOf(target, before, 'first'), await filesOf(target, after, 'second')]
  expect(second.name).toBe(first.name)
  const identifiers = ({ files }: typeof first) => {
    const { manifest } = convert(strFromU8(files['imsmanifest.xml']!), { format: 'object' }) as any
    const { organization } = manifest.organizations
    return [manifest['@identifier'], organization['@identifier'], organization.item['@identifier'], organization.item['@identifierref'], manifest.resources.resource['@href']]
  }
  expect(identifiers(second)).toEqual(identifiers(first))
  // Systems keep a file of one name for long.
  const pages = ({ files }: typeof first) => Object.keys(files).filter(path => path.startsWith('course-'))
  expect(pages(second)).toHaveLength(1)
  expect(pages(second)).not.toEqual(pages(first))
  const prompts = ({ files }: typeof first) => new Map<string, string>(JSON.parse(strFromU8(files['course.js']!).replace('window.packagedCourse=', '')).questions.map(({ id, prompt }: any) => [id, prompt]))
  expect(prompts(second).get(reworded)).not.toBe(prompts(first).get(reworded))
  expect([added, retired].map(id => [prompts(first).has(id), prompts(second).has(id)])).toEqual([[false, true], [true, false]])
})
