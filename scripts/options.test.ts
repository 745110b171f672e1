import { describe, expect, it } from 'vitest'
import { readOptions } from './options.ts'

const read = (...args: string[]) => readOptions({ args, allowPositionals: true, options: { section: { type: 'string' }, notes: { type: 'boolean' } } }, 'Use: this way')

describe('the options of a command', () => {
  it('are read as they stand, before and behind what is asked for', () => {
    expect(read('--section', 'tea', 'pdf', '--notes')).toMatchObject({ positionals: ['pdf'], values: { section: 'tea', notes: true } })
    expect(read('pdf', '--section=tea')).toMatchObject({ positionals: ['pdf'], values: { section: 'tea' } })
  })

  it.each([
    [['pdf', '--section'], '--section needs a value behind it. Use: this way'],
    [['pdf', '--section='], '--section needs a value behind it. Use: this way'],
    [['pdf', '--section', '--notes'], '--section needs a value behind it. Use: this way'],
    [['pdf', '--notes=yes'], '--notes takes no value: leave out "yes". Use: this way'],
    [['pdf', '--sectoin', 'tea'], 'There is no option "--sectoin". Did you mean "--section"? Use: this way'],
    [['pdf', '-s'], 'There is no option "-s". Use: this way'],
  ])('say what is wrong in %j, and what would be right', (args, text) => {
    expect(() => read(...args)).toThrow(text)
  })
})
