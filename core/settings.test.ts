import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { choices, readSettings } from './settings.ts'

const first = { scheme: 'auto', textSize: 'normal', motion: 'auto', keys: 'on', paper: 'without-answers' }

describe('settings', () => {
  it('are as at first where nothing is saved', () => {
    expect(readSettings(null)).toEqual(first)
  })

  it('come back as they were saved', () => {
    const settings = { scheme: 'dark', textSize: 'larger', motion: 'reduced', keys: 'off', paper: 'with-answers' }
    expect(readSettings(JSON.stringify(settings))).toEqual(settings)
  })

  it('keep what is right beside what is not', () => {
    expect(readSettings('{"scheme":"dark","textSize":"huge","motion":7,"more":1}')).toEqual({ ...first, scheme: 'dark' })
  })

  it('are always one of what is offered, whatever text is saved', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      const settings = readSettings(text)
      for (const [key, offered] of Object.entries(choices))
        expect(offered).toContain(settings[key as keyof typeof settings])
    }))
  })
})
