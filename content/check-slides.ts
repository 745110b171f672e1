import type { CourseFiles } from './course-files.ts'
import type { Problem } from './problem.ts'
import type { SlideSource } from './read-slides.ts'
import { doubles, isKnown } from './known.ts'

/** @returns what is wrong with the slides: double ids, things named that there are not, images without words, paragraphs that would be none */
export function checkSlides(files: CourseFiles): Problem[] {
  const problems: Problem[] = []
  const slides = files.slides.filter(slide => slide.section)
  const report = (slide: SlideSource, message: string, remedy: string) =>
    problems.push({
      file: slide.file,
      line: slide.line,
      message,
      remedy,
    })

  const isQuestion = isKnown(files, section => section.bank.data)
  const isVerdict = isKnown(files, section => section.evidence.data?.verdicts)
  const isTrial = isKnown(files, section => section.evidence.data?.trials)

  for (const slide of doubles(slides, slide => slide.id))
    report(slide, `The slide id "${slide.id}" stands twice`, 'Give one of the two slides another id.')
  for (const slide of doubles(slides.filter(slide => slide.question), slide => slide.question!))
    report(slide, `The question "${slide.question}" stands on two slides`, 'Keep one; a question has one place.')

  for (const section of files.sections) {
    const first = section.slides[0]!
    if (first.routeAlias !== section.id)
      report(first, `The first slide of "${section.id}" lacks its address`, `Add "routeAlias: ${section.id}" to its frontmatter.`)
  }

  for (const slide of slides) {
    if (slide.layout === 'check' && !slide.question)
      report(slide, `The check slide "${slide.id}" names no question`, 'Add "question: <section>.<question>" to its frontmatter.')
    if (slide.question && !isQuestion(slide.question))
      report(slide, `There is no question "${slide.question}"`, `Correct the id, or write the question in quizzes/${slide.question.split('.')[0]}.yaml.`)
    if (slide.trial && !isTrial(slide.trial))
      report(slide, `There is no trial "${slide.trial}"`, `Correct the id, or write the trial in evidence/${slide.trial.split('.')[0]}.yaml.`)
    for (const verdict of slide.verdicts) {
      if (!isVerdict(verdict))
        report(slide, `There is no verdict "${verdict}"`, `Correct the id, or write the verdict in evidence/${verdict.split('.')[0]}.yaml.`)
    }
    for (const [, trial] of slide.content.matchAll(/<EvidenceFigure\s[^>]*?\btrial="([^"]*)"/g)) {
      if (!isTrial(trial!))
        report(slide, `A figure asks for the trial "${trial}", which there is not`, `Correct the id, or write the trial in evidence/${trial!.split('.')[0]}.yaml.`)
    }
    problems.push(...checkImages(slide), ...checkTerms(slide))
  }
  return problems
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
