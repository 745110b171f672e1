/** For `@shikijs/vitepress-twoslash/client`: no slide explains types in code. */
export default { install() {} }
