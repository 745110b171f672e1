import { roomPlace } from '../../core/places.ts'
import { progressFile, readProgressFile } from '../../core/progress-file.ts'
import { luggageText, readLuggage, withLuggage } from '../../core/room/luggage.ts'
import { useProgressStore } from '../../stores/progress.ts'
import { useSettingsStore } from '../../stores/settings.ts'
import { packLink, unpackLink } from '../handOver.ts'
import { localDate } from '../saveFile.ts'
import { savedOwn } from './keepOwnAnswers.ts'
import { keepText } from './keepText.ts'
import { keptKeys } from './keptKeys.ts'
import { keptOutbox } from './keptOutbox.ts'

/*
 * The room's server has another address: for a browser that is another site, which knows nothing of this one. So a phone
 * takes itself along, in the end of the address that it goes to.
 */

/** @param origin such as `http://192.168.1.47:3030` @returns the room's address there, with all that this phone has of the room and its person */
export async function placeWithAll(origin: string, code: string): Promise<string> {
  const { progress } = useProgressStore()
  const { chosen, settings } = useSettingsStore()
  const { text } = progressFile({ progress, ...chosen && { settings } }, __COURSE_ID__, localDate())
  const who = localStorage.getItem(keptKeys(code).who) ?? ''
  const luggage = { who, outbox: keptOutbox(localStorage, code).load(), own: savedOwn(code), copy: text }
  return new URL(roomPlace(code, await packLink(luggageText(luggage, __COURSE_ID__, code))), origin).href
}

/** Takes in what came along, before the room is joined; what is none changes nothing. */
export async function takeIn(along: string, code: string): Promise<void> {
  const luggage = readLuggage(await unpackLink(along) ?? '', __COURSE_ID__, code)
  if (!luggage)
    return
  const keys = keptKeys(code)
  const kept = keptOutbox(localStorage, code)
  const here = { who: localStorage.getItem(keys.who) ?? undefined, outbox: kept.load(), own: savedOwn(code) }
  const { who, outbox, own } = withLuggage(here, luggage)
  keepText(keys.who, who)
  keepText(keys.own, JSON.stringify(own))
  keepText(keys.along, 'yes')
  kept.update(() => outbox)
  const copy = readProgressFile(luggage.copy, __COURSE_ID__)
  if ('problem' in copy)
    return
  useProgressStore().bringIn(copy.progress)
  const display = useSettingsStore()
  if (copy.settings && !display.chosen)
    display.change(copy.settings)
}
