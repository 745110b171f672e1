import type { Plugin } from 'vite'
import { relative } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { defineVitePluginsSetup } from '@slidev/types'
import { classicScript } from '../content/classic-script.ts'
import { useCutFonts } from '../content/fonts.ts'
import { preloadsInDocument, shortPreloadLists } from '../content/module-preload.ts'
import { sitePlugin } from '../content/site-plugin.ts'
import { coursePlugin } from '../content/vite-plugin.ts'
import { patchClient, replaceModules } from './patch.ts'
import { aliases, INJECTION_MARK, patches, standIns } from './patches.ts'
import { leanFrontmatter, leanTable } from './slideTable.ts'
import { readWhatSlidevWrites } from './writtenWhole.ts'

/** What the deck loads link by link until it shows a slide: its page, Slidev's stage and the frame of every slide. */
const WAKING = ['/deck/DeckPage.vue', '/client/pages/play.vue', '/components/course/CourseFrame.vue', '/layouts/cover.vue']

const here = fileURLToPath(new URL('..', import.meta.url))

export default defineVitePluginsSetup(({ userRoot, entry }) => [
  coursePlugin(userRoot, relative(userRoot, entry)),
  sitePlugin(),
  readWhatSlidevWrites(),
  patchClient('patch-slidev', patches),
  replaceModules('stub-unused-client-code', standIns),
  skipContextInjection(),
  reportContextInjection(),
  leanSlides(),
  dropUnusedCode(),
  ...process.env.FILES === 'yes' ? [classicScript()] : [shortPreloadLists(), preloadsInDocument(WAKING)],
  useCutFonts(here),
])

/**
 * Slidev writes its context into every component, pages' and ours too, where it would look for a deck that is not
 * there. Ours ask `useSlidePlace`; the comment that Slidev leaves alone keeps it out.
 */
function skipContextInjection(): Plugin {
  return {
    name: 'course:skip-context-injection',
    enforce: 'pre',
    transform: {
      filter: { id: { include: /\.vue$/, exclude: /\/node_modules\// } },
      handler: code => `${code}\n<!-- ${INJECTION_MARK} -->`,
    },
  }
}

/** Stops where the context got in all the same. */
function reportContextInjection(): Plugin {
  return {
    name: 'course:report-context-injection',
    enforce: 'post',
    transform: {
      filter: { id: { include: /\.vue$/, exclude: /\/node_modules\// }, code: /useSlideContext|injectionSlidevContext/ },
      handler(_, id) {
        this.error(`Slidev has written its context into ${id}: the mark in deck/patches.ts does not keep it out any more.`)
      },
    },
  }
}

/** What slides have in common is said once, and not in each of their modules. */
function leanSlides(): Plugin {
  return {
    name: 'course:lean-slides',
    apply: 'build',
    enforce: 'pre',
    transform: {
      filter: { id: [/^\/@slidev\/slides$/, /__slidev_\d+\.frontmatter$/] },
      handler: (code, id) => id.endsWith('.frontmatter') ? leanFrontmatter(code) : leanTable(code),
    },
  }
}

function dropUnusedCode(): Plugin {
  return {
    name: 'course:drop-unused-code',
    apply: 'build',
    enforce: 'pre',
    config: () => ({ resolve: { alias: aliases } }),
    buildEnd(error) {
      const kept = error ? undefined : [...this.getModuleIds()].find(id => /\/vue\/dist\/vue\.esm-bundler|\/@slidev\/parser\/dist\/core|\/node_modules\/yaml\//.test(id))
      if (kept)
        this.error(`The build holds ${kept}: an alias in deck/patches.ts does not take any more.`)
    },
  }
}
