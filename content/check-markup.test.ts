import type { Breach } from '../tests/fixtures/breach.ts'
import { describe, expect, it } from 'vitest'
import { CHECK, expectOneProblem, slide } from '../tests/fixtures/breach.ts'
import { copyTiny } from '../tests/fixtures/tiny-copy.ts'
import { readCourse } from './load-course.ts'
import { formatProblem } from './problem.ts'

const FILE = 'slides/tea.md'
/** The words of the verdict's slide, and what takes their place after a first paragraph. */
const words = (by: string): [string, string] => ['One sentence.', `One sentence.\n\n${by}`]

describe('a misspelt or unknown word in a slide is reported, with file, line and remedy:', () => {
  it.each<Breach>([
    { when: 'a field that is nearly right', file: FILE, swap: ['lead: A section', 'leed: A section'], message: /^Slide "start": "leed" is no field of the layout cover$/, remedy: /^Did you mean "lead"\?/, at: 'leed:' },
    { when: 'a field of a claim', file: FILE, swap: [CHECK, slide('claim', 'aks: Which?')], message: /^Slide "new": "aks" is no field of the layout claim$/, remedy: /^Did you mean "ask"\?/, at: 'aks:' },
    { when: 'a field that the layout needs, told once', file: FILE, swap: ['question: tea.colour', 'qestion: tea.colour'], message: /^Slide "check": "qestion" is no field of the layout check$/, remedy: /^Did you mean "question"\?/, at: 'qestion:' },
    { when: 'a field of another layout', file: FILE, swap: ['title: What was found on tea', 'title: What was found on tea\nlead: More.'], message: /"lead" is no field of the layout verdict/, remedy: /^Its fields are .*verdicts/, at: 'lead: More.' },
    { when: 'a value of a wrong kind', file: FILE, swap: ['title: About tea', 'title: [About, tea]'], message: /^Slide "start" › title: /, at: 'title: [' },
    { when: 'a field on the slide that brings in a section', file: 'slides.md', swap: ['src: ./slides/tea.md', 'src: ./slides/tea.md\nclass: wide'], message: /"class" is no field of a slide that brings in a section/, at: 'class: wide' },
    { when: 'a field of the headmatter', file: 'slides.md', swap: ['title: Tea and Rain', 'title: Tea and Rain\nwakelock: true'], message: /^Slide "Tea and Rain": "wakelock" is no field of the cover of the course$/, remedy: /^Did you mean "wakeLock"\?/, at: 'wakelock' },
    { when: 'a slide of the entry beside its cover', file: 'slides.md', swap: ['---\nsrc: ./slides/tea.md', '---\nlayout: people\ntitle: Stray\n---\n\n---\nsrc: ./slides/tea.md'], message: /^Slide "Stray" stands in the entry/, at: '---\nlayout: people' },
    { when: 'a tag', file: FILE, swap: words('<EvidenceScales />'), message: /^There is no component <EvidenceScales>$/, remedy: /^Did you mean "EvidenceScale"\?/, at: '<EvidenceScales' },
    { when: 'a tag of HTML', file: FILE, swap: words('<strnog>x</strnog>'), message: /^There is no component <strnog>$/, at: '<strnog' },
    { when: 'a part', file: FILE, swap: words('::moer::\n\nMore.'), message: /^The layout verdict has no part ::moer::$/, remedy: /^Did you mean "more"\? Its parts are ::more::\.$/, at: '::moer::' },
    { when: 'a part of another layout', file: FILE, swap: words('::steps::\n\n1. One.'), message: /^The layout verdict has no part ::steps::$/, at: '::steps::' },
    { when: 'a part twice', file: FILE, swap: words('::more::\n\nMore.\n\n::more::\n\nMuch more.'), message: /^::more:: stands twice$/, at: '::more::\n\nMuch' },
    { when: 'words where the layout has no place for them', file: FILE, swap: [CHECK, slide('check', 'question: tea.several', 'Think well.')], message: /^The layout check has no place for words of its own$/, at: 'Think well.' },
  ])('$when', expectOneProblem)
})

