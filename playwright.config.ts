import type { Project } from '@playwright/test'
import { fileURLToPath } from 'node:url'
import { defineConfig } from '@playwright/test'
import { ensureChromium, launchArgs } from './scripts/chromium.ts'
import { findEngine } from './scripts/other-engines.ts'

/** The hour of a live room once more in another engine: Debian's Firefox, by a command that lets Playwright speak with it. */
const hourInFirefox: Project = {
  name: 'hour in firefox',
  testMatch: /live-room/,
  use: {
    browserName: 'firefox',
    channel: 'moz-firefox',
    launchOptions: {
      executablePath: fileURLToPath(new URL('tests/engines/firefox-for-playwright.ts', import.meta.url)),
      firefoxUserPrefs: {
        'ui.prefersReducedMotion': 1,
        // With it this Firefox breaks where a script asks for what an element is labelled by, as Axe and Playwright do.
        'accessibility.ARIAElementReflection.enabled': false,
      },
    },
  },
}

const desktop = { width: 1280, height: 720 }

/** Half a minute and more in one go */
const LONG = /learner|live-room|offline|room-moved|walk/

export default defineConfig({
  testDir: 'tests/e2e',
  // What a page sounds like is kept beside the tests, for a person to read.
  snapshotPathTemplate: '{testDir}/transcripts/{arg}{ext}',
  globalSetup: './tests/e2e/build-and-serve.ts',
  fullyParallel: true,
  forbidOnly: true,
  // Two more than the cores: pages are waited for, too. Six are no quicker: with four no core of two has a pause.
  workers: 4,
  // Limits that only a test that hangs reaches: on a busy machine each step may take long, and that is no fault.
  timeout: 400_000,
  expect: { timeout: 40_000 },
  // What passes only at another try is named at the end of npm test.
  retries: 2,
  reporter: [['dot'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    browserName: 'chromium',
    headless: true,
    launchOptions: { executablePath: ensureChromium(), args: [...launchArgs, '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost'] },
    serviceWorkers: 'block',
    trace: 'off',
  },
  projects: [
    // They take longest, so they begin: at the end short tests fill what the others leave.
    ...['firefox', 'webkit'].map(name => ({ name, testDir: 'tests/engines', fullyParallel: false })),
    ...(findEngine('firefox') ? [hourInFirefox] : []),
    { name: 'phone', testMatch: /walk|questions|touch/, use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } },
    { name: 'desktop, long', testMatch: LONG, use: { viewport: desktop } },
    { name: 'desktop', testIgnore: [LONG, /touch|questions/], use: { viewport: desktop } },
  ],
})
