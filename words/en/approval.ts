/** What course.yaml says of decisions, for what is built with it; scripts that are not take it from the course (`about.approval`). */
export const { regulator, words: approvalWords } = __COURSE_APPROVAL__
