import type { Plugin } from 'vite'
import type { Course } from './content/load-course.ts'
import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'
import { constantsOf } from './content/about.ts'
import { loadCourse } from './content/load-course.ts'
import { virtualModule } from './content/virtual-modules.ts'
import { coursePlugin } from './content/vite-plugin.ts'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Limits that only a test that hangs reaches: on a busy machine a test may take long, and that is no fault. */
const limits = { testTimeout: 60_000, hookTimeout: 60_000, expect: { poll: { timeout: 50_000 } }, setupFiles: [at('tests/setup.ts')] }

/** What judges the statements of these knows no object of another context. */
const CMI5 = 'site/shell/cmi5-*.test.ts'

/** The tiny course has no figures: they are drawn with the words of the course itself. */
function figuresOfTheCourse(): Plugin {
  const FIGURE = /^\0?virtual:course\/(?:figure\/|hotspot-picture)/
  let course: Promise<Course> | undefined
  return {
    name: 'figures-of-the-course',
    enforce: 'pre',
    resolveId: id => FIGURE.test(id) && !id.startsWith('\0') ? `\0${id}` : undefined,
    load: async id => FIGURE.test(id) ? virtualModule(id.slice(1), await (course ??= loadCourse(at('.')))) : undefined,
  }
}

export default defineConfig({
  test: {
    // Some of them wait for processes of their own, so one worker would leave a core of two idle.
    maxWorkers: 2,
    projects: [
      {
        define: constantsOf(at('.')),
        test: {
          ...limits,
          name: 'unit',
          // These are plain functions: nothing of one file reaches another.
          isolate: false,
          include: ['{core,live,words,content,exports,scripts,pages,components,composables,deck}/**/*.test.ts', CMI5],
          environment: 'node',
        },
      },
      {
        plugins: [
          vue(),
          figuresOfTheCourse(),
          coursePlugin(at('tests/fixtures/tiny'), 'slides.md'),
        ],
        define: { __OFFLINE__: 'true', __LMS__: 'false', __FILES__: 'false', __DECK__: 'true', __PRESENTS__: 'false' },
        resolve: {
          alias: [
            // The deck itself is walked in a browser; here its parts get a course of two sections and no stage.
            {
              find: /^@slidev\/client(\/.*)?$/,
              replacement: at('tests/components/slidev-stub.ts'),
            },
            {
              find: '#slidev/slides',
              replacement: at('tests/components/slidev-stub.ts'),
            },
          ],
        },
        test: {
          ...limits,
          name: 'components',
          // As isolated as in processes, for two thirds of the processor time.
          pool: 'vmThreads',
          include: ['tests/components/**/*.test.ts', 'stores/**/*.test.ts', 'site/**/*.test.ts'],
          exclude: [CMI5],
          environment: 'happy-dom',
        },
      },
    ],
  },
})