describe('a wrong prop of a tag is reported, with file, line and remedy:', () => {
  it.each<Breach>([
    { when: 'misspelt', file: FILE, swap: words('<EvidenceVerdict id="tea.first" linekd />'), message: /^<EvidenceVerdict> has no prop "linekd"$/, remedy: /^Did you mean "linked"\?/, at: 'linekd' },
    { when: 'misspelt and needed, told once', file: FILE, swap: words('<CourseQuestionsToTake section="tea" /> <CourseTerm ids="sham-group">sham</CourseTerm>'), message: /^<CourseTerm> has no prop "ids"$/, remedy: /^Did you mean "id"\?/, at: '<CourseTerm' },
    { when: 'missing', file: FILE, swap: words('<EvidenceFigure />'), message: /^<EvidenceFigure> lacks its prop "trial"$/, remedy: /^Write trial="…"\.$/, at: '<EvidenceFigure' },
    { when: 'missing, of a list', file: FILE, swap: words('<FigureBars label="Cups" unit="" />'), message: /^<FigureBars> lacks its prop "arms"$/, remedy: /^Write :arms="…", with a list/, at: '<FigureBars' },
    { when: 'a text for a list', file: FILE, swap: words('<FigureBars label="Cups" unit="" arms="two" />'), message: /^<FigureBars> takes no text as its "arms"$/, remedy: /^Write :arms=/, at: '<FigureBars' },
    { when: 'a list for a text', file: FILE, swap: words('<FigureBars :label="[1]" unit="" :arms="[]" />'), message: /^<FigureBars> takes no Array as its "label"$/, at: '<FigureBars' },
    { when: 'no value', file: FILE, swap: words('<FigureBars label unit="" :arms="[]" />'), message: /^<FigureBars> has no value for its "label"$/, at: '<FigureBars' },
    { when: 'an outcome that its trial does not have', file: FILE, breaks: (copy) => {
      copy.replace('evidence/tea.yaml', 'verdicts:', 'trials:\n  - {id: d, name: D, device: implant, asked: x, who: x, compared: x, goal: met, goalText: x, sources: [smith-2001], outcomes: [{id: main, label: x, kind: main, result: not-compared}]}\nverdicts:')
      copy.replace(FILE, ...words('<EvidenceFigure trial="tea.d" outcome="mian" />'))
    }, message: /^The trial "tea.d" has no outcome "mian"$/, remedy: /^Did you mean "main"\?/, at: '<EvidenceFigure' },
    { when: 'a section that is none', file: FILE, swap: words('<CourseQuestionsToTake section="tee" />'), message: /^There is no section "tee"$/, remedy: /^Did you mean "tea"\?/, at: '<CourseQ' },
    { when: 'words in a tag that has no place for them', file: FILE, swap: words('<EvidenceTimeline>Two badges</EvidenceTimeline>'), message: /^<EvidenceTimeline> has no place for words$/, at: '<EvidenceTimeline' },
  ])('$when', expectOneProblem)
})

describe('what slides may not hold is reported, with file, line and remedy:', () => {
  it.each<Breach>([
    { when: 'a directive', file: FILE, swap: words('<div v-click>later</div>'), message: /^<div> has v-click$/, at: '<div' },
    { when: 'a listener', file: FILE, swap: words('<button @click="x">later</button>'), message: /^<button> has @click$/, at: '<button' },
    { when: 'a script', file: FILE, swap: words('<script>let x</script>'), message: /^A slide holds <script>$/, at: '<script' },
    { when: 'a style', file: FILE, swap: words('<b style="color: red">x</b>'), message: /^<b> has a style of its own$/, at: '<b' },
    { when: 'a heading', file: FILE, swap: words('## Two'), message: /^A heading in the Markdown$/, at: '## Two' },
    { when: 'a tag that is not closed', file: FILE, swap: words('A <CourseTerm id="sham-group">sham group.'), message: /^A tag is broken: Element is missing end tag$/, at: 'A <CourseTerm' },
  ])('$when', expectOneProblem)
})

it('leaves alone what is right: tags, HTML, comments, code, links and a smaller-than', async () => {
  const copy = copyTiny()
  copy.replace(FILE, ...words([
    'A <CourseTerm id="sham-group">sham group</CourseTerm>, <em>x</em>, <https://example.org/a>, p < 0.05 and `<NoTag v-click>`.',
    '```html\n# no heading\n<NoTag style="x">\n```',
    '<!-- <NoTag /> -->',
    '<FigureBars label="Cups" unit="" :arms="[{ name: \'a\', value: 1 }]" />',
    '<EvidenceVerdict id="tea.first" linked />',
    '::more::\n\nMore.',
  ].join('\n\n')))
  expect((await readCourse(copy.root)).problems.map(formatProblem)).toEqual([])
})
