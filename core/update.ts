/** What a page says to a new build that waits, at the learner's word. */
export const TAKE_UPDATE = 'take-update'
