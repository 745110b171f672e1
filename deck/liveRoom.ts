import type { App } from 'vue'
import type { RouteLocation, Router } from 'vue-router'
import type { JoinedRoom } from '../composables/room/roomKey.ts'
import { ids } from 'virtual:course/deck'
import { shallowRef, watch } from 'vue'
import { roomKey } from '../composables/room/roomKey.ts'
import { leadRoom } from './leadRoom.ts'
import { talk } from './useTalk.ts'

/** The code of the live room that this deck belongs to stands here in the tab, as its secret is a cookie. */
const ROOM_KEY = `${__COURSE_ID__}.live-room`

/** The live room that this deck is shown in, once it is known. */
export const liveRoom = shallowRef<JoinedRoom>()

/** @returns the code of the live room, from the address once and from then on from the tab; `null` where there is none */
export function codeOfRoom(): string | null {
  if (!__PRESENTS__)
    return null
  const told = new URLSearchParams(location.search).get('room')
  if (told)
    sessionStorage.setItem(ROOM_KEY, told)
  return told ?? sessionStorage.getItem(ROOM_KEY)
}

/**
 * Has the deck take part in a live room, where it stands in one: the presenter's view steers, every other window
 * follows and cannot be moved itself. A slide that is not of the agenda, such as the course's cover, moves nobody.
 */
export async function joinLiveRoom(app: App, router: Router): Promise<void> {
  const code = codeOfRoom()
  if (!__PRESENTS__ || !code)
    return
  const { joinRoom } = await import('../composables/room/joinRoom.ts')
  await router.isReady()
  const isPresenter = router.currentRoute.value.path.includes('/presenter')
  const room = app.runWithContext(() => joinRoom(code, isPresenter ? 'speaker' : 'projector'))
  app.provide(roomKey, room)
  liveRoom.value = room
  talk.isLed = true

  const placeAt = ({ params, query }: RouteLocation) => ({ slide: ids[Number(params.no) - 1] ?? null, clicks: Number(query.clicks ?? 0) })
  const here = () => placeAt(router.currentRoute.value)
  /** Where the room is; nowhere before the first step, and on a slide that this deck does not have. */
  const there = () => {
    const at = room.state.value.room?.at
    return at && ids.includes(at.slide) ? at : undefined
  }
  const lead = leadRoom(place => room.command({ type: 'steer', ...place }))
  watch(() => room.state.value.room?.at, (told) => {
    const at = told && isPresenter ? lead.heard(told) : told
    talk.black = at?.black ?? false
    const { slide, clicks } = here()
    if (at && ids.includes(at.slide) && (slide !== at.slide || clicks !== at.clicks)) {
      const no = ids.indexOf(at.slide) + 1
      router.replace({ path: isPresenter ? `/presenter/${no}` : `/${no}`, query: { ...router.currentRoute.value.query, clicks: at.clicks || undefined } })
    }
  })
  if (!isPresenter) {
    // Whatever is pressed there, the projector stays where the room is.
    router.beforeEach((to) => {
      const { slide, clicks } = placeAt(to)
      const at = there()
      return !at || (slide === at.slide && clicks === at.clicks)
    })
    return
  }
  const known = () => lead.ahead() ?? room.state.value.room?.at
  function steer(black: boolean): void {
    const { slide, clicks } = here()
    if (slide) {
      lead.to({ slide, clicks, black })
      talk.black = black
    }
  }
  router.afterEach((to, from, failure) => {
    const at = known()
    const { slide, clicks } = here()
    // Where the room has led this window, and what the router does to the address alone, is no step of the speaker.
    const isStep = at ? slide !== at.slide || clicks !== at.clicks : to.params.no !== from.params.no
    if (isStep && !failure)
      steer(false)
  })
  // What the room said of itself is no word of the speaker: it would lead back to where this window still is.
  watch(() => talk.black, black => known() && black !== known()!.black && steer(black))
}
