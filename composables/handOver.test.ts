import { expect, it } from 'vitest'
import { packLink, unpackLink } from './handOver.ts'

it('a copy of progress in a link comes out as it went in, and anything else is none', async () => {
  const text = JSON.stringify({ kind: 'wandering-nerve-progress', more: 'ä ✓'.repeat(200) })
  const packed = await packLink(text)
  expect(packed).toMatch(/^[\w-]+$/)
  expect(packed.length).toBeLessThan(text.length / 4)
  expect(await unpackLink(packed)).toBe(text)
  for (const junk of ['', '%', 'abc', packed.slice(0, -8), '____'])
    expect(await unpackLink(junk)).toBeUndefined()
})
