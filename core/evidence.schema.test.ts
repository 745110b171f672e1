import { expect, it } from 'vitest'
import { evidenceFileSchema } from './evidence.schema.ts'
import { estimateSchema } from './question-types/estimate.schema.ts'

const pathsOf = (schema: { safeParse: (data: unknown) => { error?: { issues: { path: PropertyKey[] }[] } } }, data: unknown) => schema.safeParse(data).error!.issues.map(({ path }) => path.join('.'))

it.each([[152, true], [-20, true], [100.5, true], [15.2, false], [0, false], [100, false]])('a share of people of %d in 100 is refused: %s', (value, isRefused) => {
  const outcome = { id: 'main', label: 'Better', kind: 'main', result: 'favours-device', unit: 'percent-of-people', arms: [{ name: 'Device', value }, { name: 'Sham', value: 5 }] }
  const change = { ...outcome, unit: 'percent-change' }
  const paths = pathsOf(evidenceFileSchema, { trials: [{ outcomes: [outcome, change] }] })
  expect(paths.includes('trials.0.outcomes.0.arms.0.value')).toBe(isRefused)
  expect(paths, 'a change may be any').not.toContain('trials.0.outcomes.1.arms.0.value')
})

it.each([[500, true], [50, true], [40, false]])('an estimate between 0 and 100 with the answer 50 ± %d is refused, as no guess would be wrong: %s', (tolerance, isRefused) => {
  const question = { type: 'estimate', id: 'people', about: 'tea.first', taughtAt: 'tea.verdict', level: 'recall', prompt: 'How many?', as: 'number', unit: 'people', min: 0, max: 100, answer: 50, tolerance, feedback: { low: 'More.', near: 'Yes.', high: 'Fewer.' }, explanation: 'Fifty.', sources: ['smith-2001'] }
  const parsed = estimateSchema.safeParse(question)
  expect(parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join('.'))).toEqual(isRefused ? ['tolerance'] : [])
})
