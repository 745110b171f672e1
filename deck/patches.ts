import type { Patch, StandIn } from './patch.ts'
import { fileURLToPath } from 'node:url'
import { patch } from './patch.ts'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Changes to Slidev's client, in the dev server and in a build; README.md says why each. */
export const patches: Patch[] = [
  patch('main.ts', {
    from: 'import { createApp } from \'vue\'',
    to: `import ${JSON.stringify(at('../stores/storage-guard.ts'))}\nimport { createApp } from 'vue'`,
  }),
  // In a folder of files the deck's document is not the first of the course.
  patch('setup/main.ts', {
    from: 'createWebHashHistory(import.meta.env.BASE_URL)',
    to: 'createWebHashHistory()',
  }),
  // The document has its colours before the deck is there (early.js): nothing is to be restyled then, and restyled back.
  patch('logic/dark.ts', {
    from: '      const style = window!.document.createElement(\'style\')\n',
    to: '      const { classList } = document.documentElement\n      if (classList.contains(\'dark\') === v && classList.contains(\'light\') !== v)\n        return\n      const style = window!.document.createElement(\'style\')\n',
  }),
  // No slide has code, formulas or alerts.
  patch('styles/index.ts', {
    from: [
      'import \'@shikijs/magic-move/style.css\'',
      'import \'@shikijs/vitepress-twoslash/style.css\'',
      'import \'markdown-it-github-alerts/styles/github-colors-light.css\'',
      'import \'markdown-it-github-alerts/styles/github-colors-dark-media.css\'',
      'import \'markdown-it-github-alerts/styles/github-base.css\'',
      '',
    ].join('\n'),
    to: '',
  }),
  patch('styles/index.ts', {
    from: 'import \'./code.css\'\nimport \'./katex.css\'\n',
    to: '',
  }),
  patch('styles/index.ts', {
    from: 'import \'./shiki-twoslash.css\'\n',
    to: '',
  }),
  patch('internals/SlidesShow.vue', {
    from: 'computed, shallowRef, TransitionGroup, watchEffect } from \'vue\'',
    to: 'computed, shallowRef, watchEffect } from \'vue\'\nconst TransitionGroup = \'div\'',
  }),
  patch('internals/SlideLoading.vue', {
    from: 'import { onMounted, ref } from \'vue\'\n\nconst timeout = ref(false)',
    to: 'import { inject, onMounted, ref } from \'vue\'\nimport { injectionFrontmatter } from \'../constants\'\n\nconst { title } = inject(injectionFrontmatter, {})\nconst timeout = ref(true)',
  }),
  patch('internals/SlideLoading.vue', {
    from: '<div>Loading slide...</div>',
    to: '<div style="max-width: 80%; font: 600 44px/1.2 var(--font-head); text-align: center">{{ title }}</div>',
  }),
  patch('setup/root.ts', {
    from: '  useHead({\n    title: slidesTitle,\n    htmlAttrs: configs.htmlAttrs,\n  })\n',
    to: '',
  }),
  patch('setup/root.ts', {
    from: '    if (!shouldSend)\n      return\n',
    to: '    return\n',
  }),
  patch('setup/root.ts', {
    from: '    if (!shouldReceive)\n      return\n',
    to: '    return\n',
  }),
  patch('pages/presenter.vue', {
    from: 'useLocalStorage(\'slidev-presenter-notes-width\', 360)',
    to: 'useLocalStorage(\'slidev-presenter-notes-width\', 400)',
  }),
  patch('pages/presenter.vue', {
    from: 'useLocalStorage(\'slidev-presenter-notes-row-size\', 280)',
    to: 'useLocalStorage(\'slidev-presenter-notes-row-size\', 430)',
  }),
  // The row above the slide offers to film another screen, the one below it to drag through clicks: a clicker does that.
  patch('pages/presenter.vue', {
    from: '<div flex="~ gap-4 items-center" border="b main" p1>',
    to: '<div v-if="false" flex="~ gap-4 items-center" border="b main" p1>',
  }),
  patch('pages/presenter.vue', {
    from: '<ClicksSlider\n',
    to: '<ClicksSlider\n          v-if="false"\n',
  }),
  patch('pages/presenter.vue', {
    from: '<div class="relative grid-section next ',
    to: '<div role="region" :aria-label="\'Next slide: \' + (nextFrame?.[0].meta.slide?.frontmatter.title ?? \'none\')" class="relative grid-section next ',
  }),
  patch('pages/presenter.vue', {
    from: '<div ref="noteSection" ',
    to: '<div ref="noteSection" role="region" aria-label="Notes" ',
  }),
  // The slot holds a button of its own; its press bubbles.
  patch('internals/MenuButton.vue', {
    from: '<button :class="{ disabled }" @click="value = !value">\n      <slot name="button" :value :class="{ disabled }" />\n    </button>',
    to: '<div class="flex" :class="{ disabled }" @click="value = !value">\n      <slot name="button" :value :class="{ disabled }" />\n    </div>',
  }),
  // A device that saves its battery refuses to keep the screen awake, which is no error.
  patch('composables/useWakeLock.ts', {
    from: 'request(\'screen\')',
    to: 'request(\'screen\').catch(() => {})',
  }),
  // Bundling may put what asks for storage into a chunk that runs before the entry's own text.
  patch('state/storage.ts', {
    from: 'import { breakpointsTailwind,',
    to: `import ${JSON.stringify(at('../stores/storage-guard.ts'))}\nimport { breakpointsTailwind,`,
  }),
  patch('state/storage.ts', {
    from: 'export const isOnFocus = computed(() => [\'BUTTON\', \'A\'].includes(activeElement.value?.tagName || \'\'))',
    to: 'export const isOnFocus = ref(false)',
  }),
]

