import type { Target } from './target.ts'
import { anki } from './anki/anki.ts'
import { csv } from './csv.ts'
import { gift } from './gift.ts'
import { cmi5 } from './lms/cmi5.ts'
import { scorm12, scorm2004 } from './lms/scorm.ts'
import { moodleXml } from './moodle-xml.ts'
import { offline } from './offline.ts'
import { pdf } from './pdf/pdf.ts'
import { pptx } from './pptx/pptx.ts'
import { qti21, qti30 } from './qti/qti.ts'

/** Every package that `npm run export` can write, by the name it is asked for. */
export const targets: Record<string, Target> = { csv, gift, 'moodle-xml': moodleXml, qti21, qti30, anki, scorm12, scorm2004, cmi5, offline, pptx, pdf }
