import { showGotoDialog, showOverview } from '@slidev/client/state/index.ts'
import { defineAsyncComponent, watch } from 'vue'
import { partLoader } from '../../composables/loadOnce.ts'

function isAsked(): Promise<void> {
  return new Promise(resolve => watch(() => showOverview.value || showGotoDialog.value, asked => asked && resolve(), { immediate: true }))
}

/** For `Controls.vue` on the stage: the overview and "go to" are loaded when one of them is first opened. */
export default defineAsyncComponent(partLoader(() => import('@slidev/client/internals/Controls.vue'), isAsked))
