import type { Plugin } from 'vite'
import { join, relative } from 'node:path'
import { defineVitePluginsSetup } from '@slidev/types'
import { coursePlugin } from '../content/vite-plugin.ts'

export default defineVitePluginsSetup(({ userRoot, entry }) => [
  coursePlugin(userRoot, relative(userRoot, entry)),
  guardStorage(userRoot),
  offerGallery(),
  leanBuild(),
])

/** Slidev asks for localStorage at its start and dies where the browser denies it; our guard runs first. */
function guardStorage(root: string): Plugin {
  return {
    name: 'wandering-nerve:guard-storage',
    enforce: 'pre',
    transform: {
      filter: { id: /\/@slidev\/client\/main\.ts$/ },
      handler: code => `import ${JSON.stringify(join(root, 'stores/storage-guard.ts'))}\n${code}`,
    },
  }
}

/** The gallery of questions is for those who write them: the dev server has it, and a build that asks for it. */
function offerGallery(): Plugin {
  return {
    name: 'wandering-nerve:gallery',
    config: (_, { command }) => ({
      define: { __GALLERY__: JSON.stringify(command === 'serve' || process.env.GALLERY === 'yes') },
    }),
  }
}

/** What Slidev's client brings along for slides that draw, animate and explain code: here nothing does. */
const unused: [what: RegExp, instead: string][] = [
  [/^@shikijs\/vitepress-twoslash\/client$/, 'export default { install() {} }'],
  [/^floating-vue$/, 'export const recomputeAllPoppers = () => {}; const Bare = (_, { slots }) => slots.default?.(); export const Tooltip = Bare; export const Dropdown = Bare'],
  [/^\.\.?\/(?:.*\/)?modules\/v-mark$/, 'export const createVMarkDirective = () => ({ install() {} })'],
  [/^\.\.?\/(?:.*\/)?modules\/v-motion$/, 'export const createVMotionDirectives = () => ({ install() {} })'],
]

/** Leaves out of a build what no learner needs; docs/architecture.md has the sizes. */
function leanBuild(): Plugin {
  return {
    name: 'wandering-nerve:lean-build',
    apply: 'build',
    enforce: 'pre',
    config: () => ({
      resolve: {
        alias: [
          // Slidev asks for the full Vue (with its template compiler) and for its YAML parser.
          { find: /^vue$/, replacement: 'vue/dist/vue.runtime.esm-bundler.js' },
          { find: /^@slidev\/parser\/core$/, replacement: '@slidev/parser/utils' },
        ],
      },
    }),
    resolveId(id, importer) {
      const index = importer?.includes('/@slidev/client/') ? unused.findIndex(([what]) => what.test(id)) : -1
      if (index >= 0)
        return `\0unused:${index}`
    },
    load(id) {
      if (id.startsWith('\0unused:'))
        return unused[Number(id.slice(8))]![1]
    },
  }
}
