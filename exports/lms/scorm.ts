import type { Target } from '../target.ts'
import { bytesOf, packageName, packageTitle } from '../target.ts'
import { zipOf } from '../zip.ts'
import { manifest12, manifest2004 } from './manifest.ts'
import { packagedFiles } from './packaged-files.ts'

function scorm(version: '1.2' | '2004'): Target {
  return {
    what: `the course as a SCORM ${version} package`,
    goesTo: 'a learning system, as the zip that it is; in Moodle, Add an activity, SCORM package',
    async make(selection) {
      const files = await packagedFiles(selection, version)
      const manifest = (version === '1.2' ? manifest12 : manifest2004)({
        id: packageName(selection),
        title: packageTitle(selection),
        files: Object.keys(files).sort(),
      })
      return { [`${packageName(selection)}.scorm${version.replace('.', '')}.zip`]: zipOf({ 'imsmanifest.xml': bytesOf(manifest), ...files }) }
    },
  }
}

export const scorm12 = scorm('1.2')
export const scorm2004 = scorm('2004')
