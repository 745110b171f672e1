import type { Components } from './components.ts'
import type { CourseFiles } from './course-files.ts'
import type { Problem } from './problem.ts'
import { checkBank } from './check-bank.ts'
import { checkCover } from './check-cover.ts'
import { checkEvidence, checkSources } from './check-evidence.ts'
import { checkFigures } from './check-figures.ts'
import { checkHeadlines } from './check-headlines.ts'
import { checkMarkup } from './check-markup.ts'
import { checkSlides } from './check-slides.ts'
import { checkTerms } from './check-terms.ts'
import { checkTour } from './check-tour.ts'
import { didYouMean } from './did-you-mean.ts'
import { duplicates } from './known.ts'
import { BEGINS_WITH_A_DIGIT, whyNoName } from './section-names.ts'

/**
 * The rules that no single file can see: does what is named exist, is what exists placed.
 * @returns every breach, with file, line and remedy
 */
export function checkCourse(files: CourseFiles, components: Components): Problem[] {
  return [
    ...checkPictures(files, components),
    ...checkCover(files),
    ...checkNames(files),
    ...checkTitles(files),
    ...checkSections(files),
    ...checkSlides(files),
    ...checkMarkup(files, components),
    ...files.sections.flatMap(section => [
      ...checkBank(section, files),
      ...checkEvidence(section, files),
    ]),
    ...checkSources(files),
    ...checkTerms(files),
    ...checkFigures(files),
    ...checkHeadlines(files),
    ...checkTour(files),
  ]
}

function checkPictures({ about }: CourseFiles, { tags, file }: Components): Problem[] {
  const named: [name: string | undefined, ...path: string[]][] = [
    [about.data?.map, 'map'],
    [about.data?.plate, 'plate'],
    [about.data?.hotspots?.picture, 'hotspots', 'picture'],
  ]
  return named.flatMap(([name, ...path]) => {
    return name === undefined || file(name)
      ? []
      : {
          file: about.file,
          line: about.lineOf(...path),
          message: `There is no component "${name}"`,
          remedy: `${didYouMean(name, tags)}Name the drawing that lies in components/.`,
        }
  })
}

function checkSections({ entry, slugs, sections }: CourseFiles): Problem[] {
  const placed = new Set(sections.map(section => section.id))
  return slugs.filter(slug => !placed.has(slug)).map(slug => ({
    file: entry,
    line: 1,
    message: `The section "${slug}" is not in the deck`,
    remedy: `Add a slide with "src: ./slides/${slug}.md" where it belongs, or delete its files.`,
  }))
}

function checkNames({ about, sections }: CourseFiles): Problem[] {
  const { id: course = '' } = about.data ?? {}
  const ofCourse = BEGINS_WITH_A_DIGIT.test(course)
    ? [{ file: about.file, line: about.lineOf('id'), message: `"${course}" is no id for a course: packages for other systems are called so, and no name there begins with a digit`, remedy: `Put a letter before it, as in c-${course}, before anybody learns with it: progress hangs on it.` }]
    : []
  return [...ofCourse, ...sections.flatMap(({ id }) => {
    const wrong = whyNoName(id)
    return wrong ? { file: `slides/${id}.md`, line: 1, message: wrong, remedy: 'Rename its three files, its address and its `src:` line.' } : []
  })]
}

/** Pages, decks of cards and parts of packages are told apart by their titles. */
function checkTitles({ sections }: CourseFiles): Problem[] {
  const plain = (title: string) => title.toLowerCase().replace(/\s+/g, ' ')
  return duplicates(sections, ({ evidence }) => plain(evidence.data?.title ?? '')).map(({ id, evidence }) => ({
    file: evidence.file,
    line: evidence.lineOf('title'),
    message: `The section "${id}" has the title of another, "${evidence.data!.title}"`,
    remedy: 'Give one of the two another title: pages and packages tell sections apart by it.',
  }))
}
