import { execFileSync, spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from '@playwright/test'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const MAC = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium']

const isRoot = process.getuid?.() === 0

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

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  }
  catch {
    return false
  }
}

/** @returns the first Chromium there is: CHROMIUM_PATH, the system's, Playwright's; `undefined` when there is none */
function find(): string | undefined {
  const named = process.env.CHROMIUM_PATH
  if (named) {
    if (!isExecutable(named))
      throw new Error(`CHROMIUM_PATH names "${named}", which cannot be run. Correct it, or unset it.`)
    return named
  }
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap(folder => NAMES.map(name => join(folder, name)))
  return [...onPath, ...MAC, chromium.executablePath()].find(path => path && isExecutable(path))
}

function run(command: string, args: string[]): boolean {
  console.log(`  ${command} ${args.join(' ')}`)
  return spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }).status === 0
}

function hasApt(): boolean {
  try {
    execFileSync('apt-get', ['--version'], { stdio: 'ignore' })
    return existsSync('/etc/debian_version')
  }
  catch {
    return false
  }
}

/**
 * Finds a Chromium, and installs one where there is none: Debian's package for root on Debian or Ubuntu, else Playwright's own.
 * @returns the path of the browser
 * @throws {Error} when neither works, with the ways out
 */
export function ensureChromium(): string {
  const found = find()
  if (found)
    return found
  console.log('No Chromium found; installing one:')
  if (isRoot && hasApt())
    run('apt-get', ['update']) && run('apt-get', ['install', '-y', 'chromium'])
  const installed = find()
  if (installed)
    return installed
  run(process.execPath, [join('node_modules', '@playwright', 'test', 'cli.js'), 'install', 'chromium'])
  const downloaded = find()
  if (downloaded)
    return downloaded
  throw new Error('The browser walk needs a Chromium and none could be installed. Install one (on Debian: apt-get install chromium), or set CHROMIUM_PATH to one, then run npm test again.')
}
