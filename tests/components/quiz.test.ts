import { course } from 'virtual:course'
import { expect, it } from 'vitest'

it('sees the tiny course', () => expect(course.sections.length).toBe(2))
