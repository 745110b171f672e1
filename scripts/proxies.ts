import { installPackages, isExecutable, placesOnPath } from './debian.ts'

/** The proxies of which docs/facilitator.md has a configuration, and Debian's package of each. */
const packages = { nginx: 'nginx-light', caddy: 'caddy' }

export type Proxy = keyof typeof packages

const names = Object.keys(packages) as Proxy[]

/** Makes the certificate; package and command have the same name. */
const OPENSSL = 'openssl'

// Not everyone has the administrator's folder on their PATH.
const commandOf = (name: string) => [...placesOnPath([name]), `/usr/sbin/${name}`].find(isExecutable)

/** @returns the path of a proxy's command; `undefined` where it is not installed, or nothing that makes a certificate */
export function proxyCommand(name: Proxy): string | undefined {
  return commandOf(OPENSSL) && commandOf(name)
}

/** @returns a line for each proxy that is not here */
export function missingProxies(): string[] {
  return names.filter(name => !proxyCommand(name)).map(name => `${name} before a room was not tried: it is not here (on Debian: apt-get install ${packages[name]} ${OPENSSL})`)
}

/** Installs them where they are missing and that can be done. @returns a line for each that cannot be had */
export function ensureProxies(): string[] {
  const missing = names.filter(name => !proxyCommand(name))
  if (missing.length > 0) {
    console.log(`No ${missing.join(' and no ')} found; installing:`)
    installPackages(...missing.map(name => packages[name]), OPENSSL)
  }
  return missingProxies()
}
