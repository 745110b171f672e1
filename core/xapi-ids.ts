/*
 * What the course is called in a record store. Records of years hang on these: they never change, whatever the words do.
 */

export const COURSE_IRI = 'urn:wandering-nerve:course'
export const sectionIri = (section: string) => `urn:wandering-nerve:section:${section}`
/** A question is called the same in SCORM 2004. */
export const questionIri = (id: string) => `urn:wandering-nerve:${id}`
