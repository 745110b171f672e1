import process from 'node:process'
import { expect, it } from 'vitest'
import { score, solution } from '../core/question-types/index.ts'
import { loadCourse } from './load-course.ts'

const { sections } = await loadCourse(process.cwd())
const typed = sections.flatMap(section => section.questions).flatMap(question => question.type === 'gap'
  ? Object.entries(question.gaps).flatMap(([key, gap]) => 'accept' in gap ? [{ question, key, first: gap.accept[0]! }] : [])
  : [])
const ofSham = typed.filter(({ first }) => first === 'sham')

it.each(['sham', 'a sham group', 'Sham device', 'dummy', 'placebo', 'control', 'the comparison', 'pretend', 'fake', 'inactive', 'switched off'])('each typed gap for the sham takes "%s"', (word) => {
  expect(ofSham.length).toBeGreaterThan(2)
  for (const { question, key } of ofSham)
    expect(score(question, { ...solution(question) as Record<string, string>, [key]: word }), question.id).toBe(1)
})

it.each(['real', 'active', 'on', 'main'])('and none takes "%s"', (word) => {
  for (const { question, key } of ofSham)
    expect(score(question, { ...solution(question) as Record<string, string>, [key]: word }), question.id).toBeLessThan(1)
})
