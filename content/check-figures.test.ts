import type { TinyCopy } from '../tests/fixtures/tiny-copy.ts'
import { describe, expect, it } from 'vitest'
import { copyTiny } from '../tests/fixtures/tiny-copy.ts'
import { checkNumbers } from './check-numbers.ts'
import { loadCourse, readCourse } from './load-course.ts'
import { checkReadingLevels } from './reading-level.ts'
import { staleVerdicts } from './recheck.ts'

const FIBRES = `
figures:
  fibres:
    checked: 2026-01-01
    recheckBy: 2090-01-01
    sources: [smith-2001]
    description: A bundle (1) of fibres.
    caption: Sorted, to be counted.
    kinds:
      - {kind: up, count: 73, head: about 73 up, text: to the brain}
      - {kind: down, count: 13, head: about 13 down, text: to organs}
      - {kind: sympathetic, count: 14, head: about 14, text: are other}
`
const FAMILY = (allowed: string) => `{name: A device, how: no surgery, on: All day., allowed: [${allowed}]}`
function FAMILIES(allowed: string) {
  return `
figures:
  device-families:
    checked: 2026-01-01
    recheckBy: 2090-01-01
    sources: [smith-2001]
    description: Four devices.
    families:
      - ${FAMILY(allowed)}
      - ${FAMILY('{as: tea, verdicts: [tea.first]}')}
      - ${FAMILY('{as: tea, verdicts: [tea.first]}')}
      - ${FAMILY('{as: tea, verdicts: [tea.first]}')}
`
}

function withFigure(figure = FIBRES, tag = '<FigureFibres />'): TinyCopy {
  const copy = copyTiny()
  copy.replace('evidence/tea.yaml', 'title: About tea\n', `title: About tea\n${figure}`)
  copy.replace('slides/tea.md', 'One sentence.', `${tag}\n\nOne sentence.`)
  copy.replace('evidence/sources.json', '"result": "', '"result": "About 73, 13 and 14 in 100. ')
  return copy
}

describe('the words of a figure', () => {
  it('are in order when a slide draws it and its numbers are in its source', async () => {
    const { files, problems } = await readCourse(withFigure().root)
    expect([...problems, ...checkNumbers(files)]).toEqual([])
  })

  it.each<[string, (copy: TinyCopy) => void, string, string, RegExp]>([
    ['no slide draws it', copy => copy.replace('slides/tea.md', '<FigureFibres />', ''), 'evidence/tea.yaml', '    checked: 2026-01-01\n    recheckBy: 2090', /figure "fibres" is on no slide/],
    ['its source is unknown', copy => copy.replace('evidence/tea.yaml', 'sources: [smith-2001]\n    description', 'sources: [nobody-2001]\n    description'), 'evidence/tea.yaml', 'sources: [nobody-2001]', /figure "fibres" names the unknown source "nobody-2001"/],
    ['a slide draws one that nobody wrote', copy => copy.replace('slides/tea.md', '<FigureFibres />', '<FigureFibres /> <FigureReflex />'), 'slides/tea.md', '---\nlayout: verdict', /draws the figure "reflex", which no section has words for/],
    ['another section writes it too', copy => copy.replace('evidence/rain.yaml', 'title: About rain\n', `title: About rain\n${FIBRES}`), 'evidence/rain.yaml', '    checked: 2026-01-01\n    recheckBy: 2090', /figure "fibres" is written in two sections/],
    ['its counts are not what its words say', copy => copy.replace('evidence/tea.yaml', 'head: about 73 up', 'head: about 80 up'), 'evidence/tea.yaml', '- {kind: up', /must name its count/],
    ['its counts are not one hundred', copy => copy.replace('evidence/tea.yaml', 'count: 14, head: about 14', 'count: 15, head: about 15'), 'evidence/tea.yaml', '- {kind: up', /one hundred fibres together/],
    ['it has a field that there is not', copy => copy.replace('evidence/tea.yaml', '    caption: Sorted', '    captoin: x\n    caption: Sorted'), 'evidence/tea.yaml', 'captoin', /"captoin" is no field/],
  ])('are a problem with file, line and remedy when %s', async (_, breaks, file, at, message) => {
    const copy = withFigure()
    breaks(copy)
    const { problems } = await readCourse(copy.root)
    expect(problems[0]).toEqual({ file, line: copy.lineOf(file, at), message: expect.stringMatching(message), remedy: expect.stringMatching(/^[A-Z].*\.$/) })
  })

  it('hold no number that its own sources do not hold, though the section has it elsewhere', async () => {
    const copy = withFigure()
    // 2005 is the year of a decision of this section, and no result of the source.
    copy.replace('evidence/tea.yaml', 'caption: Sorted, to be counted.', 'caption: Counted in 2005.')
    const { files } = await readCourse(copy.root)
    expect(checkNumbers(files)).toEqual([{
      file: 'evidence/tea.yaml',
      line: copy.lineOf('evidence/tea.yaml', 'caption: Counted'),
      message: expect.stringMatching(/number 2005 is in no recorded result of a source of the figure "fibres"/),
      remedy: expect.any(String),
    }])
  })

  it('are measured for their reading level', async () => {
    const copy = withFigure()
    copy.replace('evidence/tea.yaml', 'caption: Sorted, to be counted.', `caption: ${'Notwithstanding considerable methodological heterogeneity, contemporary investigations systematically demonstrate multidimensional modification. '.repeat(9)}`)
    expect(checkReadingLevels((await readCourse(copy.root)).files)).toEqual([expect.objectContaining({ file: 'evidence/tea.yaml', message: expect.stringMatching(/^Reading needs/) })])
  })

  it('are to be checked again by their day', async () => {
    const copy = withFigure()
    copy.replace('evidence/tea.yaml', '    recheckBy: 2090-01-01\n    sources: [smith-2001]\n    description', '    recheckBy: 2026-05-01\n    sources: [smith-2001]\n    description')
    const { files } = await readCourse(copy.root)
    expect(staleVerdicts(files, '2026-04-30')).toEqual([])
    expect(staleVerdicts(files, '2026-05-01')).toEqual([{
      file: 'evidence/tea.yaml',
      line: copy.lineOf('evidence/tea.yaml', '2026-05-01'),
      message: 'The figure "fibres" was to be checked again by 2026-05-01',
      remedy: expect.any(String),
    }])
  })

  it('are found by the slide that draws it, and their sources stand with the section', async () => {
    const { findable, sections, figures } = await loadCourse(withFigure().root)
    expect(findable.filter(({ text }) => text.includes('about 73 up')).map(({ id }) => id)).toEqual(['tea.verdict'])
    expect(sections[0]!.sources.map(({ id }) => id)).toContain('smith-2001')
    expect(figures.fibres).toMatchObject({ sources: [{ id: 'smith-2001', citation: expect.any(String) }] })
  })
})

