import type { Role, VoteMessage } from '../../core/room/messages.ts'
import type { ConnectionState } from './connectRoom.ts'
import type { JoinedRoom, RefusedAnswer } from './roomKey.ts'
import { onScopeDispose, shallowRef } from 'vue'
import { connectRoom } from './connectRoom.ts'
import { keepText } from './keepText.ts'
import { keptKeys } from './keptKeys.ts'
import { newId } from './newId.ts'
import '../../stores/storage-guard.ts'

/** @returns the number of chance that this browser has in a room, the same after a reload and in every tab where there is room to keep it */
function personIn(code: string): string {
  const key = keptKeys(code).who
  const who = localStorage.getItem(key) ?? newId()
  keepText(key, who)
  return who
}

/** @returns which build this page is of, by the name of its script; `''` where it does not say, as all but a phone's */
export function ownBuild(): string {
  return /site\/(phone-[\w-]+)\.js/.exec(document.querySelector<HTMLScriptElement>('script[type=module][src]')?.src ?? '')?.[1] ?? ''
}

/** @returns whether both are known and differ */
export const isOfAnotherBuild = (own: string, rooms: string | undefined): boolean => own !== '' && !!rooms && own !== rooms

/** Joins the room of this address and stays in it as long as the calling scope lives. */
export function joinRoom(code: string, as: Role): JoinedRoom {
  const state = shallowRef<ConnectionState>({ line: 'connecting', mine: {}, outbox: { waiting: [], kept: [] }, silentMs: 0 })
  /** The newest vote on each ballot: what the room refuses waits no more, and is its person's all the same */
  const voted = new Map<string, VoteMessage>()
  const refused = shallowRef<Record<string, RefusedAnswer>>({})
  const { origin } = location
  const connection = connectRoom({
    origin,
    code,
    as,
    build: ownBuild(),
    who: personIn(code),
    storage: localStorage,
    onState(now) {
      now.outbox.waiting.forEach(vote => voted.set(vote.ballot, vote))
      state.value = now
    },
    onRefused(ballot, reason) {
      const vote = voted.get(ballot)
      if (vote)
        refused.value = { ...refused.value, [ballot]: { response: vote.response, ...vote.confidence && { confidence: vote.confidence }, reason } }
    },
    // The speaker may have something else in front: for the room they are there, and what they show is shown on.
    isHidden: () => as === 'phone' && document.visibilityState === 'hidden',
  })
  const wake = () => document.visibilityState === 'visible' && connection.wake()
  const events: [EventTarget, string][] = [[document, 'visibilitychange'], [window, 'online'], [window, 'pageshow']]
  events.forEach(([target, event]) => target.addEventListener(event, wake))
  onScopeDispose(() => {
    events.forEach(([target, event]) => target.removeEventListener(event, wake))
    connection.close()
  })
  return {
    code,
    state,
    refused,
    base: new URL(`/room/${code}/`, origin).href,
    vote(vote) {
      const { [vote.ballot]: _, ...others } = refused.value
      refused.value = others
      connection.vote(vote)
    },
    command: connection.command,
  }
}
