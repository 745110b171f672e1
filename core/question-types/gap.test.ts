import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gapOf } from '../../tests/fixtures/build.ts'
import { hostile } from '../../tests/fixtures/hostile.ts'
import { plainWords } from '../../words/en/questions.ts'
import { fillingOf, gap, piecesOf } from './gap.ts'

/** A chosen gap and a typed one. */
const question = gapOf({ a: 'y', b: ['Sham device', 'dummy'] })

describe('an answer to gaps', () => {
  it.each([[{ a: 'y', b: 'sham device' }], [{ b: 'anything', a: 'x' }], [{ a: 'z', b: 'x'.repeat(80) }]])('may be sent with every gap filled: %j', (response) => {
    expect(gap.validate(question, response)).toBeUndefined()
  })

  it.each([
    ['a typed gap is left out', { a: 'y' }],
    ['a chosen gap is left out', { b: 'sham' }],
    ['a typed gap is empty', { a: 'y', b: '' }],
    ['a typed gap holds only blanks, hyphens or a full stop', { a: 'y', b: ' - .' }],
    ['a typed gap holds far too much', { a: 'y', b: 'x'.repeat(81) }],
    ['a typed gap holds no text', { a: 'y', b: 7 }],
    ['a choice is unknown', { a: 'q', b: 'sham' }],
    ['a choice is a key of every object', { a: 'constructor', b: 'sham' }],
    ['a filling is inherited', Object.assign(Object.create({ b: 'sham' }), { a: 'y' })],
  ])('says that one gap is not filled when %s', (_name, value) => {
    expect(gap.validate(question, value)).toEqual({ missing: 'gaps', count: 1 })
  })

  it.each([['nothing', undefined], ['an empty object', {}], ['a list', ['y', 'sham']]])('says how many gaps are not filled: %s', (_name, value) => {
    expect(gap.validate(question, value)).toEqual({ missing: 'gaps', count: 2 })
  })

  it('refuses gaps that are not shown', () => {
    expect(gap.validate(question, { a: 'y', b: 'sham', c: 'x' })).toEqual({ missing: 'shown-gaps' })
  })

  it.each(hostile)('may not be sent with %s', (_name, value) => {
    expect(gap.validate(question, value)).toBeDefined()
  })

  it.each([
    [{ a: 'y', b: 'dummy' }, 1],
    [{ a: 'y', b: 'something else' }, 0.5],
    [{ a: 'x', b: 'dummy' }, 0.5],
    [{ a: 'z', b: 'something else' }, 0],
  ])('scores the share of gaps filled rightly: %j', (response, score) => {
    expect(gap.score(question, response)).toBe(score)
  })

  it.each(['sham device', 'SHAM DEVICE', '  Sham   device ', 'sham-device', 'shamdevice', 'sham device.', 'ｓham device', 'sham\u2013device'])('takes a typed word whatever its case, blanks, hyphens or last full stop: "%s"', (typed) => {
    expect(gap.reveal(question, { a: 'y', b: typed }).marks.b).toBe('right')
  })

  it.each(['sham devices', 'device sham', 'not a dummy', 'shäm device'])('does not take another word: "%s"', (typed) => {
    expect(gap.reveal(question, { a: 'y', b: typed }).marks.b).toBe('wrong')
  })

  it('shows each gap as right or wrong', () => {
    expect(gap.reveal(question, { a: 'y', b: 'x' }).marks).toMatchObject({ a: 'right', b: 'wrong' })
    expect(gap.reveal(question, { a: 'x', b: 'Dummy' }).marks).toMatchObject({ a: 'wrong', b: 'right' })
  })

  it('shows each choice of a gap, and what belongs into each', () => {
    const { marks, feedback, belongs } = gap.reveal(question, { a: 'x', b: 'Dummy' })
    expect(marks).toEqual({ 'a': 'wrong', 'a.x': 'wrong', 'a.y': 'missed', 'a.z': 'left', 'b': 'right' })
    expect(feedback).toEqual({ 'a.x': 'Feedback x', 'a.y': 'Feedback y', 'a.z': 'Feedback z', 'b': 'Feedback b' })
    expect(belongs).toEqual({ a: 'Text y', b: 'Sham device' })
  })

  it('is solved with the right choice and the first of the accepted texts', () => {
    expect(gap.solution(question)).toEqual({ a: 'y', b: 'Sham device' })
  })
})

describe('a word as phones and people write it', () => {
  const accepted = ['sham', 'sham device', 'don’t know', 'caf\u00E9', 'an', 'e-field']
  const word = fc.constantFrom(...accepted)
  const before = fc.constantFrom('', ' ', '\u00A0', '\u200B', '\uFEFF', '“', '\'', 'the ', 'The ', 'a ', 'An ')
  const after = fc.constantFrom('', ' ', '\u00A0', '\u200B', '”', '\'', '.', ',', '!', '?', '…', '...', ';', ' .')
  const rewrite = fc.constantFrom(
    (text: string) => text,
    (text: string) => text.toUpperCase(),
    (text: string) => text.normalize('NFD'),
    (text: string) => text.replaceAll(' ', '\u00A0'),
    (text: string) => [...text].join('\u00AD'),
    (text: string) => [...text].join('\u200B'),
    (text: string) => text.replaceAll('’', '\''),
    (text: string) => text.replace(/[a-z]/g, letter => String.fromCodePoint(letter.codePointAt(0)! + 0xFEE0)),
  )
  const isTaken = (question: ReturnType<typeof gapOf>, typed: string) => gap.validate(question, { a: typed }) === undefined && gap.score(question, { a: typed }) === 1

  it('is the same word with curly quotes, odd blanks, accents put together, wide letters, signs at its end or an article', () => {
    fc.assert(fc.property(word, before, after, rewrite, (text, before, after, rewrite) => {
      expect(isTaken(gapOf({ a: [text] }), `${before}${rewrite(text)}${after}`)).toBe(true)
    }), { numRuns: 2000 })
  })

  it('is no other word', () => {
    fc.assert(fc.property(word, word, before, after, rewrite, (wanted, text, before, after, rewrite) => {
      expect(isTaken(gapOf({ a: [wanted] }), `${before}${rewrite(text)}${after}`)).toBe(wanted === text)
    }), { numRuns: 2000 })
  })

  it.each(['“”', '…', '!', '\u200B', '\u00AD '])('is needed: only %j fills no gap', (typed) => {
    expect(gap.validate(gapOf({ a: ['sham'] }), { a: typed })).toEqual({ missing: 'gaps', count: 1 })
  })
})

describe('gaps as text', () => {
  it('have numbers in the sentence, choices in the order shown where there is a choice, and a solution', () => {
    expect(gap.plain(question, [], { a: ['z', 'y', 'x'] }, plainWords)).toEqual({
      lines: ['and (1) ______ and (2) ______ ', '(1) Text z / Text y / Text x'],
      solution: '(1) Text y; (2) Sham device',
    })
  })

  it('are filled with words, never with keys', () => {
    expect(Object.values(question.gaps).map(fillingOf)).toEqual(['Text y', 'Sham device'])
  })

  it('stand between pieces of the sentence, at either end too, and braces that hold no key stay text', () => {
    expect(piecesOf('{a} and {b2}{c}')).toEqual([{ gap: 'a' }, { text: ' and ' }, { gap: 'b2' }, { gap: 'c' }])
    expect(piecesOf('no {A} gap {} here {abc}')).toEqual([{ text: 'no {A} gap {} here {abc}' }])
  })
})
