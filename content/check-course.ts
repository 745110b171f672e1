import type { Question } from '../core/question-types/index.schema.ts'
import type { CourseFiles, SectionFiles } from './load-course.ts'
import type { Problem } from './problem.ts'
import type { SlideSource } from './read-slides.ts'
import { sectionOf } from '../core/course.ts'
import { validate } from '../core/question-types/index.ts'
import { linkOf } from './format-sources.ts'

/**
 * The rules that no single file can see: does what is named exist, is what exists placed.
 * @returns every breach, with file, line and remedy
 */
export function checkCourse(files: CourseFiles): Problem[] {
  return [
    ...checkSections(files),
    ...checkSlides(files),
    ...files.sections.flatMap(section => [
      ...checkBank(section, files),
      ...checkEvidence(section, files),
    ]),
    ...checkSources(files),
  ]
}

function checkSections({ entry, slugs, sections }: CourseFiles): Problem[] {
  const placed = new Set(sections.map(section => section.id))
  // A deck of a single section is an entry of its own and need not hold the others.
  if (entry !== 'slides.md')
    return []
  return slugs.filter(slug => !placed.has(slug)).map(slug => ({
    file: entry,
    line: 1,
    message: `The section "${slug}" is not in the deck`,
    remedy: `Add a slide with "src: ./slides/${slug}.md" where it belongs, or delete its files.`,
  }))
}

function doubles<T>(items: T[], key: (item: T) => string): T[] {
  const seen = new Set<string>()
  return items.filter((item) => {
    const id = key(item)
    if (id && seen.has(id))
      return true
    seen.add(id)
    return false
  })
}

/**
 * `list` picks the things of one section, `undefined` when their file could not be read.
 * @returns whether there is a thing of this full id; a file that could not be read is told of itself, not once more at every mention
 */
function isKnown({ sections }: CourseFiles, list: (section: SectionFiles) => { id: string }[] | undefined): (id: string) => boolean {
  const unread = new Set(sections.filter(section => !list(section)).map(section => section.id))
  const ids = new Set(sections.flatMap(section => (list(section) ?? []).map(item => `${section.id}.${item.id}`)))
  return id => ids.has(id) || unread.has(sectionOf(id))
}

function isKnownSource({ sources }: CourseFiles): (id: string) => boolean {
  const ids = new Set(sources.data?.map(source => source.id))
  return id => !sources.data || ids.has(id)
}

function checkSlides(files: CourseFiles): Problem[] {
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
    problems.push(...checkImages(slide))
  }
  return problems
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

function checkBank({ id: section, bank }: SectionFiles, files: CourseFiles): Problem[] {
  const questions = bank.data ?? []
  const slideIds = new Set(files.slides.map(slide => slide.id))
  const onSlides = new Set(files.slides.map(slide => slide.question))
  const isVerdict = isKnown(files, section => section.evidence.data?.verdicts)
  const isSource = isKnownSource(files)
  const twice = new Set(doubles(questions, question => question.id))

  return questions.flatMap((question, index) => {
    const found: [path: (string | number)[], message: string, remedy: string][] = []
    const full = `${section}.${question.id}`
    if (twice.has(question)) {
      found.push([
        ['id'],
        `The question id "${question.id}" stands twice`,
        'Give one of the two another id; ids are never reused.',
      ])
    }
    if (!isVerdict(question.about)) {
      found.push([
        ['about'],
        `"${full}" is about the verdict "${question.about}", which there is not`,
        'Name a verdict of evidence/*.yaml as <section>.<verdict>.',
      ])
    }
    if (!slideIds.has(question.taughtAt)) {
      found.push([
        ['taughtAt'],
        `"${full}" is taught at the slide "${question.taughtAt}", which there is not`,
        'Name a slide as <section>.<slide id>.',
      ])
    }
    if (!question.quiz && !onSlides.has(full)) {
      found.push([
        ['quiz'],
        `"${full}" is placed nowhere`,
        'Put it on a check slide, or take "quiz: false" away.',
      ])
    }
    for (const [place, source] of question.sources.entries()) {
      if (!isSource(source)) {
        found.push([
          ['sources', place],
          `"${full}" names the source "${source}", which there is not`,
          'Add it to evidence/sources.json, or correct the id.',
        ])
      }
    }
    const wrong = wrongAnswer(question)
    if (wrong) {
      found.push([
        ['answer'],
        `"${full}": ${wrong}`,
        'Correct the answer or the option keys.',
      ])
    }
    return found.map(([path, message, remedy]) => ({
      file: bank.file,
      line: bank.lineOf(index, ...path),
      message,
      remedy,
    }))
  })
}

