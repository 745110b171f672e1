/** Its decks are older than the ids of courses in them: people who learn with them would get each card a second time. */
const WITHOUT = 'wandering-nerve'

/** @returns what Anki knows something of a course by, beside the decks of other courses */
export const ankiId = (courseId: string, id: string): string => courseId === WITHOUT ? id : `${courseId}/${id}`
