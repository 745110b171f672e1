import { join, win32 } from 'node:path'
import { chromium } from '@playwright/test'
import { installPackages, isExecutable, isRoot, placesOnPath, run } from './debian.ts'

/** Chromium without its windows, in a package of its own: the same pages for two thirds of the processor time */
const SHELL = 'chromium-headless-shell'
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge', 'microsoft-edge-stable']
const MAC = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(name => `/Applications/${name}.app/Contents/MacOS/${name}`)

/** @returns where Chrome and Edge lie on Windows, which has no PATH for them; Edge is on every machine there */
export function windowsPlaces(env: NodeJS.ProcessEnv): string[] {
  const folders = [env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA].flatMap(folder => folder ?? [])
  return [['Google', 'Chrome', 'Application', 'chrome.exe'], ['Microsoft', 'Edge', 'Application', 'msedge.exe']]
    .flatMap(parts => folders.map(folder => win32.join(folder, ...parts)))
}

/** As root Chromium has no sandbox; none of the rest may call home. */
export const launchArgs = [
  ...(isRoot ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--no-pings',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-sync',
]

/** Where a Chromium with windows may lie: the system's, then Playwright's */
const places = (): string[] => [...placesOnPath(NAMES), ...MAC, ...windowsPlaces(process.env), chromium.executablePath()].filter(Boolean)

/** @returns the first Chromium there is: CHROMIUM_PATH, the system's without windows, the system's, Playwright's; `undefined` when there is none */
function find(): string | undefined {
  const named = process.env.CHROMIUM_PATH
  if (named) {
    if (!isExecutable(named))
      throw new Error(`CHROMIUM_PATH names "${named}", which cannot be run. Correct it, or unset it.`)
    return named
  }
  return [...placesOnPath([SHELL]), ...places()].find(isExecutable)
}

/** @returns the first Chromium there is that has windows; `undefined` when there is none */
export const chromiumWithWindows = (): string | undefined => places().find(isExecutable)

/** Gets what the walk is quickest and most complete in, where Debian has it and we may; else the tests take whichever there is. */
export function ensureBothChromiums(): void {
  if (process.env.CHROMIUM_PATH || (placesOnPath([SHELL]).some(isExecutable) && chromiumWithWindows()))
    return
  console.log(`${SHELL} or chromium is missing; installing both, the walk is shorter in the first:`)
  installPackages(SHELL, 'chromium')
}

/**
 * Finds a Chromium, and installs one where there is none: Debian's packages for root on Debian or Ubuntu, else Playwright's own.
 * @returns the path of the browser
 * @throws {Error} when neither works, with the ways out
 */
export function ensureChromium(): string {
  const found = find()
  if (found)
    return found
  console.log('No Chromium found; installing one:')
  installPackages('chromium')
  const installed = find()
  if (installed)
    return installed
  run(process.execPath, [join('node_modules', '@playwright', 'test', 'cli.js'), 'install', 'chromium'])
  const downloaded = find()
  if (downloaded)
    return downloaded
  throw new Error('The browser walk needs a Chromium and none could be installed. Install one (on Debian: apt-get install chromium), or set CHROMIUM_PATH to one, then run npm test again.')
}
