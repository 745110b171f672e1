import type { SlideSource } from './read-slides.ts'
import { expect, it } from 'vitest'
import { needsOf } from './slide-needs.ts'

const slide = (content: string, about: Partial<SlideSource> = {}) => ({ section: 'pain', layout: 'mechanism', content, verdicts: [], ...about }) as unknown as SlideSource
const nothing = { sections: [], map: false, glossary: false }

it.each([
  ['a figure that looks at the trials of its section', '<FigureHeadacheTrials />', { ...nothing, sections: ['pain'] }],
  ['a figure that asks through one of its parts', '<EvidenceVerdict id="pain.migraine" />', { ...nothing, sections: ['pain'] }],
  ['a trial of another section', '<EvidenceFigure trial="heart.one" />', { ...nothing, sections: ['pain', 'heart'] }],
  ['the map', '<EvidenceMap />', { ...nothing, map: true }],
  ['all lessons', '<EvidenceLessons />', { ...nothing, glossary: true }],
  ['words, and a term, which comes with the slide', 'Words. <CourseTerm id="sham">sham</CourseTerm>', nothing],
  ['a drawing of its own', '<FigureNerveCourse />', nothing],
])('a slide that shows %s has at hand what that asks for', (_, content, needs) => {
  expect(needsOf(slide(content), '.')).toEqual(needs)
})

it('a layout asks for its section, too', () => {
  expect(needsOf(slide('', { layout: 'check', question: 'pain.first' }), '.')).toEqual({ ...nothing, sections: ['pain'] })
})
