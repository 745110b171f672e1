import { installPackages, isExecutable, placesOnPath } from './debian.ts'

/** What the walk in an engine other than Chromium needs: Debian's packages, and the commands that come with them. */
export const otherEngines = {
  firefox: { packages: ['firefox-esr'], commands: [['firefox-esr', 'firefox']] },
  webkit: { packages: ['webkit2gtk-driver', 'xvfb'], commands: [['WebKitWebDriver'], ['Xvfb']] },
}

export type OtherEngine = keyof typeof otherEngines

/** @returns the paths of an engine's commands; `undefined` where one of them is missing */
export function findEngine(engine: OtherEngine): string[] | undefined {
  const paths = otherEngines[engine].commands.flatMap(names => placesOnPath(names).find(isExecutable) ?? [])
  return paths.length === otherEngines[engine].commands.length ? paths : undefined
}

/** Finds an engine, and installs it where it is missing and that can be done. @returns why it cannot be had, if so */
export function ensureEngine(engine: OtherEngine): string | undefined {
  const { packages } = otherEngines[engine]
  if (!findEngine(engine)) {
    console.log(`No ${engine} found; installing it:`)
    installPackages(...packages)
  }
  return findEngine(engine) ? undefined : `${engine} was not tried: it is not here and could not be installed (on Debian: apt-get install ${packages.join(' ')})`
}
