import type { TinyCopy } from '../tests/fixtures/tiny-copy.ts'
import { describe, expect, it } from 'vitest'
import { copyTiny } from '../tests/fixtures/tiny-copy.ts'
import { checkNumbers } from './check-numbers.ts'
import { readCourseFiles } from './course-files.ts'

const EXCEPTIONS = 'evidence/number-exceptions.yaml'

async function problemsAfter(change: (copy: TinyCopy) => void) {
  const copy = copyTiny()
  change(copy)
  const { files, problems } = await readCourseFiles(copy.root)
  expect(problems).toEqual([])
  return { problems: checkNumbers(files), copy }
}

const slideSays = (words: string) => (copy: TinyCopy) => copy.replace('slides/tea.md', 'One sentence.', words)

describe('a number that is recorded nowhere is reported with its line', () => {
  it.each([
    ['in the words of a slide', 'slides/tea.md', 'One sentence.', 'It helped 47 people.'],
    ['in the part for readers', 'slides/tea.md', 'One sentence.', 'One.\n\n::more::\n\nIt helped 47 people.'],
    ['in a list', 'slides/tea.md', 'One sentence.', '1. It helped 47 people.'],
    ['in what a figure is told', 'slides/tea.md', 'One sentence.', '<FigureBars :arms="[{ value: 47 }]" />'],
    ['in a title', 'slides/tea.md', 'title: What was found', 'title: The 47 people'],
    ['in a lead', 'slides/tea.md', 'lead: A section', 'lead: 47 cups'],
    ['in a prompt', 'quizzes/tea.yaml', 'Which of these is right', 'Which of these 47 is right'],
    ['in an option', 'quizzes/tea.yaml', 'The right one', 'The right 47'],
    ['in a feedback', 'quizzes/tea.yaml', 'This is right because it is.', 'It is 47.'],
    ['in an explanation', 'quizzes/tea.yaml', 'A is right.', 'It is 47.'],
    ['in a target', 'quizzes/tea.yaml', 'Partner x', 'Partner 47'],
    ['in a verdict', 'evidence/tea.yaml', 'Two trials disagreed.', 'Two trials of 47 people disagreed.'],
  ])('%s', async (_where, file, text, by) => {
    const { problems, copy } = await problemsAfter(copy => copy.replace(file, text, by))
    const atTop = file.endsWith('.md') && !text.startsWith('One')
    expect(problems).toEqual([{
      file,
      line: atTop ? expect.any(Number) : copy.lineOf(file, '47'),
      message: expect.stringMatching(/^The number 47 is in no recorded result of "tea": "… .*47.* …"$/),
      remedy: expect.stringMatching(/^[A-Z].*\.$/),
    }])
  })

  it('as the answer of an estimate, not as the ends of its scale', async () => {
    const { problems } = await problemsAfter(copy => copy.write('quizzes/tea.yaml', `
- {id: colour, type: estimate, about: tea.first, taughtAt: tea.verdict, prompt: How many?, as: number, unit: people, min: 11, max: 99, step: 3, answer: 47, tolerance: 5, feedback: {low: Low., near: Near., high: High.}, explanation: So many., sources: [smith-2001]}
`))
    expect(problems.map(({ message }) => message)).toEqual([expect.stringContaining('The number 47 ')])
  })
})

describe('a number may be used that stands', () => {
  const recorded: [where: string, (copy: TinyCopy) => void][] = [
    ['in the result of a source that the section names', copy => copy.replace('evidence/sources.json', 'It was mixed.', 'It helped 47.0% (95% CI 0.86 to 1.53).')],
    ['in its limits', copy => copy.replace('evidence/sources.json', '"limits": "Few people."', '"limits": "47 people left."')],
    ['as its year', copy => copy.replace('evidence/sources.json', '[[2001]]', '[[47]]')],
    ['as the year of a decision', copy => copy.replace('slides/tea.md', '47', '2005')],
    ['in the data of a trial', copy => copy.replace('evidence/tea.yaml', 'verdicts:', 'trials:\n  - {id: d, name: D, device: implant, asked: x, who: x, compared: x, goal: met, goalText: x, sources: [smith-2001], outcomes: [{id: main, label: x, kind: main, result: favours-device, arms: [{name: On, value: -47}]}]}\nverdicts:')],
    ['in whom a trial took in', copy => copy.replace('evidence/tea.yaml', 'verdicts:', 'trials:\n  - {id: d, name: D, device: implant, asked: x, who: 47 adults, compared: x, goal: met, goalText: x, sources: [smith-2001]}\nverdicts:')],
  ]

  it.each(recorded)('%s', async (_where, record) => {
    expect((await problemsAfter((copy) => {
      slideSays('It helped 47 people.')(copy)
      record(copy)
    })).problems).toEqual([])
  })

  it('but not in a source that only another section names', async () => {
    const { problems } = await problemsAfter((copy) => {
      slideSays('It helped 47 people.')(copy)
      copy.replace('evidence/sources.json', '[\n', '[\n{ "id": "b", "type": "book", "title": "T", "PMID": "1", "custom": { "result": "47.", "limits": "L.", "checked": "2026-11-22" } },\n')
      copy.replace('quizzes/rain.yaml', 'sources: [smith-2001]', 'sources: [b]')
    })
    expect(problems.length).toBe(1)
  })
})

it('numbers in the notes, in links and in ids are nobody’s business', async () => {
  const { problems } = await problemsAfter((copy) => {
    copy.replace('slides/tea.md', 'Say: Something.', 'Say: 47 people.')
    slideSays('<EvidenceFigure trial="tea.d-47" outcome="day-47" /> [a page](https://a.org/47)')(copy)
  })
  expect(problems).toEqual([])
})

describe('an exception', () => {
  const except = (yaml: string) => (copy: TinyCopy) => copy.write(EXCEPTIONS, yaml)

  it.each([
    ['its number', '- {number: "47", reason: x}'],
    ['the words around it', '- {number: helped 47, reason: x}'],
    ['its section', '- {section: tea, number: "47", reason: x}'],
  ])('lets a number pass by %s', async (_by, yaml) => {
    expect((await problemsAfter((copy) => {
      slideSays('It helped 47 people.')(copy)
      except(yaml)(copy)
    })).problems).toEqual([])
  })

  it.each([
    ['other words', '- {number: harmed 47, reason: x}'],
    ['another section', '- {section: rain, number: "47", reason: x}'],
    ['a part of the number', '- {number: "7", reason: x}'],
  ])('of %s does not, and is itself needless', async (_of, yaml) => {
    const { problems } = await problemsAfter((copy) => {
      slideSays('It helped 47 people.')(copy)
      except(yaml)(copy)
    })
    expect(problems.map(({ file }) => file)).toEqual(['slides/tea.md', EXCEPTIONS])
  })

  it('is reported as needless once its number is recorded', async () => {
    const { problems } = await problemsAfter((copy) => {
      slideSays('It helped 47 people.')(copy)
      copy.replace('evidence/sources.json', 'It was mixed.', 'It helped 47%.')
      except('# why\n- {number: "47", reason: x}\n')(copy)
    })
    expect(problems).toEqual([{
      file: EXCEPTIONS,
      line: 2,
      message: 'The exception "47" is not needed',
      remedy: expect.any(String),
    }])
  })
})
