import { defineConfig } from 'vitest/config'

/** Packages in the hands of programs that nobody here wrote, where that takes longer than a unit test may. */
export default defineConfig({
  test: {
    name: 'exports',
    // Each file waits for builds, browsers and an office of its own, so one worker would leave a core of two idle.
    maxWorkers: 2,
    include: ['tests/exports/**/*.test.ts'],
    testTimeout: 900_000,
    hookTimeout: 900_000,
  },
})
