import type { Target } from '../target.ts'
import { createHash } from 'node:crypto'
import { learnPlace, pagePlaces } from '../../core/places.ts'
import { COURSE_NAME } from '../../words/en/exports.ts'
import { bytesOf, packageName } from '../target.ts'
import { zipOf } from '../zip.ts'
import { manifest12, manifest2004 } from './manifest.ts'

function scorm(version: '1.2' | '2004'): Target {
  return {
    what: `the course as a SCORM ${version} package`,
    goesTo: 'a learning system: in Moodle, Add an activity, SCORM package',
    async make(selection) {
      const { course, sections, name } = selection
      const { pages, shell } = await selection.buildForLms()
      // A folder of its own for each build, as systems keep files of one name for long.
      const hash = createHash('sha256')
      Object.keys(pages).sort().forEach(path => hash.update(path).update(pages[path]!))
      const folder = `course-${hash.digest('hex').slice(0, 8)}/`
      const only = sections.length === 1 ? sections[0] : undefined
      const packaged = {
        version,
        outlines: course.outline.sections,
        wanted: sections.map(({ id }) => id),
        questions: [...course.sections.flatMap(({ questions }) => questions), ...course.headlines],
        folder,
        opens: `${(only ? learnPlace(only.id) : pagePlaces.home).slice(1)}index.html`,
      }
      const files = {
        ...shell,
        'course.js': bytesOf(`window.wanderingCourse=${JSON.stringify(packaged)}`),
        ...Object.fromEntries(Object.entries(pages).map(([path, content]) => [folder + path, content])),
      }
      const manifest = (version === '1.2' ? manifest12 : manifest2004)({
        id: `wandering-nerve-${name}`,
        title: only ? `${COURSE_NAME}: ${only.title}` : COURSE_NAME,
        files: Object.keys(files).sort(),
      })
      return { [`${packageName(selection)}.scorm${version.replace('.', '')}.zip`]: zipOf({ 'imsmanifest.xml': bytesOf(manifest), ...files }) }
    },
  }
}

export const scorm12 = scorm('1.2')
export const scorm2004 = scorm('2004')
