import { defineAsyncComponent } from 'vue'
import { partLoader } from '../../composables/loadOnce.ts'

const AFTER_THE_SLIDE_MS = 500

/** For `Controls.vue` on the stage: the overview and "go to" open at a key, so they are loaded after the slide. */
export default defineAsyncComponent(partLoader(
  () => import('@slidev/client/internals/Controls.vue'),
  () => new Promise(resolve => setTimeout(resolve, AFTER_THE_SLIDE_MS)),
))
