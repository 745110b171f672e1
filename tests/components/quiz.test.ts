import { expect, it } from 'vitest'
import { course } from 'virtual:course'

it('sees the tiny course', () => expect(course.sections.length).toBe(2))
