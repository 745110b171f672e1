import { describe, expect, it } from 'vitest'
import { expectOneProblem } from '../tests/fixtures/breach.ts'
import { readCourse } from './load-course.ts'

describe('the cover of the course is reported, with file, line and remedy, when it', () => {
  it.each([
    { when: 'is called otherwise than the course', file: 'slides.md', swap: ['title: Tea and Rain', 'title: Tea'], message: /^The cover says "Tea", and the course is called "Tea and Rain"$/, remedy: /^Give it that name too, or change "title" in course\.yaml\.$/, at: 'title: Tea' },
    { when: 'names no theme, which Slidev would look for in vain', file: 'slides.md', swap: ['theme: none\n', ''], message: /^The cover lacks "theme: none"$/, remedy: /^Add it to the frontmatter: the course has layouts of its own, and Slidev looks for a theme to install\.$/, at: '---' },
  ] satisfies Parameters<typeof expectOneProblem>[0][])('$when', expectOneProblem)

  it('and nothing is said of that of this course', async () => {
    expect((await readCourse('.')).problems.filter(({ file }) => file === 'slides.md')).toEqual([])
  })
})
