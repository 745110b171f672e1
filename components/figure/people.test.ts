import { describe, expect, it } from 'vitest'
import { peopleHeight, peoplePath } from './people.ts'

/** Where each head and each body begins. */
const starts = (path: string) => Array.from(path.matchAll(/M(\S+) ([\d.]+)/g), ([, x, y]) => [Number(x), Number(y)])

describe('people in rows', () => {
  it('are as many heads and bodies as there are people, each at its place', () => {
    expect(starts(peoplePath(0, 3, 2))).toEqual([[3.05, 3], [1.9, 11.6], [13.05, 3], [11.9, 11.6], [3.05, 16], [1.9, 24.6]])
  })

  it('go on where others end', () => {
    expect(peoplePath(0, 37, 10) + peoplePath(37, 100, 10)).toBe(peoplePath(0, 100, 10))
  })

  it('are nothing where there is nobody', () => {
    expect(peoplePath(4, 4, 10)).toBe('')
    expect(peopleHeight(0, 10)).toBe(0)
  })

  it('stand as high as their rows', () => {
    expect(peopleHeight(41, 10)).toBe(65)
  })
})
