import type { Verdict } from './course.ts'
import { expect, it } from 'vitest'
import { isOneUse } from './one-use.ts'

const approval: Verdict['approval'] = { status: 'not-approved' }

it.each<[string, Parameters<typeof isOneUse>[0], boolean]>([
  ['one device, one part of the body', { device: 'ear-skin', system: 'gut', approval }, true],
  ['several devices for one illness', { device: 'several', system: 'pain', approval }, true],
  ['one device for health in general', { device: 'implant', system: 'general', approval }, true],
  ['any device for health in general', { device: 'several', system: 'general', approval }, false],
  ['a fact of anatomy', { device: 'none', system: 'brain', approval: { status: 'not-a-device' } }, false],
])('knows what a regulator could decide on: %s', (_what, verdict, isUse) => {
  expect(isOneUse(verdict)).toBe(isUse)
})
