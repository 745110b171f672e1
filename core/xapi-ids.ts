/*
 * What the course is called in a record store. Records of years hang on these: they never change, whatever the words do.
 */

export const courseIri = (courseId: string) => `urn:${courseId}:course`
/** A package of one section: to a learning system it is a course of its own. What learners do in it is told under the same names as in the whole. */
export const sectionCourseIri = (courseId: string, section: string) => `${courseIri(courseId)}:${section}`
export const sectionIri = (courseId: string, section: string) => `urn:${courseId}:section:${section}`
/** A question is called the same in SCORM 2004. */
export const questionIri = (courseId: string, id: string) => `urn:${courseId}:${id}`
