import type { Ref } from 'vue'
import { computed, ref } from 'vue'
import { useSlidePlace } from '../composables/useSlidePlace.ts'
import { group } from './useGroup.ts'

/** @returns how a figure stands: in a talk as in all its windows, else as this one has it */
export function showInTalk<Value>(name: string, initial: Value): Ref<Value> {
  const key = `figure ${useSlidePlace().id} ${name}`
  const own = ref(initial) as Ref<Value>
  return computed({
    get: () => group.isOn() ? group.get(key) as Value | undefined ?? initial : own.value,
    set: value => group.isOn() ? group.set(key, value) : own.value = value,
  })
}
