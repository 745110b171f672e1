import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { installPackages } from './debian.ts'

const DEBIAN = '/usr/lib/postgresql'

/** @returns the folder of PostgreSQL's commands, the newest version's; `undefined` where Debian's package is not installed */
export function postgresCommands(): string | undefined {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : []
  return versions.map(version => join(DEBIAN, version, 'bin')).find(bin => existsSync(join(bin, 'initdb')))
}

/** Installs PostgreSQL where it is missing and that can be done. @returns a line where it cannot be had */
export function ensurePostgres(): string[] {
  if (!postgresCommands()) {
    console.log('No PostgreSQL found; installing it:')
    installPackages('postgresql')
  }
  return postgresCommands() ? [] : ['PostgreSQL was not tried: it is not here and could not be installed (on Debian: apt-get install postgresql)']
}
