import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces.js'
import { create } from 'xmlbuilder2'

interface Package {
  id: string
  title: string
  /** Every file beside the manifest */
  files: string[]
}

function addResource(manifest: XMLBuilder, files: string[], scormType: [name: string, value: string], namespace: string): void {
  const resource = manifest.ele('resources').ele('resource', { identifier: 'course', type: 'webcontent', href: 'index.html' })
  resource.att(namespace, scormType[0], scormType[1])
  for (const href of files)
    resource.ele('file', { href })
}

/*
 * No mastery score: a system that has one judges by it, and would write "failed" over the first of several quizzes. The
 * course says itself who has passed.
 */

/** @returns `imsmanifest.xml` of SCORM 1.2 */
export function manifest12({ id, title, files }: Package): string {
  const adl = 'http://www.adlnet.org/xsd/adlcp_rootv1p2'
  const manifest = create({ version: '1.0', encoding: 'UTF-8' }).ele('http://www.imsproject.org/xsd/imscp_rootv1p1p2', 'manifest', { identifier: id, version: '1.0' })
  manifest.ele('metadata').ele('schema').txt('ADL SCORM').up().ele('schemaversion').txt('1.2')
  const organization = manifest.ele('organizations', { default: 'organization' }).ele('organization', { identifier: 'organization' })
  organization.ele('title').txt(title)
  const item = organization.ele('item', { identifier: 'item', identifierref: 'course', isvisible: 'true' })
  item.ele('title').txt(title)
  addResource(manifest, files, ['adlcp:scormtype', 'sco'], adl)
  return `${manifest.end({ prettyPrint: true })}\n`
}

/** @returns `imsmanifest.xml` of SCORM 2004, 4th edition */
export function manifest2004({ id, title, files }: Package): string {
  const adl = 'http://www.adlnet.org/xsd/adlcp_v1p3'
  const sequencing = 'http://www.imsglobal.org/xsd/imsss'
  const manifest = create({ version: '1.0', encoding: 'UTF-8' }).ele('http://www.imsglobal.org/xsd/imscp_v1p1', 'manifest', { identifier: id, version: '1.0' })
  manifest.ele('metadata').ele('schema').txt('ADL SCORM').up().ele('schemaversion').txt('2004 4th Edition')
  const organization = manifest.ele('organizations', { default: 'organization' }).ele('organization', { identifier: 'organization' })
  organization.ele('title').txt(title)
  const item = organization.ele('item', { identifier: 'item', identifierref: 'course', isvisible: 'true' })
  item.ele('title').txt(title)
  // The course says itself what is completed and passed; a system would say it at the first opening.
  item.ele(sequencing, 'imsss:sequencing').ele(sequencing, 'imsss:deliveryControls', { completionSetByContent: 'true', objectiveSetByContent: 'true' })
  addResource(manifest, files, ['adlcp:scormType', 'sco'], adl)
  return `${manifest.end({ prettyPrint: true })}\n`
}
