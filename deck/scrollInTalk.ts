import { useNav } from '@slidev/client/composables/useNav.ts'
import { ids } from 'virtual:course/deck'
import { watch } from 'vue'
import { group } from './useGroup.ts'

/** Two windows draw a slide at different sizes: so much off is no other place. */
const NOISE_PX = 2

/** What can be scrolled in a slide, in the order it stands there. */
function boxesOf(slide: Element): Element[] {
  return [...slide.querySelectorAll('*')].filter(box => box.scrollHeight > box.clientHeight + 1 && /auto|scroll/.test(getComputedStyle(box).overflowY))
}

const isShown = (slide: Element) => !(slide as HTMLElement).style.display && !slide.closest('[inert]') && !slide.querySelector('.frame[inert]')
const shownSlide = (no: number) => [...document.querySelectorAll(`.slidev-page-${no}`)].find(isShown)

/** A box inside a slide is scrolled in every window of a talk as far as in the one where somebody scrolls it. */
export function scrollInTalk(): void {
  const { currentSlideNo } = useNav()
  /** Where this window itself has put a box: that it is there is nobody's doing. */
  const put = new WeakMap<Element, number>()
  const nameOf = (place: number) => `scroll ${ids[currentSlideNo.value - 1]} ${place}`

  function onScroll({ target }: Event): void {
    if (!group.isOn() || !(target instanceof Element) || Math.abs(target.scrollTop - (put.get(target) ?? -Infinity)) < NOISE_PX)
      return
    const slide = shownSlide(currentSlideNo.value)
    const place = slide?.contains(target) ? boxesOf(slide).indexOf(target) : -1
    if (place < 0)
      return
    put.delete(target)
    group.set(nameOf(place), target.scrollTop / (target.scrollHeight - target.clientHeight))
  }

  let isDue = false
  function follow(): void {
    isDue = false
    const slide = group.isOn() && shownSlide(currentSlideNo.value)
    for (const [place, box] of (slide ? boxesOf(slide) : []).entries()) {
      const top = Number(group.get(nameOf(place)) ?? 0) * (box.scrollHeight - box.clientHeight)
      if (Math.abs(box.scrollTop - top) < NOISE_PX)
        continue
      box.scrollTop = top
      put.set(box, box.scrollTop)
    }
  }
  function followSoon(): void {
    if (isDue || !group.isOn())
      return
    isDue = true
    requestAnimationFrame(follow)
  }

  document.addEventListener('scroll', onScroll, { capture: true, passive: true })
  watch([currentSlideNo, group.changed], followSoon, { flush: 'post' })
  // A slide comes in pieces, and an answer makes its box longer.
  new MutationObserver(followSoon).observe(document.body, { childList: true, subtree: true })
}
