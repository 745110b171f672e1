import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'
import { coursePlugin } from './content/vite-plugin.ts'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** A busy machine is no failure; how long things take is measured elsewhere. */
const limits = { testTimeout: 30_000, hookTimeout: 60_000 }

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          ...limits,
          include: ['{core,content,scripts,pages,components}/**/*.test.ts'],
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
          name: 'components',
          ...limits,
          include: ['tests/components/**/*.test.ts', 'stores/**/*.test.ts'],
          environment: 'happy-dom',
        },
      },
    ],
  },
})
