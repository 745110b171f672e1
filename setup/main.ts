import { defineAppSetup } from '@slidev/types'
import { createPinia } from 'pinia'
import piniaPluginPersistedstate from 'pinia-plugin-persistedstate'

export default defineAppSetup(({ app }) => {
  app.use(createPinia().use(piniaPluginPersistedstate))
})
