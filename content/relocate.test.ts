import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { COURSE_ROOT, relocateScript, relocateText, rootFrom } from './relocate.ts'

describe('a document', () => {
  it.each([['/', './'], ['/evidence/', '../'], ['/learn/depression/', '../../'], ['/12', '../']])('at %s reaches the course by %s', (path, root) => {
    expect(rootFrom(path)).toBe(root)
    for (const folder of ['/', '/course/', '/a/b/c/'])
      expect(new URL(relocateText(`${COURSE_ROOT}glossary/#sham`, rootFrom(path)), `https://host.test${folder}${path.slice(1).replace(/(?<=.)\/?$/, '/')}`).href).toBe(`https://host.test${folder}glossary/#sham`)
  })
})

describe('a script', () => {
  /** Runs an expression as if it stood in a chunk under this folder. */
  const run = (code: string, folder: string) => runInNewContext(relocateScript(code).replaceAll('import.meta.url', JSON.stringify(`https://host.test${folder}site/chunk.js`)), { URL, x: 'more' })

  it.each([
    ['"/__course__/"', ''],
    ['__courseRoot__+x', 'more'],
    ['"/__course__/"+x', 'more'],
    ['\'/__course__/site/a.woff2\'', 'site/a.woff2'],
    [`\`/__course__/$\{x}/b\``, 'more/b'],
    ['["/__course__/".replace(/$/,"!"),"it\'s"][0]', '!'],
  ])('finds the folder of the course in %s', (code, rest) => {
    for (const folder of ['/', '/course/', '/a/b/c/'])
      expect(run(code, folder)).toBe(folder + rest)
  })

  it('that is classic finds it by its own address, and only while it is read', () => {
    const classic = relocateScript('var found=(()=>{return"/__course__/"+"b"})()', '../', 'classic')
    for (const folder of ['/', '/course/', '/C:/a%20stick/'])
      expect(runInNewContext(`${classic};found`, { URL, document: { currentScript: { src: `file://${folder}site/main.js` } } })).toBe(`${folder}b`)
  })

  it('that names it in an unknown way stops the build', () => {
    expect(() => relocateScript('const a = \'{"at":"x/__course__"}\'')).toThrow('unknown way')
  })
})
