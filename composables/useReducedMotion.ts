import type { Ref } from 'vue'
import { onBeforeUnmount, onMounted, ref, watch } from 'vue'
import { useSettingsStore } from '../stores/settings.ts'

/** Is less motion wanted, by the device or by the learner's setting? `false` until it is known. */
export function useReducedMotion(): Ref<boolean> {
  const store = useSettingsStore()
  const calm = ref(false)
  let device: MediaQueryList | undefined
  const look = () => calm.value = store.settings.motion === 'reduced' || !!device?.matches
  onMounted(() => {
    device = window.matchMedia('(prefers-reduced-motion: reduce)')
    device.addEventListener('change', look)
    look()
  })
  onBeforeUnmount(() => device?.removeEventListener('change', look))
  watch(() => store.settings.motion, look)
  return calm
}
