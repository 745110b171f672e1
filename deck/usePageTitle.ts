import { watchEffect } from 'vue'

/** Sets the document's title: `<what> · <course>`. */
export function usePageTitle(what: () => string): void {
  watchEffect(() => document.title = what() ? `${what()} · ${__COURSE_TITLE__}` : __COURSE_TITLE__)
}
