import type { Breach } from '../tests/fixtures/breach.ts'
import type { TinyCopy } from '../tests/fixtures/tiny-copy.ts'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CHECK, CHECK_QUESTION, expectOneProblem, slide } from '../tests/fixtures/breach.ts'
import { copyTiny, TINY } from '../tests/fixtures/tiny-copy.ts'
import { readCourse } from './load-course.ts'

/** The section on tea once more, under another name. */
function addSection({ root, write }: TinyCopy, name: string): void {
  const read = (file: string) => readFileSync(join(root, file), 'utf8')
  for (const file of ['slides/tea.md', 'quizzes/tea.yaml', 'evidence/tea.yaml'])
    write(file.replace('tea', name), read(file).replaceAll(/tea\./g, `${name}.`).replace('routeAlias: tea', `routeAlias: ${name}`).replace('title: About tea', `title: About ${name}`))
  write('slides.md', `${read('slides.md')}\n---\nsrc: ./slides/${name}.md\n---\n`)
}

describe('content in order', () => {
  it('has no problem: the tiny course', async () => {
    expect((await readCourse(TINY)).problems).toEqual([])
  })

  it('has no problem: the real course', async () => {
    expect((await readCourse(process.cwd())).problems).toEqual([])
  })
})

describe('a problem in the slides is reported with file, line and remedy, when', () => {
  it.each<Breach>([
    { when: 'a slide names an unknown question', file: 'slides/tea.md', swap: [CHECK_QUESTION, 'question: tea.color'], message: /no question "tea.color"/, remedy: /^Did you mean "tea.colour"/, at: 'question: tea.color' },
    { when: 'a slide names an unknown verdict', file: 'slides/tea.md', swap: ['[tea.first, tea.second]', '[tea.first, tea.second, tea.third]'], message: /no verdict "tea.third"/, at: 'verdicts:' },
    { when: 'a slide names an unknown trial', file: 'slides/tea.md', swap: [CHECK, slide('trial', 'trial: tea.d02')], message: /no trial "tea.d02"/, at: 'trial: tea.d02' },
    { when: 'a figure names an unknown trial', file: 'slides/tea.md', swap: ['One sentence.', 'One.\n\n<EvidenceFigure trial="tea.d02" />'], message: /no trial "tea.d02"/, at: '<EvidenceFigure' },
    { when: 'a page asks an unknown question on the way', file: 'slides/tea.md', swap: ['id: start\n', 'id: start\nthen: tea.sevral\n'], message: /no question "tea.sevral"/, remedy: /^Did you mean "tea.several"/, at: 'then: tea.sevral' },
    { when: 'a page asks a question on the way that a slide of it asks too', file: 'slides/tea.md', swap: ['id: start\n', 'id: start\nthen: tea.colour\n'], message: /asks the question "tea.colour" twice/, at: 'then: tea.colour' },
    { when: 'the tour asks an unknown question', file: 'slides/tour.yaml', swap: ['rain.several', 'rain.sevral'], message: /unknown question "rain.sevral"/, remedy: /^Did you mean "rain.several"/, at: 'rain.sevral' },
    { when: 'the tour talks for too long before its first question', file: 'slides/tour.yaml', swap: ['One claim, one question.', 'One claim, one question. '.repeat(60)], message: /takes 2\d\d words to answer the first question/ },
    { when: 'the map talks for too long before the tour begins', file: 'slides/tour.yaml', breaks: copy => copy.replace('course.yaml', 'A fixture praises tea and rain.', 'A fixture praises tea and rain. '.repeat(30)), message: /takes 2\d\d words to answer the first question/ },
    { when: 'the tour takes longer than it says', file: 'slides/tour.yaml', swap: ['That is the verdict.', 'That is the verdict. '.repeat(600)], message: /The tour takes 1\d minutes/, at: '  - {claim' },
    { when: 'a check slide names no question', file: 'slides/tea.md', swap: [`${CHECK_QUESTION}\n`, ''], message: /^Slide "check" › question is missing$/, at: CHECK },
    { when: 'a question stands on two slides', file: 'slides/rain.md', swap: ['question: rain.colour', CHECK_QUESTION], message: /"tea.colour" stands on two slides/, at: CHECK_QUESTION },
    { when: 'a slide id stands twice', file: 'slides/tea.md', swap: [CHECK, slide('people', '', '', 'verdict')], message: /slide id "tea.verdict" stands twice/, at: 'id: verdict\ntitle: New' },
    { when: 'the first slide has no address', file: 'slides/tea.md', swap: ['routeAlias: tea\n', ''], message: /first slide of "tea" lacks its address/ },
    { when: 'a slide has an unknown layout', file: 'slides/tea.md', swap: ['layout: verdict', 'layout: vredict'], message: /^Slide "verdict" › layout: must be one of cover, claim/, remedy: /^Did you mean "verdict"/, at: 'layout: vredict' },
    { when: 'the frontmatter is broken YAML', file: 'slides/tea.md', swap: ['title: What was found on tea', 'title: "What" was found on tea'], message: /^Broken YAML/, at: 'title: "What"' },
    { when: 'the notes lack a line', file: 'slides/tea.md', swap: ['Expect: Something.\n-->\n\n---\nlayout: verdict', '-->\n\n---\nlayout: verdict'], message: /"start": the speaker notes lack Expect$/ },
    { when: 'the notes ask for a guess first, and the figure does not wait', file: 'slides/tea.md', swap: ['Minutes: 3\nSay: Something.', 'Minutes: 3\nSay: Write down a number. Then reveal.'], message: /ask for a guess first/, remedy: /^Add "clicks: 1"/, at: '---\nlayout: verdict' },
    { when: 'a line of the notes is empty', file: 'slides/tea.md', swap: ['Minutes: 3\nSay: Something.', 'Minutes: 3\nSay:'], message: /"verdict": the speaker notes lack Say$/, at: '---\nlayout: verdict' },
    { when: 'the minutes are no number', file: 'slides/tea.md', swap: ['Minutes: 3', 'Minutes:'], message: /lack Minutes$/, at: '---\nlayout: verdict' },
    { when: 'a slide has no notes at all', file: 'slides/tea.md', swap: ['<!--\nMinutes: 3\nSay: Something.\nAsk: Something?\nExpect: Something.\n-->', ''], message: /lack Minutes, Say, Ask, Expect$/, at: '---\nlayout: verdict' },
    { when: 'a picture is named by its file', file: 'slides/tea.md', swap: ['One sentence.', 'One sentence.\n\n![A cup](/tea.svg)'], message: /^A picture from a file/, at: '![A cup]' },
    { when: 'a picture is on another host, by a tag over several lines', file: 'slides/tea.md', swap: ['One sentence.', 'One\n\n<p><img\n  src="https://tea.example/tea.svg"\n  alt="A cup"\n/></p>'], message: /^A picture from a file/, at: '<img' },
    { when: 'a link leads nowhere', file: 'slides/tea.md', swap: ['One sentence.', 'One [way](/glossary#sham-group), [another](/learn/tea/).\n\nNot [this](/learn/tee).'], message: /^A link leads to "\/learn\/tee"/, remedy: /^Did you mean "\/learn\/tea"/, at: 'Not [this]' },
    { when: 'the notes of a slide have no end', file: 'slides/tea.md', swap: ['Expect: Something.\n-->\n\n---\nlayout: verdict', 'Expect: Something.\n\n---\nlayout: verdict'], breaks: copy => copy.replace('slides/rain.md', 'One sentence.', 'One sentence.'), message: /the speaker notes run on into the next slide/, at: '---\nlayout: cover' },
    { when: 'the minutes have a comma', file: 'slides/tea.md', swap: ['Minutes: 3', 'Minutes: 1,5'], message: /lack Minutes$/, at: '---\nlayout: verdict' },
    { when: 'the frontmatter has a text that # cuts off', file: 'slides/tea.md', swap: ['title: What was found on tea', 'title: What was found on tea #1'], message: /^The text ends before " #1"$/, remedy: /quotes/, at: 'title: What was found' },
    { when: 'the frontmatter names a control character', file: 'slides/tea.md', swap: ['title: What was found on tea', 'title: "What was \\e found on tea"'], message: /U\+001B$/, at: 'title: "What' },
    { when: 'a control character stands in the words', file: 'slides/tea.md', swap: ['One sentence.', 'One.\n\nAnother\x0C one.'], message: /U\+000C$/, at: 'Another' },
    { when: 'a paragraph begins with a term', file: 'slides/tea.md', swap: ['One sentence.', 'One.\n\n<CourseTerm id="sham-group">Sham</CourseTerm> tea is not tea.'], message: /begins with a <CourseTerm>/, at: '<CourseTerm id="sham-group">Sham' },
    { when: 'a point of a list begins with a term', file: 'slides/tea.md', swap: ['One sentence.', '- One.\n- <CourseTerm id="sham-group">Sham</CourseTerm> tea is not tea.'], message: /begins with a <CourseTerm>/, at: '- <CourseTerm id="sham-group">Sham' },
    { when: 'a file that the deck names is missing', file: 'slides.md', breaks: copy => copy.remove('slides/tea.md'), message: /not found/, at: '---\nsrc: ./slides/tea.md' },
    { when: 'the deck itself is missing', file: 'slides.md', breaks: copy => copy.remove('slides.md'), message: /missing/ },
    { when: 'a section has the name of a page', file: 'slides/review.md', breaks: copy => addSection(copy, 'review'), message: /^"review" is no name for a section/ },
    { when: 'a section begins with a digit', file: 'slides/2nd-tea.md', breaks: copy => addSection(copy, '2nd-tea'), message: /^"2nd-tea" is no name for a section: .*begins with a digit$/, remedy: /^Rename/ },
    { when: 'the deck leaves a section out', file: 'slides.md', swap: ['\n---\nsrc: ./slides/rain.md\n---\n', ''], message: /"rain" is not in the deck/ },
  ])('$when', expectOneProblem)
})

