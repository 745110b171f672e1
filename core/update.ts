/** What a page says to a new build that waits, at the learner's word. */
export const TAKE_UPDATE = 'take-update'
/** What a page says to a build that is being kept, when somebody presses, types or scrolls. */
export const IN_USE = 'in-use'
