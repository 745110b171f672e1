import { defineAsyncComponent } from 'vue'
import { partLoader } from '../../composables/loadOnce.ts'

const loadBallot = () => import('./RoomBallot.vue')
const loadBeliefBallot = () => import('./RoomBeliefBallot.vue')

/** What is shown once something is asked: it comes then, or before, when nothing else is to be done. */
export const RoomBallot = defineAsyncComponent(partLoader(loadBallot))
export const RoomBeliefBallot = defineAsyncComponent(partLoader(loadBeliefBallot))
/** Seldom asked, by a room that has just answered: it comes then. */
export const RoomAnsweredBefore = defineAsyncComponent(partLoader(() => import('./RoomAnsweredBefore.vue')))
export const loadBallots = (): Promise<unknown> => Promise.all([loadBallot(), loadBeliefBallot()])
