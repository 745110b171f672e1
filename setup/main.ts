import { defineAppSetup } from '@slidev/types'
import { createPinia } from 'pinia'
import piniaPluginPersistedstate from 'pinia-plugin-persistedstate'
import { followDialogs, followSettings, guardKeys, spotOnDeck, stayInDeck } from '../composables/useDeck.ts'
import { spotKey } from '../composables/useSlidePlace.ts'
import '../styles/deck.css'

export default defineAppSetup(({ app, router }) => {
  app.use(createPinia().use(piniaPluginPersistedstate))
  app.provide(spotKey, spotOnDeck)
  followSettings()
  guardKeys()
  followDialogs()
  stayInDeck(router)
})
