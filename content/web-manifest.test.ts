import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { copyTiny } from '../tests/fixtures/tiny-copy.ts'
import { readAbout } from './about.ts'
import { webManifest } from './web-manifest.ts'

const installed = (root: string) => JSON.parse(webManifest(root, readAbout(root).data!))

it('is installed under the name that course.yaml gives it, whatever the name was before', () => {
  const { root, replace } = copyTiny()
  replace('course.yaml', 'title: Tea and Rain', 'title: Tea and Fog')
  replace('public/manifest.webmanifest', '{', '{ "name": "Tea and Rain",')
  expect(installed(root)).toMatchObject({ name: 'Tea and Fog', short_name: 'Tea and Fog', description: 'A tiny course that weighs what is said of tea and rain.' })
})

it('is installed with the icons and the colours of its folder', () => {
  const { name, icons, display, theme_color } = installed('.')
  expect({ name, display, theme_color }).toEqual({ name: 'Wandering Nerve', display: 'standalone', theme_color: '#FBF8F3' })
  expect(icons).toHaveLength(4)
})

it('has its name in no other file, where nobody would change it', () => {
  for (const root of ['.', copyTiny().root])
    expect(Object.keys(JSON.parse(readFileSync(`${root}/public/manifest.webmanifest`, 'utf8')))).not.toEqual(expect.arrayContaining([expect.stringMatching(/name|description/)]))
})

it('says what to do where the file is missing or broken', () => {
  const { root, remove, write } = copyTiny()
  write('public/manifest.webmanifest', '{ "icons": [ }')
  expect(() => installed(root)).toThrow(/^public\/manifest\.webmanifest cannot be read: .+\. It holds the icons and colours/)
  remove('public/manifest.webmanifest')
  expect(() => installed(root)).toThrow(/^public\/manifest\.webmanifest cannot be read: .+\. It holds the icons and colours/)
})
