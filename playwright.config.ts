import { defineConfig } from '@playwright/test'
import { launchArgs } from './scripts/chromium.ts'

export default defineConfig({
  testDir: 'tests/e2e',
  // What a page sounds like is kept beside the tests, for a person to read.
  snapshotPathTemplate: '{testDir}/transcripts/{arg}{ext}',
  globalSetup: './tests/e2e/build-and-serve.ts',
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  timeout: 60_000,
  // On a busy machine a browser may stumble once; what needed its second try is named at the end of npm test.
  retries: 1,
  reporter: [['dot'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    browserName: 'chromium',
    headless: true,
    launchOptions: { executablePath: process.env.CHROMIUM_PATH, args: launchArgs },
    serviceWorkers: 'block',
    trace: 'off',
  },
  projects: [
    { name: 'desktop', testIgnore: /touch/, use: { viewport: { width: 1280, height: 720 } } },
    { name: 'phone', testMatch: /walk|questions|touch/, use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } },
  ],
})
