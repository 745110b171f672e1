import type { SlideRoute } from '@slidev/client'
import type { ClicksContext, RenderContext } from '@slidev/types'
import type { PropType } from 'vue'
import SlideWrapper from '@slidev/client/internals/SlideWrapper.vue'
import { defineComponent, h, onBeforeUnmount, onMounted, ref } from 'vue'

/** For `SlideWrapper.vue` in the overview: a slide is loaded and drawn when its card is nearly in view, its title until then. */
export default defineComponent({
  props: {
    route: { type: Object as PropType<SlideRoute>, required: true },
    clicksContext: { type: Object as PropType<ClicksContext>, required: true },
    renderContext: { type: String as PropType<RenderContext>, required: true },
  },
  setup(props) {
    const card = ref<HTMLElement>()
    const isNear = ref(false)
    let observer: IntersectionObserver | undefined
    onMounted(() => {
      observer = new IntersectionObserver((entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting))
          return
        isNear.value = true
        observer!.disconnect()
      }, { root: card.value!.closest('.z-modal'), rootMargin: '50% 0px' })
      observer.observe(card.value!)
    })
    onBeforeUnmount(() => observer?.disconnect())
    return () => isNear.value
      ? h(SlideWrapper, props)
      : h('div', { 'ref': card, 'class': 'overview-title', 'data-slidev-no': props.route.no }, props.route.meta.slide?.frontmatter.title)
  },
})
