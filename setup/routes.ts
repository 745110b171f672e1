import { defineRoutesSetup } from '@slidev/types'

// No custom parameter may be called `no`: Slidev would take the page for a slide.
export default defineRoutesSetup(routes => [
  {
    path: '/',
    name: 'home',
    component: () => import('../pages/HomePage.vue'),
  },
  {
    path: '/learn/:section',
    name: 'learn',
    component: () => import('../pages/LearnPage.vue'),
  },
  {
    path: '/quiz/:section',
    name: 'quiz',
    component: () => import('../pages/QuizPage.vue'),
  },
  {
    path: '/evidence',
    name: 'evidence',
    component: () => import('../pages/EvidencePage.vue'),
  },
  { path: '/glossary', name: 'glossary', component: () => import('../pages/GlossaryPage.vue') },
  { path: '/questions/:section', name: 'questions', component: () => import('../pages/QuestionsPage.vue') },
  { path: '/handout/:section', name: 'handout', component: () => import('../pages/HandoutPage.vue') },
  { path: '/review', name: 'review', component: () => import('../pages/ReviewPage.vue') },
  { path: '/beliefs', name: 'beliefs', component: () => import('../pages/BeliefsPage.vue') },
  { path: '/progress', name: 'progress', component: () => import('../pages/ProgressPage.vue') },
  // For who writes questions: with the dev server and the build for presenting.
  ...(__GALLERY__ ? [{ path: '/gallery', name: 'gallery', component: () => import('../pages/GalleryPage.vue') }] : []),
  ...routes.filter(route => route.path !== '').map((route) => {
    if (route.name === 'play') {
      return {
        ...route,
        component: () => import('../pages/DeckPage.vue'),
      } as typeof route
    }
    if (route.name === 'NotFound') {
      return {
        ...route,
        component: () => import('../pages/NotFoundPage.vue'),
      } as typeof route
    }
    return route
  }),
])
