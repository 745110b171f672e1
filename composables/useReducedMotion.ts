import type { Ref } from 'vue'
import { onBeforeUnmount, onMounted, ref, watch } from 'vue'
import { useSettingsStore } from '../stores/settings.ts'
import { onMediaChange } from './onMediaChange.ts'

/** Is less motion wanted, by the device or by the learner's setting? `false` until it is known. */
export function useReducedMotion(): Ref<boolean> {
  const store = useSettingsStore()
  const calm = ref(false)
  let device: MediaQueryList | undefined
  let stop: (() => void) | undefined
  const look = () => calm.value = store.settings.motion === 'reduced' || !!device?.matches
  onMounted(() => {
    device = window.matchMedia('(prefers-reduced-motion: reduce)')
    stop = onMediaChange(device, look)
    look()
  })
  onBeforeUnmount(() => stop?.())
  watch(() => store.settings.motion, look)
  return calm
}
