import { describe, expect, it } from 'vitest'
import { takePort } from './port.ts'

describe('the port of a command', () => {
  it('is what --port says, as no other way works in every system’s shell, and the rest is for the command', () => {
    expect(takePort(['--agenda', '30', '--port', '4000'], '5000')).toEqual({ port: 4000, rest: ['--agenda', '30'] })
    expect(takePort(['--port', '4000', 'depression'])).toEqual({ port: 4000, rest: ['depression'] })
  })

  it('is PORT without it, and 3030 without both', () => {
    expect(takePort(['depression'], '5000')).toEqual({ port: 5000, rest: ['depression'] })
    expect(takePort([], undefined)).toMatchObject({ port: process.env.PORT ? Number(process.env.PORT) : 3030 })
    expect(takePort([], '')).toMatchObject({ port: 3030 })
  })

  it.each([['--port', 'abc'], ['--port', '70000'], ['--port']])('says what it must be: %s %s', (...args) => {
    expect(() => takePort(args)).toThrow('--port must be a number from 1 to 65535')
  })
})
