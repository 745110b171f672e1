import { defineAppSetup } from '@slidev/types'
import { createPinia } from 'pinia'
import { askingKey } from '../composables/askingKey.ts'
import { shownKey } from '../composables/useShown.ts'
import { slidePlaceKey } from '../composables/useSlidePlace.ts'
import { useProgressStore } from '../stores/progress.ts'
import { askInTalk } from './askInTalk.ts'
import { followDialogs } from './followDialogs.ts'
import { followSettings } from './followSettings.ts'
import { joinLiveRoom } from './liveRoom.ts'
import { routeDeckLinks } from './routeDeckLinks.ts'
import { showInTalk } from './showInTalk.ts'
import { placeOnDeck } from './useDeck.ts'
import './deck.css'

export default defineAppSetup(async ({ app, router }) => {
  // Slidev starts and renders in one task; on a slow phone a tap would wait for all of it.
  await new Promise(resolve => setTimeout(resolve))
  window.coursePage?.begin()
  app.use(createPinia())
  useProgressStore().load()
  app.provide(slidePlaceKey, placeOnDeck)
  app.provide(askingKey, askInTalk)
  app.provide(shownKey, showInTalk)
  followSettings()
  followDialogs()
  routeDeckLinks(router)
  if (__PRESENTS__)
    joinLiveRoom(app, router)
})
