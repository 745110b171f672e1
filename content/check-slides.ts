import type { CourseFiles } from './course-files.ts'
import type { Problem } from './problem.ts'
import type { SlideSource } from './read-slides.ts'
import { sectionOf } from '../core/course.ts'
import { duplicates, known } from './known.ts'

/** @returns what is wrong with the slides: double ids, unknown things named, images without words, paragraphs that would be none */
export function checkSlides(files: CourseFiles): Problem[] {
  const problems: Problem[] = []
  const slides = files.slides.filter(slide => slide.section)
  const report = (slide: SlideSource, message: string, remedy: string, field?: string) =>
    problems.push({
      file: slide.file,
      line: (field && slide.lines[field]) || slide.line,
      message,
      remedy,
    })

  const questions = known(files, section => section.bank.data)
  const verdicts = known(files, section => section.evidence.data?.verdicts)
  const trials = known(files, section => section.evidence.data?.trials)

  for (const slide of duplicates(slides, slide => slide.id))
    report(slide, `The slide id "${slide.id}" stands twice`, 'Give one of the two slides another id.', 'id')
  for (const slide of duplicates(slides.filter(slide => slide.question), slide => slide.question!))
    report(slide, `The question "${slide.question}" stands on two slides`, 'Keep one; a question has one place.', 'question')
  const asked = slides.flatMap(({ section, question, then }) => [question, then].flatMap(id => id ? [`${section} ${id}`] : []))
  for (const slide of slides.filter(({ section, then }) => then && asked.filter(id => id === `${section} ${then}`).length > 1))
    report(slide, `The page asks the question "${slide.then}" twice`, 'Choose another question, or leave out "then".', 'then')

  for (const section of files.sections) {
    const first = section.slides[0]!
    if (first.routeAlias !== section.id)
      report(first, `The first slide of "${section.id}" lacks its address`, `Add "routeAlias: ${section.id}" to its frontmatter.`)
  }

  for (const slide of slides) {
    const { question, then, trial } = slide
    if (then && !questions.has(then))
      report(slide, `There is no question "${then}"`, `${questions.hint(then)}Correct the id, or write the question in quizzes/${sectionOf(then)}.yaml.`, 'then')
    if (slide.paragraph && files.about.data && !(Number(slide.paragraph.slice(1)) <= files.about.data.article.paragraphs))
      report(slide, `The article has no paragraph "${slide.paragraph}"`, `It has P1 to P${files.about.data.article.paragraphs}.`, 'paragraph')
    if (question && !questions.has(question))
      report(slide, `There is no question "${question}"`, `${questions.hint(question)}Correct the id, or write the question in quizzes/${sectionOf(question)}.yaml.`, 'question')
    if (trial && !trials.has(trial))
      report(slide, `There is no trial "${trial}"`, `${trials.hint(trial)}Correct the id, or write the trial in evidence/${sectionOf(trial)}.yaml.`, 'trial')
    for (const verdict of slide.verdicts) {
      if (!verdicts.has(verdict))
        report(slide, `There is no verdict "${verdict}"`, `${verdicts.hint(verdict)}Correct the id, or write the verdict in evidence/${sectionOf(verdict)}.yaml.`, 'verdicts')
    }
    problems.push(...checkImages(slide), ...checkTerms(slide), ...checkGuess(slide))
  }
  return problems
}

/** What the speaker says where the room guesses before a figure tells. */
const GUESS_FIRST = /\b(?:then (?:reveal|uncover)|before I show (?:it|the figure))\b/i

/** Where the notes have the room guess first, the figure must wait for the speaker. */
function checkGuess({ file, line, id, layout, note, frontmatter }: SlideSource): Problem[] {
  const waits = frontmatter.clicks === 1 || layout === 'check'
  return waits || !GUESS_FIRST.test(note)
    ? []
    : [{
        file,
        line,
        message: `The notes of "${id}" ask for a guess first, and the slide shows its numbers at once`,
        remedy: 'Add "clicks: 1" to its frontmatter (layouts trial and mechanism): the figure holds back its numbers until a key.',
      }]
}

/** Markdown takes a line that begins with a component for HTML, and makes no paragraph of it. */
function checkTerms({ file, content, contentLine }: SlideSource): Problem[] {
  return [...content.matchAll(/^[ \t]*(?:(?:[\-*+>]|\d+[.)])[ \t]+)*<CourseTerm\b/gm)]
    .map(({ index }) => ({
      file,
      line: contentLine + content.slice(0, index).split('\n').length - 1,
      message: 'A line begins with a <CourseTerm>, so no paragraph is made of it',
      remedy: 'Let a word stand before the term.',
    }))
}

/** Pictures in Markdown (`![](…)`) and HTML (`<img>`) need words for those who do not see them. */
function checkImages({ file, content, contentLine }: SlideSource): Problem[] {
  return [...content.matchAll(/!\[\s*\]\(|<img\b[^>]*>/g)]
    .filter(([image]) => !/\balt=(?:"\s*[^"\s]|'\s*[^'\s])/.test(image))
    .map(({ index }) => ({
      file,
      line: contentLine + content.slice(0, index).split('\n').length - 1,
      message: 'An image without alternative text',
      remedy: 'Say what it shows: ![what it shows](/picture.svg).',
    }))
}
