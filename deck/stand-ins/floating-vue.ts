import type { FunctionalComponent } from 'vue'

/** For `floating-vue`: no slide has a popover of its. What stood in one of Slidev's stands there bare. */
const Bare: FunctionalComponent = (_, { slots }) => slots.default?.()

export { Bare as Dropdown, Bare as Tooltip }
export function recomputeAllPoppers() {}
