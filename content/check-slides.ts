import type { CourseFiles } from './course-files.ts'
import type { Problem } from './problem.ts'
import type { SlideSource } from './read-slides.ts'
import { sectionOf } from '../core/course.ts'
import { handoutPlace, learnPlace, pagePlaces, questionsPlace, quizPlace, slidesPlace } from '../core/places.ts'
import { plainPath } from './dead-links.ts'
import { didYouMean } from './did-you-mean.ts'
import { duplicates, known } from './known.ts'

/** @returns what is wrong with the slides: double ids, unknown things named, pictures and links that lead nowhere, paragraphs that would be none */
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
    problems.push(...checkImages(slide), ...checkLinks(slide, files.sections.map(({ id }) => id)), ...checkTerms(slide), ...checkGuess(slide))
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

/** No build knows a file of a picture by its name in a slide, and one on another host would tell that host who reads. */
function checkImages({ file, content, contentLine }: SlideSource): Problem[] {
  return [...content.matchAll(/!\[[^\]]*\]\(|<img\b/g)].map(({ index }) => ({
    file,
    line: contentLine + content.slice(0, index).split('\n').length - 1,
    message: 'A picture from a file, which a slide cannot show',
    remedy: 'Draw it as a component of components/figure/, with its words in it, and name it by its tag (CONTRIBUTING.md, "A figure").',
  }))
}

/** Anchors are looked for when all pages are built. */
function checkLinks({ file, content, contentLine }: SlideSource, sections: string[]): Problem[] {
  const places = new Set([...Object.values(pagePlaces), ...sections.flatMap(id => [learnPlace(id), quizPlace(id), handoutPlace(id), slidesPlace(id), questionsPlace(id)])].map(plainPath))
  return [...content.matchAll(/(?<!!\[[^\]]*)\]\((\/[^)\s#?]*)/g)].filter(([, path]) => !places.has(plainPath(path!))).map(({ 1: path, index }) => ({
    file,
    line: contentLine + content.slice(0, index).split('\n').length - 1,
    message: `A link leads to "${path}", where there is no page`,
    remedy: `${didYouMean(path!, places)}Pages are such as /glossary, /evidence, /learn/<section> or /quiz/<section>.`,
  }))
}
