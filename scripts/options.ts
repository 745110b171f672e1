import type { ParseArgsConfig } from 'node:util'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { didYouMean } from '../content/did-you-mean.ts'

/** The command line of a script, as `parseArgs` reads it. */
type Config = ParseArgsConfig & { options: NonNullable<ParseArgsConfig['options']> }

/**
 * As `parseArgs`, whose own words name neither the command nor its options.
 * `use` says how the command is used, and stands behind every fault.
 * @throws {Error} that says which option is wrong, and what would be right
 */
export function readOptions<T extends Config>(config: T, use: string): ReturnType<typeof parseArgs<T>> {
  const { tokens } = parseArgs({ args: process.argv.slice(2), ...config, strict: false, tokens: true }) as { tokens: { kind: string, name: string, rawName: string, value?: string }[] }
  const names = Object.keys(config.options)
  for (const { kind, name, rawName, value } of tokens) {
    if (kind !== 'option')
      continue
    const option = Object.hasOwn(config.options, name) ? config.options[name] : undefined
    if (!option)
      throw new Error(`There is no option "${rawName}". ${didYouMean(rawName, names.map(known => `--${known}`))}${use}`)
    // What begins with a dash is the next option, and no value.
    if (option.type === 'string' && (!value || value.startsWith('-')))
      throw new Error(`${rawName} needs a value behind it. ${use}`)
    if (option.type === 'boolean' && value !== undefined)
      throw new Error(`${rawName} takes no value: leave out "${value}". ${use}`)
  }
  return parseArgs(config)
}
