import type { Plugin } from 'vite'
import { join, relative } from 'node:path'
import { defineVitePluginsSetup } from '@slidev/types'
import { sitePlugin } from '../content/site-plugin.ts'
import { coursePlugin } from '../content/vite-plugin.ts'

export default defineVitePluginsSetup(({ userRoot, entry }) => [
  coursePlugin(userRoot, relative(userRoot, entry)),
  guardStorage(userRoot),
  leaveComponentsAlone(),
  sitePlugin(),
  stepAtOnce(),
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

/**
 * Slidev writes its context into every component, pages' and ours too, where it would look for a deck that is not
 * there. Ours ask `useSlidePlace`, so it leaves them alone.
 */
function leaveComponentsAlone(): Plugin {
  return {
    name: 'wandering-nerve:leave-components-alone',
    configResolved({ plugins }) {
      const injection = plugins.find(({ name }) => name === 'slidev:context-injection')!
      const { handler } = injection.transform as { handler: (this: unknown, code: string, id: string) => unknown }
      injection.transform = {
        handler(code, id) {
          return id.includes('/node_modules/') ? handler.call(this, code, id) as any : undefined
        },
      }
    },
  }
}

/**
 * Slidev changes slides in a TransitionGroup. Nothing moves between ours, and yet it would hold the old slide for two
 * frames and have the whole page laid out twice at every step.
 */
function stepAtOnce(): Plugin {
  const group = 'computed, shallowRef, TransitionGroup, watchEffect } from \'vue\''
  return {
    name: 'wandering-nerve:step-at-once',
    enforce: 'pre',
    transform: {
      filter: { id: /\/@slidev\/client\/internals\/SlidesShow\.vue$/ },
      handler(code) {
        if (!code.includes(group))
          this.error('Slidev no longer changes slides in a TransitionGroup: see whether stepAtOnce in setup/vite-plugins.ts is still needed.')
        return code.replace(group, 'computed, shallowRef, watchEffect } from \'vue\'\nconst TransitionGroup = \'div\'')
      },
    },
  }
}

/** What Slidev's client brings along for slides that draw, animate and explain code (here none does), or before it is asked for. */
const replaced: [what: RegExp, instead: string, onlyIn?: RegExp][] = [
  [/^@shikijs\/vitepress-twoslash\/client$/, 'export default { install() {} }'],
  [/^floating-vue$/, 'export const recomputeAllPoppers = () => {}; const Bare = (_, { slots }) => slots.default?.(); export const Tooltip = Bare; export const Dropdown = Bare'],
  // It finds slides by likeness; to go to one, a part of its title or its number will do.
  [/^fuse\.js$/, 'export default class { constructor(slides) { this.slides = slides } search(words) { const part = words.toLowerCase(); return this.slides.filter(({ no, title }) => String(no) === part || String(title).toLowerCase().includes(part)).map(item => ({ item })) } }'],
  [/^drauu$/, 'export const createDrauu = () => ({ on() {}, clear() {}, load() {}, dump: () => \'\', canRedo: () => false, canUndo: () => false, mount() {}, unmount() {} })'],
  // On the stage CourseDeckBar stands in for it.
  [/\/internals\/NavControls\.vue$/, 'export default { render: () => null }', /\/pages\/play\.vue/],
  // Overview and "go to" open at a key: they are drawn after the slide.
  [/\/internals\/Controls\.vue$/, 'import { defineAsyncComponent } from "vue"; export default defineAsyncComponent(async () => { await new Promise(resolve => setTimeout(resolve, 500)); return import("@slidev/client/internals/Controls.vue") })', /\/pages\/play\.vue/],
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
    // Every visitor gets every slide's frontmatter twice, the second time as it was typed.
    transform: {
      filter: { id: /__slidev_\d+\.frontmatter$/ },
      handler: code => code.replace(/("frontmatterRaw"|"revision"):"(?:[^"\\]|\\.)*"/g, '$1:""'),
    },
    resolveId(id, importer) {
      const index = importer?.includes('/@slidev/client/') ? replaced.findIndex(([what, , onlyIn]) => what.test(id) && (!onlyIn || onlyIn.test(importer!))) : -1
      if (index >= 0)
        return `\0replaced:${index}`
    },
    load(id) {
      if (id.startsWith('\0replaced:'))
        return replaced[Number(id.slice('\0replaced:'.length))]![1]
    },
  }
}
