import { execFileSync, spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

export const isRoot = process.getuid?.() === 0

export function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  }
  catch {
    return false
  }
}

/** @returns every place where a command of one of these names could lie, in the order of PATH */
export function placesOnPath(names: string[]): string[] {
  return (process.env.PATH ?? '').split(delimiter).flatMap(folder => names.map(name => join(folder, name)))
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

export function run(command: string, args: string[]): boolean {
  console.log(`  ${command} ${args.join(' ')}`)
  return spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }).status === 0
}

/** Installs packages, where this is Debian or one of its kind and we may. @returns whether they are there now */
export function installPackages(...names: string[]): boolean {
  return isRoot && hasApt() && run('apt-get', ['update']) && run('apt-get', ['install', '-y', ...names])
}