describe('what a family of devices is allowed for', () => {
  const figureOf = (allowed: string) => withFigure(FAMILIES(allowed), '<FigureDeviceFamilies />')

  it('has the word of the verdict, and changes with it', async () => {
    const copy = figureOf('{as: tea, verdicts: [tea.first]}')
    copy.replace('evidence/tea.yaml', 'by: tea board', 'by: US FDA')
    const said = async () => (await loadCourse(copy.root)).figures['device-families']
    expect(await said()).toMatchObject({ families: Array.from({ length: 4 }).fill({ name: 'A device', how: 'no surgery', on: 'All day.', allowed: 'US approved: tea.' }) })
    copy.replace('evidence/tea.yaml', 'status: approved', 'status: cleared')
    expect(await said()).toMatchObject({ families: Array.from({ length: 4 }).fill(expect.objectContaining({ allowed: 'US cleared: tea.' })) })
  })

  it.each([
    ['a verdict that there is not', '{as: tea, verdicts: [tea.third]}', /unknown verdict "tea.third"/],
    ['a verdict without a decision', '{as: tea, verdicts: [tea.second]}', /do not name one and the same decision/],
    ['verdicts with different decisions', '{as: tea, verdicts: [tea.first, tea.second]}', /do not name one and the same decision/],
    ['a decision whose source it does not name', '{as: tea, decision: {status: cleared, by: US FDA, source: jones-2002}}', /rests on "jones-2002", which is no source of the figure/],
  ])('may not rest on %s', async (_, allowed, message) => {
    const copy = figureOf(allowed)
    const { problems } = await readCourse(copy.root)
    expect(problems).toEqual([{ file: 'evidence/tea.yaml', line: copy.lineOf('evidence/tea.yaml', allowed), message: expect.stringMatching(message), remedy: expect.any(String) }])
  })
})

describe('what is drawn by hand, one by one', () => {
  it('is asked for when a lesson has no sign', async () => {
    const copy = copyTiny()
    copy.replace('evidence/lessons.yaml', 'id: sham-improves-too', 'id: tea-is-not-coffee')
    copy.write('quizzes/headlines.yaml', '[]\n')
    const { problems } = await readCourse(copy.root)
    expect(problems).toEqual([{ file: 'evidence/lessons.yaml', line: 1, message: 'The lesson "tea-is-not-coffee" has no sign', remedy: expect.stringContaining('core/lesson-signs.ts') }])
  })
})
