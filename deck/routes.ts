import { defineRoutesSetup } from '@slidev/types'

// The deck is this app; pages are documents of their own (site/). A slide's address is /<number> or /<section>.
export default defineRoutesSetup(routes => routes.map((route) => {
  if (route.name === 'play')
    return { ...route, component: () => import('./DeckPage.vue') } as typeof route
  if (route.name === 'presenter')
    return { ...route, component: () => import('./PresenterPage.vue') } as typeof route
  return route
}))
