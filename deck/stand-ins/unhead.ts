/** For `@unhead/vue`: the document has its head from the build, and its title from usePageTitle.ts. */
export const createHead = () => ({ install() {} })
export function useHead() {}
