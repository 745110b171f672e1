import { expect, it } from 'vitest'
import { fnv1a } from './fnv1a.ts'

it('is FNV-1a as published, and never another, as saved progress hangs on it', () => {
  expect(['', 'a', 'foobar'].map(text => fnv1a(text).toString(16))).toEqual(['811c9dc5', 'e40c292c', 'bf9cf968'])
})
