import type { Selection, Target } from '../target.ts'
import type { Element } from './element.ts'
import type { Dialect } from './manifest.ts'
import { bytesOf, packageName, packageTitle } from '../target.ts'
import { zipOf } from '../zip.ts'
import { documentOf, el, namesOf21, namesOf30 } from './element.ts'
import { itemOf } from './item.ts'
import { itemFile, manifestOf, TEST_FILE } from './manifest.ts'

/** All questions as one test, a section for each part of the course. */
function testOf(selection: Selection): Element {
  return el(
    'assessmentTest',
    { identifier: packageName(selection), title: packageTitle(selection) },
    el(
      'testPart',
      { identifier: 'course', navigationMode: 'nonlinear', submissionMode: 'individual' },
      el('itemSessionControl', { maxAttempts: 0, showFeedback: true }),
      ...selection.sections.map(({ id, title, questions }) => el('assessmentSection', { identifier: id, title, visible: true }, ...questions.map(question =>
        el('assessmentItemRef', { identifier: question.id, href: itemFile(question.id) })))),
    ),
  )
}

const dialects: Record<'2.1' | '3.0', Dialect & { items: string, names: typeof namesOf21, wrap?: (children: Element[]) => Element[] }> = {
  '2.1': {
    version: '2p1',
    schema: 'QTIv2.1 Package',
    schemaVersion: '1.0.0',
    packages: 'http://www.imsglobal.org/xsd/imscp_v1p1',
    metadata: 'http://www.imsglobal.org/xsd/imsmd_v1p2',
    text: 'langstring',
    items: 'http://www.imsglobal.org/xsd/imsqti_v2p1',
    names: namesOf21,
  },
  '3.0': {
    version: '3p0',
    schema: 'QTI Package',
    schemaVersion: '3.0.0',
    packages: 'http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1',
    metadata: 'http://ltsc.ieee.org/xsd/LOM',
    text: 'string',
    items: 'http://www.imsglobal.org/xsd/imsqtiasi_v3p0',
    names: namesOf30,
    wrap: children => [el('contentBody', {}, ...children)],
  },
}

function qti(version: '2.1' | '3.0', goesTo: string): Target {
  const dialect = dialects[version]
  const document = (root: Element) => bytesOf(documentOf(root, dialect.items, dialect.names))
  return {
    what: `the questions as a QTI ${version} package`,
    goesTo,
    make(selection) {
      const items = selection.sections.flatMap(section => section.questions.map(question => [itemFile(question.id), document(itemOf(question, section, dialect.wrap))] as const))
      return {
        [`${packageName(selection)}.qti${version.replace('.', '')}.zip`]: zipOf({
          'imsmanifest.xml': bytesOf(manifestOf(selection, dialect)),
          [TEST_FILE]: document(testOf(selection)),
          ...Object.fromEntries(items),
        }),
      }
    },
  }
}

export const qti21 = qti('2.1', 'systems that import QTI 2.1, such as TAO, OpenOlat, Canvas')
export const qti30 = qti('3.0', 'systems that import QTI 3.0')
