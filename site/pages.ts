import type { Component } from 'vue'
import { contents } from 'virtual:course/contents'
import { outlines } from 'virtual:course/outlines'
import { loadHotspotPart } from '../components/quiz/hotspot.ts'
import { loadCourseMap } from '../composables/useCourseMap.ts'
import { loadGlossary, loadLessons } from '../composables/useGlossary.ts'
import { loadSection } from '../composables/useSection.ts'
import { loadSlides } from '../composables/useSlides.ts'
import { sectionOf } from '../core/course.ts'
import { loadAgenda } from './loadAgenda.ts'

interface PageKind {
  component: () => Promise<{ default: Component }>
  /** Loads what the page is drawn with, of the section or agenda that it is about; the same is at hand where it is drawn first and where it is hydrated */
  props?: (of: string) => Promise<Record<string, unknown>>
}

/** Every kind of page, by the name that content/addresses.ts gives it. */
export const pages: Record<string, PageKind> = {
  home: { component: () => import('../pages/HomePage.vue') },
  tour: {
    component: () => import('../pages/TourPage.vue'),
    async props() {
      const { tour } = await import('virtual:course/tour')
      await Promise.all([...tour.steps.map(({ question }) => loadSection(sectionOf(question))), loadLessons()])
      return { tour }
    },
  },
  learn: {
    component: () => import('../pages/LearnPage.vue'),
    async props(id) {
      const [section, slides] = await Promise.all([outlines[id]!(), loadSlides(id)])
      return { section, slides }
    },
  },
  quiz: {
    component: () => import('../pages/QuizPage.vue'),
    props: async id => ({ section: await outlines[id]!() }),
  },
  evidence: {
    component: () => import('../pages/EvidencePage.vue'),
    async props() {
      const [sections] = await Promise.all([Promise.all(contents.map(({ id }) => loadSection(id))), loadLessons()])
      return { sections }
    },
  },
  glossary: {
    component: () => import('../pages/GlossaryPage.vue'),
    props: () => loadGlossary().then(() => ({})),
  },
  questions: {
    component: () => import('../pages/QuestionsPage.vue'),
    props: async id => ({ section: await loadSection(id) }),
  },
  handout: {
    component: () => import('../pages/HandoutPage.vue'),
    async props(id) {
      const [section, slides, data] = await Promise.all([outlines[id]!(), loadSlides(id), loadSection(id), loadLessons()])
      return { section, slides, data }
    },
  },
  review: { component: () => import('../pages/ReviewPage.vue') },
  beliefs: {
    component: () => import('../pages/BeliefsPage.vue'),
    props: () => loadCourseMap().then(() => ({})),
  },
  headlines: { component: () => import('../pages/HeadlinesPage.vue') },
  accessibility: { component: () => import('../pages/AccessibilityPage.vue') },
  certificate: { component: () => import('../pages/CertificatePage.vue') },
  progress: { component: () => import('../pages/ProgressPage.vue') },
  parts: { component: () => import('../pages/PartsPage.vue') },
  quizzes: { component: () => import('../pages/QuizzesPage.vue') },
  notFound: { component: () => import('../pages/NotFoundPage.vue') },
  // For who writes questions, and for a live room.
  ...(__PRESENTS__
    ? {
        gallery: { component: () => import('../pages/GalleryPage.vue'), props: () => loadHotspotPart().then(() => ({})) },
        roomGallery: { component: () => import('../pages/RoomGalleryPage.vue') },
        lessonsHandout: {
          component: () => import('../pages/LessonsHandoutPage.vue'),
          props: () => loadGlossary().then(() => ({})),
        },
        agendaHandout: {
          component: () => import('../pages/AgendaHandoutPage.vue'),
          async props(id) {
            const { agenda, questions } = await loadAgenda(id)
            const sections = [...new Set(agenda.slides.map(slide => sectionOf(slide.id)))]
            const [slides] = await Promise.all([Promise.all(sections.map(loadSlides)), loadGlossary(), loadLessons()])
            return { agenda, questions, slides: slides.flat() }
          },
        },
        agendaAnswers: { component: () => import('../pages/AgendaAnswersPage.vue'), props: loadAgenda },
        room: { component: () => import('../pages/RoomPage.vue') },
        remote: { component: () => import('../pages/RemotePage.vue') },
        report: { component: () => import('../pages/ReportPage.vue') },
      }
    : {}),
}