const TEA_BANK = 'quizzes/tea.yaml'
const GAP = '- id: what\n  type: gap\n  about: tea.second\n  taughtAt: tea.verdict\n  prompt: Fill the gap.\n  sentence: With the {a}.\n  gaps:\n    a:\n      accept: shm\n      feedback: It is sham.\n  explanation: A word.\n  sources: [smith-2001]\n'
const answerOf = (from: string, to: string): [string, string] => [`answer: ${from}`, `answer: ${to}`]

describe('a problem in what the course is called is reported with file, line and remedy, when', () => {
  it.each<Breach>([
    { when: 'its id begins with a digit', file: 'course.yaml', swap: ['id: tea-and-rain', 'id: 2-teas'], message: /^"2-teas" is no id for a course/, remedy: /as in c-2-teas/, at: 'id: 2-teas' },
  ])('$when', expectOneProblem)
})

describe('a problem in a bank is reported with file, line and remedy, when', () => {
  it.each<Breach>([
    { when: 'the file is missing', file: TEA_BANK, breaks: copy => copy.remove(TEA_BANK), message: /missing/ },
    { when: 'a question may not stand with an unknown one', file: TEA_BANK, swap: ['- id: colour\n  type: choice\n', '- id: colour\n  type: choice\n  notWith: [sevral]\n'], message: /^"tea.colour" may not stand with the unknown question "sevral"/, remedy: /^Did you mean "several"/, at: 'notWith:' },
    { when: 'a question does not explain an unknown term', file: TEA_BANK, swap: ['- id: colour\n  type: choice\n', '- id: colour\n  type: choice\n  notExplained: [sham-gruop]\n'], message: /^"tea.colour" does not explain the unknown term "sham-gruop"/, remedy: /^Did you mean "sham-group"/, at: 'notExplained:' },
    { when: 'a question does not explain a term that does not stand in it', file: TEA_BANK, swap: ['- id: colour\n  type: choice\n', '- id: colour\n  type: choice\n  notExplained: [sham-group]\n'], message: /^"tea.colour" does not explain "sham-group", which does not stand in it/, remedy: /take it out/, at: 'notExplained:' },
    { when: 'a question that speaks of suicide may come up in a quiz', file: TEA_BANK, swap: ['Which of these is right about tea?', 'Which thought of suicide is right?'], message: /^"tea.colour" speaks of suicide/, remedy: /quiz: false/ },
    { when: 'it holds no question', file: TEA_BANK, breaks: copy => copy.write(TEA_BANK, '[]\n'), message: /at least one question/ },
    { when: 'it is broken YAML', file: TEA_BANK, swap: ['prompt: Put the', 'prompt: Put: the'], message: /^Broken YAML/, at: 'prompt: Put: the' },
    { when: 'a text has a # behind a blank', file: TEA_BANK, swap: ['prompt: Put the', 'prompt: Put #1, then the'], message: /^The text ends before " #1, then the/, remedy: /^Put it in quotes/, at: 'prompt: Put #1' },
    { when: 'a text names a control character', file: TEA_BANK, swap: ['prompt: Put the', 'prompt: "Put \\x0b the"\n  hint: Put the'], message: /U\+000B$/, remedy: /^Take it out/, at: 'prompt: "Put' },
    { when: 'a text names a character of zero', file: TEA_BANK, swap: ['prompt: Put the', 'prompt: "Put \\u0000 the"\n  hint: Put the'], message: /U\+0000$/, at: 'prompt: "Put' },
    { when: 'a text names half of a character', file: TEA_BANK, swap: ['prompt: Put the', 'prompt: "Put \\uD83D the"\n  hint: Put the'], message: /U\+D83D$/, at: 'prompt: "Put' },
    { when: 'it is indented by a tab', file: TEA_BANK, swap: ['  type: choice\n', '\ttype: choice\n'], message: /^Broken YAML/, remedy: /^Indent with blanks/, at: '\ttype: choice' },
    { when: 'a field stands twice', file: TEA_BANK, swap: ['  type: choice\n', '  type: choice\n  type: choice\n'], message: /^Broken YAML/, remedy: /^Keep one of the two/, at: '  type: choice\n  about' },
    { when: 'it begins with a byte order mark', file: TEA_BANK, swap: ['- id: colour', '\uFEFF- id: colour'], message: /^The file begins with a byte order mark$/ },
    { when: 'two options say the same', file: TEA_BANK, swap: ['text: Item b', 'text: item a'], message: /^"tea.pairs" says "item a" twice/, at: 'text: item a' },
    { when: 'two targets say the same', file: TEA_BANK, swap: ['w: Partner w', 'w: Partner x'], message: /^"tea.pairs" says "Partner x" twice/, at: 'w: Partner x' },
    { when: 'a text begins with an emphasis, which YAML takes for an alias', file: TEA_BANK, swap: ['explanation: A is right.', 'explanation: *A*'], message: /^Broken YAML.*refers to nothing/, at: 'explanation: *A*' },
    { when: 'a field is mistyped', file: TEA_BANK, swap: ['  answer: [c, a, d, b]\n', '  answer: [c, a, d, b]\n  revison: 2\n'], message: /^steps: "revison" is no field of it$/, remedy: /^Did you mean "revision"\?/, at: 'revison' },
    { when: 'a type is unknown', file: TEA_BANK, swap: ['type: order', 'type: essay'], message: /^steps › type: must be one of choice, choices/, at: 'type: essay' },
    { when: 'a text between { and } has a comma', file: TEA_BANK, swap: ['text: The right one,', 'text: The right one, of course,'], message: /^colour › options › a: "of course" is no field/, remedy: /^Put the text in quotes/, at: 'of course' },
    { when: 'an option has no feedback', file: TEA_BANK, swap: [', feedback: This is wrong because it is.', ''], message: /^colour › options › b › feedback/, at: 'The wrong one' },
    { when: 'a feedback is empty', file: TEA_BANK, swap: ['This is wrong because it is.', '" "'], message: /^colour › options › b › feedback: must not be empty/, at: 'The wrong one' },
    { when: 'a question id stands twice', file: TEA_BANK, swap: ['- id: several', '- id: colour'], message: /question id "colour" stands twice/, at: '- id: colour\n  type: choices' },
    { when: 'a question has the id of one that is asked no more', file: TEA_BANK, breaks: copy => copy.write('quizzes/retired.yaml', '- {id: tea.several, reason: It was unclear.}\n'), message: /^The id "tea.several" was that of a question/, at: '- id: several' },
    { when: 'a gap names a list of words that is not there', file: TEA_BANK, breaks: copy => copy.write(TEA_BANK, `${readFileSync(join(copy.root, TEA_BANK), 'utf8')}${GAP}`), message: /^"tea\.what" accepts the words of a list that is not there$/, remedy: /accepted-words\.yaml \(sham\)/, at: 'accept: shm' },
    { when: 'a question is placed nowhere', file: TEA_BANK, swap: ['  answer: [a, b]\n', '  answer: [a, b]\n  quiz: false\n'], message: /"tea.several" is placed nowhere/, at: 'quiz: false' },
    { when: 'a question is about an unknown verdict', file: TEA_BANK, swap: ['about: tea.second', 'about: tea.third'], message: /"tea.several" is about the unknown verdict "tea.third"/, at: 'about: tea.third' },
    { when: 'a question is taught at an unknown slide', file: TEA_BANK, swap: ['taughtAt: tea.verdict', 'taughtAt: tea.vredict'], message: /"tea.colour" is taught at the unknown slide "tea.vredict"/, at: 'taughtAt: tea.vredict' },
    { when: 'a question names an unknown source', file: TEA_BANK, swap: ['sources: [smith-2001]', 'sources: [smith-2001, jones-2002]'], message: /"tea.colour" names the unknown source "jones-2002"/, at: 'jones-2002' },
    { when: 'the answer of a choice is no option', file: TEA_BANK, swap: answerOf('a\n', 'e\n'), message: /"tea.colour": the answer "e" is no option/, at: 'answer: e' },
    { when: 'an answer of choices is no option', file: TEA_BANK, swap: answerOf('[a, b]', '[a, e]'), message: /"tea.several": the answer \[a,e\]/, at: 'answer: [a, e]' },
    { when: 'an order names an item that is no option', file: TEA_BANK, swap: answerOf('[c, a, d, b]', '[c, a, d, e]'), message: /"tea.steps": .*every option once/, at: 'answer: [c, a, d, e]' },
    { when: 'an order leaves an item out', file: TEA_BANK, swap: answerOf('[c, a, d, b]', '[c, a, d]'), message: /"tea.steps": .*every option once/, at: 'answer: [c, a, d]' },
    { when: 'a match names a target that there is not', file: TEA_BANK, swap: ['b: z, c: x', 'b: z, c: q'], message: /"tea.pairs": the answer "c: q"/, at: 'b: z, c: q' },
    { when: 'a match names an item that is no option', file: TEA_BANK, swap: ['b: z, c: x', 'b: z, c: x, e: x'], message: /"tea.pairs": the answer "e: x"/, at: 'c: x, e: x' },
    { when: 'a match leaves an item out', file: TEA_BANK, swap: ['b: z, c: x', 'b: z'], message: /"tea.pairs": the answer leaves out c/, at: 'a: y, b: z' },
  ])('$when', expectOneProblem)

  it('keeping a question out of the quiz is no problem where a slide has it', async () => {
    const copy = copyTiny()
    copy.replace(TEA_BANK, '  answer: a\n', '  answer: a\n  quiz: false\n')
    expect((await readCourse(copy.root)).problems).toEqual([])
  })
})

const TEA_EVIDENCE = 'evidence/tea.yaml'
const SOURCES = 'evidence/sources.json'
const source = (id: string, link: string) => `{ "id": "${id}", "type": "book", "title": "T",${link} "custom": { "result": "R.", "limits": "L.", "checked": "2026-11-22" } }`
const addSource = (added: string): [string, string] => ['[\n', `[\n${added},\n`]

describe('a problem in the evidence is reported with file, line and remedy, when', () => {
  it.each<Breach>([
    { when: 'the file is missing', file: TEA_EVIDENCE, breaks: copy => copy.remove(TEA_EVIDENCE), message: /missing/ },
    { when: 'two sections have one title', file: 'evidence/rain.yaml', swap: ['title: About rain', 'title: About Tea'], message: /^The section "rain" has the title of another, "About Tea"$/, at: 'title: About Tea' },
    { when: 'the sources are missing', file: SOURCES, breaks: copy => copy.remove(SOURCES), message: /missing/ },
    { when: 'a claim has no verdict', file: TEA_EVIDENCE, swap: ['verdicts:', '  - id: harms\n    paragraph: P1\n    text: The article says that tea harms.\nverdicts:'], message: /claim "tea.harms" has no verdict/, at: '- id: harms' },
    { when: 'a claim id stands twice', file: TEA_EVIDENCE, swap: ['verdicts:', '  - id: helps\n    paragraph: P1\n    text: Again.\nverdicts:'], message: /"helps" stands twice in claims/, at: '- id: helps\n    paragraph: P1\n    text: Again.' },
    { when: 'a verdict belongs to an unknown claim', file: TEA_EVIDENCE, swap: ['claims: [helps]', 'claims: [helps, heals]'], message: /"tea.first" belongs to the unknown claim "heals"/, at: 'claims: [helps, heals]' },
    { when: 'a verdict has no source', file: TEA_EVIDENCE, swap: ['sources: [smith-2001]', 'sources: []'], message: /^verdicts › first › sources: needs at least one source/, at: 'sources: []' },
    { when: 'a verdict names an unknown source', file: TEA_EVIDENCE, swap: ['sources: [smith-2001]', 'sources:\n      - smith-2001\n      - jones-2002'], message: /"tea.first" names the unknown source "jones-2002"/, at: '- jones-2002' },
    { when: 'a verdict is on no slide', file: TEA_EVIDENCE, breaks: copy => copy.replace('slides/tea.md', ', tea.second]', ']'), message: /verdict "tea.second" is on no slide/, at: '- id: second' },
    { when: 'an approval names nobody who took it', file: TEA_EVIDENCE, swap: ['by: tea board, ', ''], message: /^verdicts › first › approval › by/, at: 'status: approved, year' },
    { when: 'a field is mistyped', file: TEA_EVIDENCE, swap: ['because: Nothing', 'limit: Unknown.\n    because: Nothing'], message: /^verdicts › second: "limit" is no field of it$/, remedy: /^Did you mean "limits"\?/, at: 'limit: Unknown.' },
    { when: 'a source has neither DOI, PMID nor official page', file: SOURCES, swap: addSource(source('no-link', '')), message: /"no-link" has neither/, at: '"no-link"' },
    { when: 'a source tells of a decision and not of which device', file: SOURCES, swap: addSource(source('fda', ' "PMID": "1",').replace('R.', 'Approved in 2005 for tea.')), message: /"fda" begins with "Approved" and does not say which device/, at: '"fda"' },
    { when: 'a source id stands twice', file: SOURCES, swap: addSource(source('smith-2001', ' "PMID": "1",')), message: /"smith-2001" stands twice/, at: '"article-journal"' },
    { when: 'the JSON names a control character', file: SOURCES, swap: ['"A', '"\\u0007A'], message: /U\+0007$/, at: '\\u0007' },
    { when: 'a DOI is none', file: SOURCES, swap: ['10.1000/xyz', 'https://doi.org/10.1000/xyz'], message: /^smith-2001 › DOI/, at: '"DOI"' },
    { when: 'the JSON has a comma too many', file: SOURCES, swap: ['"smith-2001",', '"smith-2001",,'], message: /^Broken JSON/, at: '"smith-2001",,' },
    { when: 'the JSON has a field without quotes, which YAML forgives', file: SOURCES, swap: ['"title"', 'title'], message: /^Broken JSON/, remedy: /double quotes/, at: 'title' },
    { when: 'the JSON ends too soon', file: SOURCES, breaks: copy => copy.write(SOURCES, '[\n'), message: /^Broken JSON/ },
  ])('$when', expectOneProblem)
})

const LESSONS = 'evidence/lessons.yaml'
const GLOSSARY = 'evidence/glossary.yaml'

describe('a problem in what the course explains once is reported with file, line and remedy, when', () => {
  it.each<Breach>([
    { when: 'the glossary is missing', file: GLOSSARY, breaks: copy => copy.remove(GLOSSARY), message: /missing/ },
    { when: 'the lessons are missing', file: LESSONS, breaks: copy => copy.remove(LESSONS), message: /missing/ },
    { when: 'a slide marks an unknown term', file: 'slides/tea.md', swap: ['One sentence.', 'One\n\ntwo <CourseTerm id="sham-grupp">sham group</CourseTerm>.'], message: /glossary has no term "sham-grupp"/, at: 'two <CourseTerm' },
    { when: 'a term stands twice', file: GLOSSARY, breaks: copy => copy.write(GLOSSARY, '- {id: a, term: A, text: A.}\n- {id: a, term: B, text: B.}\n'), message: /term id "a" stands twice/, at: 'term: B' },
    { when: 'a term has the id of a lesson', file: GLOSSARY, swap: ['id: sham-group', 'id: sham-improves-too'], message: /term id "sham-improves-too" is a lesson/, at: 'sham-improves-too' },
    { when: 'a lesson stands twice', file: LESSONS, swap: ['- id', '- {id: sham-improves-too, name: A, text: A., ask: A?, seenIn: tea.first}\n- id'], message: /lesson id "sham-improves-too" stands twice/, at: '- id: sham' },
    { when: 'a lesson is seen in nothing that there is', file: LESSONS, swap: ['seenIn: tea.first', 'seenIn: tea.third'], message: /"sham-improves-too" is seen in "tea.third"/, at: 'seenIn' },
    { when: 'a verdict turns on an unknown lesson', file: TEA_EVIDENCE, swap: ['    device: implant', '    lessons: [sham-improves-too, sham]\n    device: implant'], message: /"tea.first" turns on the unknown lesson "sham"/, at: 'lessons:' },
    { when: 'a trial turns on an unknown lesson', file: TEA_EVIDENCE, swap: ['verdicts:', 'trials:\n  - {id: d, name: D, device: implant, asked: x, who: x, compared: x, goal: met, goalText: x, sources: [smith-2001], lessons: [sham]}\nverdicts:'], message: /"tea.d" turns on the unknown lesson "sham"/, at: 'lessons:' },
    { when: 'a belief is answered by an unknown verdict', file: TEA_EVIDENCE, breaks: copy => copy.replace(TEA_EVIDENCE, 'verdict: first', 'verdict: third'), message: /belief of "tea" is answered by the unknown verdict "third"/, at: 'verdict: third' },
  ])('$when', expectOneProblem)

  it('is none where all of it is there', async () => {
    const copy = copyTiny()
    copy.replace(TEA_EVIDENCE, '    device: implant', '    lessons: [sham-improves-too]\n    device: implant')
    copy.replace('slides/tea.md', 'One sentence.', 'A <CourseTerm id="sham-group">sham group</CourseTerm>.')
    expect((await readCourse(copy.root)).problems).toEqual([])
  })
})

it('tells every problem of the content, not only the first', async () => {
  const copy = copyTiny()
  copy.replace(TEA_BANK, 'answer: a\n', 'answer: e\n')
  copy.replace(TEA_EVIDENCE, 'claims: [helps]', 'claims: [helps, heals]')
  copy.replace('slides/rain.md', 'Expect: Something.\n', '')
  const { problems } = await readCourse(copy.root)
  expect(problems.map(problem => problem.file).sort()).toEqual([TEA_EVIDENCE, TEA_BANK, 'slides/rain.md'])
})

it.each([
  ['quizzes/tea.yaml', '\u0000'],
  ['evidence/tea.yaml', 'text'],
  ['evidence/sources.json', '{ "not": "a list" }'],
  ['slides/tea.md', 'Only words.'],
  ['slides/tea.md', '---\nlayout: check\nid: 7\ntitle: [1]\nquestion: 5\ntrial: {}\nverdicts: [5, {}]\n---\n'],
])('tells rather than throws when a file holds something else altogether: %s', async (file, text) => {
  const copy = copyTiny()
  copy.write(file, text)
  expect((await readCourse(copy.root)).problems.map(problem => problem.file)).toContain(file)
})
