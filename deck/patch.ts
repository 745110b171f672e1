import type { Plugin } from 'vite'

/** A change to one source file of Slidev's client. */
export interface Patch {
  /** Its path below `@slidev/client/` */
  file: string
  from: string
  to: string
}

/** A module that Slidev's client imports, and what it gets instead. */
export interface StandIn {
  /** As Slidev's source spells it in its import */
  module: string
  /** The importing files below `@slidev/client/`; other files get the real module */
  importers: string[]
  /** The module it gets, an absolute path */
  instead: string
}

export const patch = (file: string, change: { from: string, to: string }): Patch => ({ file, ...change })

const CLIENT = '/@slidev/client/'

/** @returns the path of a module below Slidev's client, without a query; `undefined` for a module of something else */
function clientPath(id: string | undefined): string | undefined {
  const at = id?.lastIndexOf(CLIENT) ?? -1
  return at < 0 ? undefined : id!.slice(at + CLIENT.length).split('?')[0]
}

/**
 * @returns the source with the patch in it
 * @throws {Error} when the patch does not fit, with what to do
 */
export function applyPatch(code: string, { file, from, to }: Patch): string {
  if (code.split(from).length !== 2)
    throw new Error(`A patch does not fit this version of Slidev: @slidev/client/${file} has to hold this once, and does not:\n${from}\nSee deck/README.md for what the patch is for.`)
  return code.replace(from, () => to)
}

/** Applies patches as Vite loads Slidev's sources. One that does not fit, or whose file is never loaded, stops the build. */
export function patchClient(name: string, patches: Patch[]): Plugin {
  const files = new Set(patches.map(({ file }) => file))
  const waiting = new Set(files)
  let isBuild = false
  return {
    name: `course:${name}`,
    enforce: 'pre',
    configResolved: ({ command }) => { isBuild = command === 'build' },
    transform: {
      filter: { id: /\/@slidev\/client\// },
      handler(code, id) {
        const file = clientPath(id)!
        if (!files.has(file) || id.includes('?'))
          return
        waiting.delete(file)
        return patches.filter(patch => patch.file === file).reduce(applyPatch, code)
      },
    },
    buildEnd(error) {
      if (isBuild && !error && waiting.size > 0)
        this.error(`Slidev no longer loads what deck/patches.ts changes: ${[...waiting].join(', ')}. See deck/README.md.`)
    },
  }
}

/** Gives Slidev's sources other modules in a build. A stand-in that is never asked for stops the build. */
export function replaceModules(name: string, standIns: StandIn[]): Plugin {
  const keyOf = (module: string, importer: string) => `${module} in ${importer}`
  const instead = new Map(standIns.flatMap(({ module, importers, instead }) => importers.map(importer => [keyOf(module, importer), instead])))
  const waiting = new Map(standIns.flatMap(({ module, importers }) => importers.map(importer => [keyOf(module, importer), module])))
  const found = new Set<string>()
  return {
    name: `course:${name}`,
    apply: 'build',
    enforce: 'pre',
    resolveId(id, importer) {
      const from = clientPath(importer)
      const key = from && keyOf(id, from)
      if (!key || !instead.has(key))
        return
      found.add(id)
      return instead.get(key)
    },
    buildEnd(error) {
      const unused = [...new Set(waiting.values())].filter(module => !found.has(module))
      if (!error && unused.length > 0)
        this.error(`Slidev no longer imports what deck/patches.ts replaces: ${unused.join(', ')}. See deck/README.md.`)
    },
  }
}
