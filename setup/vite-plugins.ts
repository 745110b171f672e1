import { relative } from 'node:path'
import { defineVitePluginsSetup } from '@slidev/types'
import { coursePlugin } from '../content/vite-plugin.ts'

export default defineVitePluginsSetup(({ userRoot, entry }) => [
  coursePlugin(userRoot, relative(userRoot, entry)),
  {
    // Slidev asks for the full Vue (with its template compiler) and for its YAML parser; a built course needs neither.
    name: 'wandering-nerve:lean-build',
    apply: 'build',
    config: () => ({
      resolve: {
        alias: [
          { find: /^vue$/, replacement: 'vue/dist/vue.runtime.esm-bundler.js' },
          { find: /^@slidev\/parser\/core$/, replacement: '@slidev/parser/utils' },
        ],
      },
    }),
  },
])
