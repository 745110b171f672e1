import { defineConfig } from 'vitest/config'

/** Packages in the hands of programs that nobody here wrote, where that takes longer than a unit test may. */
export default defineConfig({
  test: {
    name: 'exports',
    include: ['tests/exports/**/*.test.ts'],
    testTimeout: 900_000,
    hookTimeout: 900_000,
  },
})
