import { describe, expect, it } from 'vitest'
import { copyTiny } from '../tests/fixtures/tiny-copy.ts'
import { readCourseFiles } from './course-files.ts'
import { checkReadingLevels, gradeOf, readingLevels } from './reading-level.ts'

const HARD = 'Notwithstanding considerable methodological heterogeneity, contemporary investigations systematically demonstrate multidimensional therapeutic modification.'

describe('the grade of a text', () => {
  it('is that of Flesch and Kincaid: words in a sentence, syllables in a word', () => {
    // 6 words, 1 sentence, 6 syllables: 0.39 × 6 + 11.8 × 1 − 15.59
    expect(gradeOf(['The cat sat on the mat.'])).toBeCloseTo(-1.45)
    expect(gradeOf([HARD])).toBeGreaterThan(15)
  })

  it('counts an option or a heading as a sentence of its own', () => {
    expect(gradeOf(['The cat sat', 'The dog ran'])).toBe(gradeOf(['The cat sat. The dog ran.']))
  })

  it('is 0 where there is nothing to read', () => {
    expect(gradeOf(['', '—'])).toBe(0)
  })
})

async function levelOf(change: (copy: ReturnType<typeof copyTiny>) => void) {
  const copy = copyTiny()
  change(copy)
  const { files } = await readCourseFiles(copy.root)
  return { level: readingLevels(files)[0]!, problems: checkReadingLevels(files) }
}

describe('the reading level of a section', () => {
  it('has no problem in plain words', async () => {
    expect((await levelOf(() => {})).problems).toEqual([])
  })

  it.each([
    ['slides', 'slides/tea.md', 'One sentence.', ''],
    ['slides', 'slides/tea.md', 'One sentence.', '::more::\n\n'],
    ['questions', 'quizzes/tea.yaml', 'A is right.', ''],
    ['evidence', 'evidence/tea.yaml', 'Two trials disagreed.', ''],
  ] as const)('is too high when the words of the %s are hard: %s', async (part, file, text, before) => {
    const { level, problems } = await levelOf(copy => copy.replace(file, text, `${before}${`${HARD} `.repeat(9)}`))
    expect(level[part]).toBeGreaterThan(9)
    expect(problems).toEqual([{ file, line: 1, message: expect.stringMatching(/^Reading needs \d+\.\d school years, 9 at most$/), remedy: expect.any(String) }])
  })

  it('leaves out the notes, which nobody reads', async () => {
    expect((await levelOf(copy => copy.replace('slides/tea.md', 'Say: Something.', `Say: ${HARD.repeat(9)}`))).problems).toEqual([])
  })

  it('leaves out the terms of the glossary and their other words, in one or many', async () => {
    const levelWith = async (words: string) => (await levelOf((copy) => {
      copy.write('evidence/glossary.yaml', '- {id: a, term: Electroconvulsive stimulation, also: [neuromodulator], text: A term.}\n')
      copy.replace('slides/tea.md', 'One sentence.', `We weigh ${words} and tea.`)
    })).level.slides
    const plain = await levelWith('terms')
    expect(await levelWith('electroconvulsive stimulations')).toBe(plain)
    expect(await levelWith('neuromodulators')).toBe(plain)
    expect(await levelWith('neuromodulation')).toBeGreaterThan(plain)
  })

  it('takes a number for one syllable', async () => {
    const levelWith = async (words: string) => (await levelOf(copy => copy.replace('slides/tea.md', 'One sentence.', `It fell by ${words} then.`))).level.slides
    expect(await levelWith('1,234.56')).toBe(await levelWith('ten'))
  })
})
