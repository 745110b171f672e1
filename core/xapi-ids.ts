/*
 * What the course is called in a record store. Records of years hang on these: they never change, whatever the words do.
 */

export const courseIri = (courseId: string) => `urn:${courseId}:course`
export const sectionIri = (courseId: string, section: string) => `urn:${courseId}:section:${section}`
/** A question is called the same in SCORM 2004. */
export const questionIri = (courseId: string, id: string) => `urn:${courseId}:${id}`
