import type { App } from 'vue'
import type { Router } from 'vue-router'
import type { JoinedRoom } from '../composables/room/roomKey.ts'
import { ids } from 'virtual:course/deck'
import { shallowRef, watch } from 'vue'
import { roomKey } from '../composables/room/roomKey.ts'
import { room as windows } from './useRoom.ts'

/** The code of the live room that this deck belongs to stands here in the tab, as its secret is a cookie. */
const ROOM_KEY = 'wandering-nerve.live-room'

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
 * follows. A slide that is not of the agenda, such as the course's cover, moves nobody.
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

  const here = () => {
    const { params, query } = router.currentRoute.value
    return { slide: ids[Number(params.no) - 1] ?? null, clicks: Number(query.clicks ?? 0) }
  }
  watch(() => room.state.value.room?.at, (at) => {
    if (!at)
      return
    const { slide, clicks } = here()
    const no = ids.indexOf(at.slide) + 1
    windows.black = at.black
    // The presenter's cover is before the room's first slide, and stays.
    if (no > 0 && (slide !== at.slide || clicks !== at.clicks) && !(isPresenter && slide === null))
      router.replace({ path: isPresenter ? `/presenter/${no}` : `/${no}`, query: { ...router.currentRoute.value.query, clicks: at.clicks || undefined } })
  })
  if (!isPresenter)
    return
  function steer(black: boolean): void {
    const { slide, clicks } = here()
    const at = room.state.value.room?.at
    if (slide && at && (slide !== at.slide || clicks !== at.clicks || black !== at.black))
      room.command({ type: 'steer', slide, clicks, black })
  }
  router.afterEach((_to, _from, failure) => void (!failure && steer(false)))
  watch(() => windows.black, steer)
}
