import type { SlideRoute } from '@slidev/client'
import { currentOverviewPage } from '@slidev/client/logic/overview.ts'
import { showGotoDialog, showOverview } from '@slidev/client/state/index.ts'
import { nextTick, watch } from 'vue'
import { slides } from '#slidev/slides'
import { focusHeading } from './focusOnSlideChange.ts'

/** Slidev's overview and its field to go to a slide get what they lack for a keyboard and a screen reader. */
export function followDialogs(): void {
  const titleOf = (no: number): string => (slides.value as SlideRoute[])[no - 1]?.meta.slide?.frontmatter.title ?? ''
  watch([showOverview, showGotoDialog], async ([overview, goto]) => {
    if (overview || goto) {
      // Where it cannot be loaded they can still be used, as Slidev made them.
      const dialogs = await import('./dialogs.ts').catch(() => undefined)
      await dialogs?.areMounted()
      showOverview.value && dialogs?.nameOverview(showOverview, currentOverviewPage, titleOf)
      showGotoDialog.value && dialogs?.nameGoto()
    }
    else {
      await nextTick()
      if (document.activeElement === document.body)
        focusHeading()
    }
  }, { flush: 'post' })
}
