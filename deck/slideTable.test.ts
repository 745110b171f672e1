import { describe, expect, it, vi } from 'vitest'
import { reactive } from 'vue'
import { once, slideMeta } from './slideOfTable.ts'
import { leanFrontmatter, leanTable } from './slideTable.ts'

/** As Slidev writes it; `slidev.test.ts` holds the lines to the installed one. */
function frontmatterModule(fields: object) {
  return `// @unocss-include
import { computed, reactive, shallowReactive } from "vue"
export const frontmatterData = {"layout":"cover"}
export const frontmatter = import.meta.hot ? import.meta.hot.data.frontmatter : reactive(frontmatterData)
export default frontmatter
export const meta = shallowReactive({
  get layout(){ return frontmatter.layout },
  get preload(){ return frontmatter.preload },
  slide: {
    ...(${JSON.stringify(fields)}),
    frontmatter,
    filepath: "",
    start: 12,
    sourceIndex: 1,
    id: 4,
    no: 5,
  },
  __clicksContext: null,
  __preloaded: false,
})`
}

const tableModule = [1, 2].map(no => `import { meta as f${no} } from '/@slidev/slides/${no}/frontmatter'
const load${no} = async () => {
  try { return componentsCache[${no - 1}] ??= await import('/@slidev/slides/${no}/md') }
  catch (e) { console.error('slide failed to load', e); return SlideError }
}`).join('\n')

describe('the module of a slide’s frontmatter', () => {
  it('keeps what is the slide’s own, and nothing that is typed twice', () => {
    const lean = leanFrontmatter(frontmatterModule({ title: 'With "quotes" and $&', level: 2, frontmatterRaw: 'title: x', revision: 'abc', noteHTML: '', images: [] }))
    expect(lean).toMatch(/export const meta = slideMeta\(frontmatter, 4, \{"title":"With \\"quotes\\" and \$&","level":2\}\)$/)
    expect(lean).toContain('export default frontmatter')
    expect(lean).not.toMatch(/frontmatterRaw|shallowReactive\(|get layout/)
  })

  it('written otherwise, stops the build', () => {
    expect(() => leanFrontmatter('export const meta = {}')).toThrow('deck/README.md')
  })
})

describe('the table of slides', () => {
  it('names of each slide only its modules', () => {
    expect(leanTable(tableModule).split('\n').slice(1)).toEqual([
      'import { meta as f1 } from \'/@slidev/slides/1/frontmatter\'',
      'const load1 = once(() => import(\'/@slidev/slides/1/md\'), SlideError)',
      'import { meta as f2 } from \'/@slidev/slides/2/frontmatter\'',
      'const load2 = once(() => import(\'/@slidev/slides/2/md\'), SlideError)',
    ])
  })

  it('written otherwise, stops the build', () => {
    expect(() => leanTable('const load1 = () => import(\'/@slidev/slides/1/md\')')).toThrow('deck/README.md')
    expect(() => leanTable(`${tableModule}\nconst load3 = () => componentsCache[2]`)).toThrow('deck/README.md')
  })
})

describe('a slide of the table', () => {
  it('says what its frontmatter says at the time', () => {
    const frontmatter = reactive<Record<string, unknown>>({ layout: 'cover', clicks: 1 })
    const meta = slideMeta(frontmatter, 4, { title: 'Five' })
    frontmatter.layout = 'claim'
    expect(meta).toMatchObject({ layout: 'claim', clicks: 1, slide: { title: 'Five', index: 4, id: 4, no: 5, frontmatter: { layout: 'claim' } } })
  })

  it('is loaded once; one that failed is shown as an error, and asked for again', async () => {
    vi.spyOn(console, 'error').mockReturnValue()
    const error = { name: 'SlideError' }
    const load = vi.fn(async () => 'slide').mockRejectedValueOnce(new Error('no network'))
    const loadOnce = once(load, error)
    expect(await loadOnce()).toBe(error)
    expect(await loadOnce()).toBe('slide')
    expect(await loadOnce()).toBe('slide')
    expect(load).toHaveBeenCalledTimes(2)
  })
})
