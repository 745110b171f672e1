import type { Plugin, Rolldown } from 'vite'

/**
 * Keeps short what scripts hold of other scripts' names, to have them loaded side by side: names do not compress. The
 * entry holds none, as what a document loads first stands in its head, and the others leave out what came with the entry.
 */
export function shortPreloadLists(): Plugin {
  let entry: string | undefined
  const withEntry = new Set<string>()
  return {
    name: 'course:short-preload-lists',
    apply: 'build',
    enforce: 'pre',
    config: () => ({
      build: {
        modulePreload: {
          resolveDependencies: (file, dependencies, { hostId }) => hostId === entry ? [] : dependencies.filter(name => name !== file && !withEntry.has(name)),
        },
      },
    }),
    generateBundle: {
      order: 'pre',
      handler(_, bundle) {
        const chunks = Object.values(bundle).filter(file => file.type === 'chunk')
        const add = (chunk?: Rolldown.OutputChunk) => {
          if (!chunk || withEntry.has(chunk.fileName))
            return
          withEntry.add(chunk.fileName)
          chunk.imports.forEach(name => add(chunks.find(({ fileName }) => fileName === name)))
        }
        const first = chunks.find(({ isEntry }) => isEntry)
        entry = first?.fileName
        add(first)
      },
    },
  }
}
