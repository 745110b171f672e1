import type { InjectionKey } from 'vue'
import type { BallotView } from '../../core/room/messages.ts'
import type { JoinedRoom } from './roomKey.ts'
import { shallowRef } from 'vue'
import { isObject, parsed } from '../../core/json.ts'
import { keptKeys } from './keptKeys.ts'
import { ownAnswer } from './ownAnswer.ts'

type Said = 'yes' | 'no'

/** Whether a person answered what is open at an address of the room that is gone: its server cannot tell (`maybeAnswered`), so they say it. */
export interface AnsweredBefore {
  /** @returns `asked` until they have said it, `yes` where they did; `undefined` where there is nothing to say, and the ballot is answered as any */
  of: (ballot: BallotView) => 'asked' | 'yes' | undefined
  say: (ballot: string, said: Said) => void
}

/** Given where a phone takes part in a live room. */
export const answeredBeforeKey: InjectionKey<AnsweredBefore> = Symbol('answered before')

/** Asks once in a tab, as a page may be loaded anew; where storage fails, once in a page. */
export function answeredBefore(room: JoinedRoom): AnsweredBefore {
  const keys = keptKeys(room.code)
  const said = shallowRef<Record<string, unknown>>({})
  let cameAlong = false
  try {
    const [kept] = parsed(sessionStorage.getItem(keys.before) ?? '')
    said.value = isObject(kept) ? kept : {}
    // Who took everything along is known, and what they answered too.
    cameAlong = localStorage.getItem(keys.along) !== null
  }
  catch {
    // Nothing is kept.
  }
  return {
    of(ballot) {
      if (ballot.phase !== 'open' || ownAnswer(room, ballot.id))
        return
      const isAsked = room.state.value.maybeAnswered === ballot.id && !cameAlong
      return said.value[ballot.id] === 'yes' ? 'yes' : said.value[ballot.id] === undefined && isAsked ? 'asked' : undefined
    },
    say(ballot, how) {
      said.value = { ...said.value, [ballot]: how }
      try {
        sessionStorage.setItem(keys.before, JSON.stringify(said.value))
      }
      catch {
        // It holds as long as the page is open.
      }
    },
  }
}
