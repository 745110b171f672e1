import fc from 'fast-check'
import { expect, it } from 'vitest'
import { anyText } from '../../tests/fixtures/any-text.ts'
import { readTypedOrigin } from './typed-origin.ts'

it.each([
  ['192.168.1.47:3030', 'http://192.168.1.47:3030'],
  ['http://192.168.1.47:3030/r', 'http://192.168.1.47:3030'],
  ['HTTPS://192.168.1.47:3030/room/#K7QPM', 'http://192.168.1.47:3030'],
  [' 192.168.1.47 ', 'http://192.168.1.47:8080'],
  ['192,168,1,47:3030', 'http://192.168.1.47:3030'],
  ['Laptop-2.local:3030', 'http://laptop-2.local:3030'],
  ['１９２.168.1.47', 'http://192.168.1.47:8080'],
])('an address is read as people type it: %s', (typed, origin) => {
  expect(readTypedOrigin(typed, '8080')).toBe(origin)
})

it.each(['', 'the laptop', '192.168.1', '192.168.1.470:3030', '192.168.1.47:99999', 'K7QPM', 'example.org', '192.168.1.47.example.org', 'http://a@192.168.1.47', 'javascript:alert(1)'])('%j is no address of a laptop in this network', (typed) => {
  expect(readTypedOrigin(typed, '8080')).toBeUndefined()
})

it('any text may be typed', () => {
  fc.assert(fc.property(anyText, text => void readTypedOrigin(text, '')))
})