/** @returns what is wrong with an answer key, if anything */
function wrongAnswer(question: Question): string | undefined {
  const keys = Object.keys(question.options)
  switch (question.type) {
    case 'match': {
      const given = Object.entries(question.answer)
      const unknown = given.find(([option, target]) => !keys.includes(option) || !Object.hasOwn(question.targets, target))
      return unknown
        ? `the answer "${unknown[0]}: ${unknown[1]}" is no option with a target`
        : missing(keys, given.map(([option]) => option))
    }
    case 'order':
      return validate(question, question.answer) && `the answer [${question.answer}] must name every option once (${keys})`
    case 'choices':
      return validate(question, question.answer) && `the answer [${question.answer}] is not among the options (${keys})`
    case 'choice':
      return keys.includes(question.answer)
        ? undefined
        : `the answer "${question.answer}" is no option (${keys})`
  }
}

function missing(keys: string[], given: string[]): string | undefined {
  const left = keys.filter(key => !given.includes(key))
  return left.length > 0
    ? `the answer leaves out ${left.join(', ')}`
    : undefined
}

function checkEvidence({ id: section, evidence, slides }: SectionFiles, files: CourseFiles): Problem[] {
  if (!evidence.data)
    return []
  const { claims, verdicts, trials } = evidence.data
  const problems: Problem[] = []
  const report = (path: (string | number)[], message: string, remedy: string) =>
    problems.push({
      file: evidence.file,
      line: evidence.lineOf(...path),
      message,
      remedy,
    })
  const claimIds = new Set(claims.map(claim => claim.id))
  const shown = new Set(slides.flatMap(slide => slide.verdicts))
  const isSource = isKnownSource(files)

  for (const [name, list] of Object.entries({ claims, verdicts, trials })) {
    for (const item of doubles(list as { id: string }[], item => item.id)) {
      report([
        name,
        list.indexOf(item as never),
      ], `The id "${item.id}" stands twice in ${name}`, 'Give one of the two another id.')
    }
  }
  for (const [index, claim] of claims.entries()) {
    if (!verdicts.some(verdict => verdict.claims.includes(claim.id)))
      report(['claims', index], `The claim "${section}.${claim.id}" has no verdict`, `Add a verdict with "claims: [${claim.id}]".`)
  }
  for (const [index, verdict] of verdicts.entries()) {
    const full = `${section}.${verdict.id}`
    if (!shown.has(full))
      report(['verdicts', index], `The verdict "${full}" is on no slide`, `Name it in "verdicts:" of a slide in slides/${section}.md.`)
    for (const claim of verdict.claims) {
      if (!claimIds.has(claim))
        report(['verdicts', index, 'claims'], `The verdict "${full}" belongs to the claim "${claim}", which there is not`, 'Correct the id, or add the claim.')
    }
  }
  for (const [name, list] of Object.entries({ verdicts, trials })) {
    for (const [index, item] of list.entries()) {
      for (const [place, source] of item.sources.entries()) {
        if (!isSource(source))
          report([name, index, 'sources', place], `"${section}.${item.id}" names the source "${source}", which there is not`, 'Add it to evidence/sources.json, or correct the id.')
      }
    }
  }
  return problems
}

function checkSources({ sources }: CourseFiles): Problem[] {
  const list = sources.data ?? []
  const twice = new Set(doubles(list, source => source.id))
  return list.flatMap((source, index) => {
    const line = sources.lineOf(index, 'id')
    const problems: Problem[] = []
    if (!linkOf(source)) {
      problems.push({
        file: sources.file,
        line,
        message: `The source "${source.id}" has neither DOI, PMID nor official page`,
        remedy: 'Add "DOI", "PMID" or "URL" (a regulator, guideline body, registry or journal).',
      })
    }
    if (twice.has(source)) {
      problems.push({
        file: sources.file,
        line,
        message: `The source id "${source.id}" stands twice`,
        remedy: 'Give one of the two another id.',
      })
    }
    return problems
  })
}
