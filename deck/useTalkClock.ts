import type { ComputedRef } from 'vue'
import type { TalkClock } from '../core/talk-clock.ts'
import { useNav } from '@slidev/client/composables/useNav.ts'
import { computed, onBeforeUnmount, ref } from 'vue'
import { asClock, countedMs, minutesAhead, minutesOfNote, pressed, stoppedClock } from '../core/talk-clock.ts'
import { noteOf } from './notes.ts'
import { group } from './useGroup.ts'

const NAME = 'clock'

/**
 * The clock of the talk counts down what the agenda gives it, or the notes of all slides together. It is kept with the
 * group: it goes on after a reload, and a new group begins with a clock that stands.
 */
export function useTalkClock(): { left: ComputedRef<string>, says: ComputedRef<string>, runs: ComputedRef<boolean>, isBegun: ComputedRef<boolean>, press: () => void, reset: () => void } {
  const { slides, currentSlideNo } = useNav()
  const nowMs = ref(Date.now())
  const ticking = setInterval(() => nowMs.value = Date.now(), 500)
  onBeforeUnmount(() => clearInterval(ticking))

  // Notes are in no build; the dev server has them with the slides.
  const minutes = computed(() => slides.value.map(({ no, meta }) => minutesOfNote(noteOf(no) || (meta.slide?.noteHTML ?? meta.slide?.note))))
  const planned = computed(() => Number(slides.value[0]?.meta.slide?.frontmatter.minutes) || Math.round(minutes.value.reduce((sum, one) => sum + one, 0)))
  const clock = computed(() => group.get(NAME) as TalkClock | undefined ?? stoppedClock)
  const counted = computed(() => countedMs(clock.value, nowMs.value))
  const isBegun = computed(() => clock.value.atMs > 0)

  function press(): void {
    nowMs.value = Date.now()
    group.set(NAME, pressed(clock.value, nowMs.value))
  }

  const says = computed(() => {
    if (planned.value === 0)
      return 'so far'
    if (!isBegun.value)
      return 'min planned'
    const ahead = minutesAhead(minutes.value, currentSlideNo.value - 1, counted.value)
    return `left of ${planned.value} min · ${ahead === 0 ? 'on time' : `${Math.abs(ahead)} min ${ahead > 0 ? 'ahead' : 'behind'}`}`
  })
  return {
    left: computed(() => planned.value === 0 ? asClock(counted.value) : isBegun.value ? asClock(planned.value * 60_000 - counted.value) : String(planned.value)),
    says,
    runs: computed(() => clock.value.runs),
    isBegun,
    press,
    reset: () => group.set(NAME, stoppedClock),
  }
}
