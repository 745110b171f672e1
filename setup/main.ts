import { defineAppSetup } from '@slidev/types'
import { createPinia } from 'pinia'
import { followDialogs, followSettings, guardKeys, spotOnDeck, stayInDeck } from '../composables/useDeck.ts'
import { spotKey } from '../composables/useSlidePlace.ts'
import { useProgressStore } from '../stores/progress.ts'
import '../styles/deck.css'

export default defineAppSetup(async ({ app, router }) => {
  // Slidev starts and is drawn in one go; on a slow phone a tap would wait for all of it.
  await new Promise(resolve => setTimeout(resolve))
  app.use(createPinia())
  useProgressStore().load()
  app.provide(spotKey, spotOnDeck)
  followSettings()
  guardKeys()
  followDialogs()
  stayInDeck(router)
})
