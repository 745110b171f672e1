import type { SectionOutline } from '../../core/course.ts'
import type { Selection, Target } from '../target.ts'
import { create } from 'xmlbuilder2'
import { PASS_MARK } from '../../core/records.ts'
import { courseIri, sectionCourseIri, sectionIri } from '../../core/xapi-ids.ts'
import { LANG } from '../../words/en/language.ts'
import { bytesOf, packageName, packageTitle } from '../target.ts'
import { zipOf } from '../zip.ts'
import { packagedFiles } from './packaged-files.ts'

export const cmi5: Target = {
  what: 'the course as a cmi5 package, each section a unit of its own',
  goesTo: 'a learning system that has cmi5, as the zip that it is',
  async make(selection) {
    const files = await packagedFiles(selection, 'cmi5')
    return { [`${packageName(selection)}.cmi5.zip`]: zipOf({ 'cmi5.xml': bytesOf(courseStructure(selection)), ...files }) }
  },
}

/** @returns `cmi5.xml` */
function courseStructure(selection: Selection): string {
  const { sections, course, name } = selection
  const text = (words: string) => ({ langstring: { '@lang': LANG, '#': words } })
  const unit = ({ id, title, lead }: SectionOutline) => ({
    '@id': sectionIri(course.about.id, id),
    '@moveOn': 'CompletedOrPassed',
    '@masteryScore': PASS_MARK,
    '@launchMethod': 'AnyWindow',
    'title': text(title),
    'description': text(lead),
    'url': `index.html?section=${id}`,
  })
  const units = course.outline.sections.filter(({ id }) => sections.some(section => section.id === id))
  const isWhole = name === 'all'
  const structure = create({ version: '1.0', encoding: 'UTF-8' }, { courseStructure: {
    '@xmlns': 'https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd',
    'course': {
      '@id': isWhole ? courseIri(course.about.id) : sectionCourseIri(course.about.id, name),
      'title': text(packageTitle(selection)),
      'description': text(isWhole ? course.about.lead : units[0]!.lead),
    },
    'au': units.map(unit),
  } })
  return `${structure.end({ prettyPrint: true })}\n`
}
