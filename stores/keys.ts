/* What the browser keeps of this course: the keys begin with its id, so that another one on the same host keeps its own. */

/** The one key of the learner's progress in localStorage; it never changes. */
export const PROGRESS_KEY = `${__COURSE_ID__}.progress`
/** Holds another text after every fresh start, so that a page which did not hear of one can tell. */
export const AFRESH_KEY = `${__COURSE_ID__}.afresh`
/** Display settings; site/early.ts reads them before anything is drawn. */
export const SETTINGS_KEY = `${__COURSE_ID__}.settings`
/** What the group in front of the slides did, until the next; in sessionStorage, which group a tab belongs to. */
export const GROUP_KEY = `${__COURSE_ID__}.group`
/** In sessionStorage: what was chosen and not sent when a document is loaded anew because a part of it is missing. */
export const KEPT_KEY = `${__COURSE_ID__}.kept`
/** In sessionStorage: claims that are placed on the two scales and not kept yet. */
export const PLACING_KEY = `${__COURSE_ID__}.placing`
/** The name of the event that collects it: its `detail` is filled by whoever holds some. */
export const UNSENT_EVENT = `${__COURSE_ID__}:unsent`