/** Modules that a build leaves out, or loads later; README.md says why each. */
export const standIns: StandIn[] = [
  { module: '@shikijs/vitepress-twoslash/client', importers: ['setup/main.ts'], instead: at('stand-ins/twoslash.ts') },
  { module: 'floating-vue', importers: ['internals/SlidesShow.vue', 'internals/SlideContainer.vue', 'internals/FormItem.vue', 'internals/DrawingControls.vue', 'builtin/VSwitch.ts', 'pages/print.vue'], instead: at('stand-ins/floating-vue.ts') },
  { module: 'fuse.js', importers: ['internals/Goto.vue'], instead: at('stand-ins/fuse.ts') },
  { module: 'drauu', importers: ['composables/useDrawings.ts'], instead: at('stand-ins/drauu.ts') },
  { module: '../internals/NavControls.vue', importers: ['pages/play.vue'], instead: at('stand-ins/nothing.ts') },
  { module: './SyncControls.vue', importers: ['internals/NavControls.vue'], instead: at('stand-ins/nothing.ts') },
  { module: '../internals/Controls.vue', importers: ['pages/play.vue'], instead: at('stand-ins/later-controls.ts') },
  { module: '../modules/v-mark', importers: ['setup/main.ts'], instead: at('stand-ins/v-mark.ts') },
  { module: '../modules/v-drag', importers: ['setup/main.ts'], instead: at('stand-ins/v-drag.ts') },
  { module: './DragControl.vue', importers: ['internals/SlidesShow.vue'], instead: at('stand-ins/nothing.ts') },
  { module: './SlideWrapper.vue', importers: ['internals/QuickOverview.vue'], instead: at('stand-ins/overview-slide.ts') },
  { module: '@unhead/vue/client', importers: ['setup/main.ts'], instead: at('stand-ins/unhead.ts') },
  { module: '@unhead/vue', importers: ['setup/root.ts', 'pages/presenter.vue', 'pages/overview.vue', 'pages/notes.vue', 'pages/notes-edit.vue', 'pages/presenter/print.vue'], instead: at('stand-ins/unhead.ts') },
  { module: '../internals/NoteStatic.vue', importers: ['pages/presenter.vue'], instead: at('stand-ins/presenter-notes.ts') },
  { module: '../modules/v-motion', importers: ['setup/main.ts'], instead: at('stand-ins/v-motion.ts') },
]

/** Slidev asks for the full Vue, with its template compiler, and for its parser with YAML. In a build these serve instead. */
export const aliases = [
  { find: /^vue$/, replacement: 'vue/dist/vue.runtime.esm-bundler.js' },
  { find: /^@slidev\/parser\/core$/, replacement: '@slidev/parser/utils' },
]

/** A component whose source holds this comment gets no slide context written into it. */
export const INJECTION_MARK = '/* @slidev-injection */'
