import type { Place } from '../core/room/events.ts'

/** @returns whether both are the same place, and as dark */
const isSamePlace = (one: Place, other: Place): boolean => one.slide === other.slide && one.clicks === other.clicks && one.black === other.black

/** The room is being taken over, or it heard too much at once: it is asked again soon. */
const REFUSED_FOR_NOW = ['try-again', 'too-fast']
const SOON_MS = 1000

export interface Lead {
  /** The speaker has gone there: that counts at once, and the room comes along as soon as it can. */
  to: (place: Place) => void
  /** The room says where it is. @returns where this window belongs: where the speaker has gone, until the room has come along */
  heard: (at: Place) => Place
  /** @returns where the speaker has gone and the room is not yet */
  ahead: () => Place | undefined
}

/**
 * @param steer asks the room to come along. @returns why it does not, or `undefined`; `lost` where no answer came
 * @returns the speaker's side of where the room is: no gap in the line leads back
 */
export function leadRoom(steer: (place: Place) => Promise<string | undefined>): Lead {
  let wanted: Place | undefined
  let underWay = 0

  async function send(place: Place): Promise<void> {
    underWay++
    const refused = await steer(place)
    underWay--
    if (wanted !== place || refused === 'lost')
      return
    if (refused && REFUSED_FOR_NOW.includes(refused))
      setTimeout(() => wanted === place && underWay === 0 && void send(place), SOON_MS)
    else
      wanted = undefined
  }

  return {
    to(place) {
      wanted = place
      void send(place)
    },
    heard(at) {
      if (!wanted)
        return at
      if (isSamePlace(at, wanted)) {
        wanted = undefined
        return at
      }
      if (underWay === 0)
        void send(wanted)
      return wanted
    },
    ahead: () => wanted,
  }
}
