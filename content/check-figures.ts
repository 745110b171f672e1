import type { FigureName } from '../core/subject/figures.schema.ts'
import type { CourseFiles } from './course-files.ts'
import type { Problem } from './problem.ts'
import { lessonSigns } from '../core/lesson-signs.ts'
import { figureTags } from '../core/subject/figures.ts'
import { decisionOf, figuresIn, sourcesOf, writtenFigures } from './figures.ts'
import { duplicates, known, knownIn } from './known.ts'

/** @returns what is wrong between figures and their words: a slide that draws one nobody wrote, one that no slide draws, unknown sources, verdicts and trials */
export function checkFigures(files: CourseFiles): Problem[] {
  return [...checkWritten(files), ...checkSlideFigures(files), ...checkLessonSigns(files)]
}

function checkWritten(files: CourseFiles): Problem[] {
  const problems: Problem[] = []
  const written = writtenFigures(files.sections)
  const twice = new Set(duplicates(written, ({ name }) => name))
  const shown = new Set(files.slides.flatMap(({ content }) => figuresIn(content)))
  const sources = knownIn(files.sources)
  const verdicts = known(files, section => section.evidence.data?.verdicts)
  for (const figure of written) {
    const { name, section: { id, evidence }, data } = figure
    const report = (path: (string | number)[], message: string, remedy: string) =>
      problems.push({ file: evidence.file, line: evidence.lineOf('figures', name, ...path), message, remedy })

    if (twice.has(figure))
      report([], `The figure "${name}" is written in two sections`, 'Keep one: a figure says the same wherever it is shown.')
    if (!shown.has(name))
      report([], `The figure "${name}" is on no slide`, `Show it with <${figureTags[name]} />, or delete it.`)
    for (const [place, source] of sourcesOf(data).entries()) {
      if (!sources.has(source))
        report(['sources', place], `The figure "${name}" names the unknown source "${source}"`, `${sources.hint(source)}Add it to evidence/sources.json, or correct the id.`)
    }
    if ('aims' in data) {
      const trials = new Set(evidence.data!.trials.map(trial => trial.id))
      for (const [index, aim] of data.aims.entries()) {
        for (const trial of aim.trials.filter(trial => !trials.has(trial)))
          report(['aims', index, 'trials'], `The figure "${name}" names the unknown trial "${id}.${trial}"`, 'Correct the id, or write the trial.')
      }
    }
    if ('families' in data) {
      for (const [family, { allowed }] of data.families.entries()) {
        for (const [index, use] of allowed.entries()) {
          const path = ['families', family, 'allowed', index]
          const unknown = use.verdicts?.filter(verdict => !verdicts.has(verdict)) ?? []
          for (const verdict of unknown)
            report(path, `The figure "${name}" names the unknown verdict "${verdict}"`, `${verdicts.hint(verdict)}Correct the id, or write the verdict.`)
          if (unknown.length === 0 && !decisionOf(use, files))
            report(path, `The verdicts of "${use.as}" do not name one and the same decision of a regulator`, 'Take those away that have none by now, or give each decision a use of its own.')
          if (use.decision && !sourcesOf(data).includes(use.decision.source))
            report(path, `The decision on "${use.as}" rests on "${use.decision.source}", which is no source of the figure`, 'Add it to the "sources" of the figure.')
        }
      }
    }
  }
  return problems
}

function checkSlideFigures({ slides, sections }: CourseFiles): Problem[] {
  // A file that could not be read has its own problem.
  if (sections.some(({ evidence }) => !evidence.data))
    return []
  const written = new Set<FigureName>(writtenFigures(sections).map(({ name }) => name))
  return slides.flatMap(({ id, file, line, content }) => figuresIn(content).filter(name => !written.has(name)).map(name => ({
    file,
    line,
    message: `The slide "${id}" draws the figure "${name}", which no section has words for`,
    remedy: `Write it under "figures:" in evidence/<section>.yaml (docs/authoring.md), or take <${figureTags[name]} /> away.`,
  })))
}

/** The sign of each lesson is drawn by hand. */
function checkLessonSigns({ lessons }: CourseFiles): Problem[] {
  return (lessons.data ?? []).flatMap(({ id }, index) => lessonSigns[id]
    ? []
    : {
        file: lessons.file,
        line: lessons.lineOf(index, 'id'),
        message: `The lesson "${id}" has no sign`,
        remedy: `Draw one in core/lesson-signs.ts, on a grid of 24 by 24.`,
      })
}
