/*
 * A phone in a live room: what joining takes and no more, as a hall joins within a minute over one access point. Built by
 * itself (scripts/build-phone.ts), with styles by component.
 */
import { loadBallots } from '../components/room/ballots.ts'
import { loadElsewhere } from '../components/room/elsewhere.ts'
import { watchLoad } from '../composables/loadOnce.ts'
import RoomPage from '../pages/RoomPage.vue'
import { hydrate } from './hydrate.ts'
import '@unocss/reset/tailwind.css'
import '../styles/base.css'

/** What is not needed to join comes after that, and not to all phones at once. */
const LATER_MS = 5000
const WITHIN_MS = 25_000

window.coursePage?.begin()
watchLoad(hydrate(document.getElementById('app')!, RoomPage)).catch(console.warn)
setTimeout(() => {
  import('../styles/fonts.css').catch(() => {})
  loadBallots().catch(() => {})
  loadElsewhere().catch(() => {})
}, LATER_MS + Math.random() * WITHIN_MS)
