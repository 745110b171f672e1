import { mount } from '@vue/test-utils'
import { expect, it, vi } from 'vitest'
import { h, nextTick } from 'vue'
import OverviewSlide from '../../deck/stand-ins/overview-slide.ts'

vi.mock('@slidev/client/internals/SlideWrapper.vue', () => ({ default: { props: ['route'], render: ({ route }: { route: { no: number } }) => h('h1', `Slide ${route.no}, drawn`) } }))

/** The overview: a box that scrolls, with a card for each slide; the cards come near when the test says so. */
function openOverview(slides: number) {
  const watched = new Map<Element, (isIntersecting: boolean) => void>()
  const roots = new Set<unknown>()
  vi.stubGlobal('IntersectionObserver', class {
    callback: (entries: { isIntersecting: boolean }[]) => void
    watched: Element[] = []
    constructor(callback: (entries: { isIntersecting: boolean }[]) => void, { root }: IntersectionObserverInit) {
      this.callback = callback
      roots.add(root)
    }

    observe(card: Element): void {
      this.watched.push(card)
      watched.set(card, isIntersecting => this.callback([{ isIntersecting }]))
    }

    disconnect(): void {
      this.watched.forEach(card => watched.delete(card))
    }
  })
  const numbers = Array.from({ length: slides }, (_, index) => index + 1)
  const view = mount(() => h('div', { class: 'z-modal' }, numbers.map(no => h('article', [h(OverviewSlide, {
    route: { no, meta: { slide: { frontmatter: { title: `Title ${no}` } } } } as any,
    clicksContext: {} as any,
    renderContext: 'overview',
  })]))), { attachTo: document.body })
  const cards = () => view.findAll('article').map(card => card.text())
  return { view, watched, roots, cards }
}

it('no card of the overview stays empty: each has its title at once, and its slide when it is nearly in view', async () => {
  const { view, watched, roots, cards } = openOverview(3)
  expect(cards()).toEqual(['Title 1', 'Title 2', 'Title 3'])
  expect([...roots], 'near means near to what is seen of the overview').toEqual([view.get('.z-modal').element])

  const [first, second, third] = [...watched.values()]
  first!(false)
  second!(true)
  await nextTick()
  expect(cards()).toEqual(['Title 1', 'Slide 2, drawn', 'Title 3'])
  expect(watched.size, 'a card that is drawn is watched no more').toBe(2)

  first!(true)
  third!(true)
  await nextTick()
  expect(cards()).toEqual(['Slide 1, drawn', 'Slide 2, drawn', 'Slide 3, drawn'])
  view.unmount()
  expect(watched.size).toBe(0)
})
