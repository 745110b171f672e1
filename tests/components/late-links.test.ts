import { course } from 'virtual:course'
import { contents } from 'virtual:course/contents'
import { map } from 'virtual:course/map'
import { expect, it } from 'vitest'
import CourseBeliefResult from '../../components/course/CourseBeliefResult.vue'
import CourseQuizResult from '../../components/course/CourseQuizResult.vue'
import CourseTerm from '../../components/course/CourseTerm.vue'
import EvidenceBasis from '../../components/evidence/EvidenceBasis.vue'
import EvidenceMapCard from '../../components/evidence/EvidenceMapCard.vue'
import { loadGlossary } from '../../composables/useGlossary.ts'
import { loadSection } from '../../composables/useSection.ts'
import { learnPlace, pagePlaces, slideAnchor } from '../../core/places.ts'
import { quizResult } from '../../core/records.ts'
import EvidencePage from '../../pages/EvidencePage.vue'
import GlossaryPage from '../../pages/GlossaryPage.vue'
import { useProgressStore } from '../../stores/progress.ts'
import { drawQuizOf } from '../../stores/sectionQuiz.ts'
import { questionOf, show } from './mount.ts'

// What is drawn when the course is built is looked at there (content/dead-links.ts); these come later, in the browser.

const path = (href: string) => href.split('#')[0]!.replace(/(?<=.)\/$/, '')

/** Fails for a link whose anchor is not on the page that it names. */
async function expectAlive(hrefs: string[]): Promise<void> {
  await loadGlossary()
  const pages = {
    [pagePlaces.evidence]: await show(EvidencePage, { sections: await Promise.all(contents.map(({ id }) => loadSection(id))) }),
    [pagePlaces.glossary]: await show(GlossaryPage),
  }
  const parts = new Map(course.sections.map(({ id, slides }) => [path(learnPlace(id)), slides.map(slide => slideAnchor(slide.id))]))
  for (const href of hrefs) {
    const [, anchor = ''] = href.split('#')
    const page = Object.entries(pages).find(([place]) => path(place) === path(href))?.[1]
    expect(page ? page.element.parentElement!.querySelector(`[id="${anchor}"]`) !== null : parts.get(path(href))?.includes(anchor), href).toBe(true)
  }
}

const linksOf = (shown: Awaited<ReturnType<typeof show>>) => (shown.element as Element).parentElement!.querySelectorAll('a')
async function hrefs(...shown: Parameters<typeof show>) {
  const found = Array.from(linksOf(await show(...shown)), link => link.getAttribute('href')!).filter(href => href.includes('#'))
  expect(found).not.toEqual([])
  return found
}

it('each verdict that a belief is held against is a link to that verdict', async () => {
  useProgressStore().place(map.beliefs.map(({ section }) => ({ section, moment: 'after', approved: true, evidence: 'mixed' })))
  await expectAlive(await hrefs(CourseBeliefResult, { map }))
})

it('each miss of a quiz is a link to where it is taught', async () => {
  const store = useProgressStore()
  const section = course.sections[0]!
  const attempt = drawQuizOf(store, section, [])
  const result = quizResult(store.progress, attempt, () => true)
  await expectAlive(await hrefs(CourseQuizResult, { section, result, attempt, questions: attempt.questions }))
})

it('what an answer rests on is a link to where it is taught', async () => {
  await expectAlive(await hrefs(EvidenceBasis, { question: await questionOf('tea.colour') }))
})

it('a point of the map leads to its verdict and to its place in the course', async () => {
  for (const verdict of map.verdicts)
    await expectAlive(await hrefs(EvidenceMapCard, { id: 'card', verdict }))
})

it('a term leads to itself in the glossary', async () => {
  const { glossary } = await import('virtual:course/glossary')
  await expectAlive(await hrefs(CourseTerm, { id: glossary.terms[0]!.id }))
})
