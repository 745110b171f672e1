import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'
import { coursePlugin } from './content/vite-plugin.ts'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Limits that only a test that hangs reaches: on a busy machine a test may take long, and that is no fault. */
const limits = { testTimeout: 60_000, hookTimeout: 60_000, setupFiles: [at('tests/setup.ts')] }

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...limits,
          name: 'unit',
          // These are plain functions: nothing of one file reaches another.
          isolate: false,
          include: ['{core,content,scripts,pages,components,composables,deck}/**/*.test.ts'],
          environment: 'node',
        },
      },
      {
        plugins: [
          vue(),
          coursePlugin(at('tests/fixtures/tiny'), 'slides.md'),
        ],
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
          include: ['tests/components/**/*.test.ts', 'stores/**/*.test.ts'],
          environment: 'happy-dom',
        },
      },
    ],
  },
})
