import type { HtmlTagDescriptor, Plugin, Rolldown } from 'vite'

type Chunks = Rolldown.OutputChunk[]

const chunksIn = (bundle: Rolldown.OutputBundle): Chunks => Object.values(bundle).filter(file => file.type === 'chunk')

/** @returns the chunks and what they import, each once */
function withImports(from: Chunks, all: Chunks): Set<Rolldown.OutputChunk> {
  const found = new Set<Rolldown.OutputChunk>()
  const add = (chunk?: Rolldown.OutputChunk) => {
    if (!chunk || found.has(chunk))
      return
    found.add(chunk)
    chunk.imports.forEach(name => add(all.find(({ fileName }) => fileName === name)))
  }
  from.forEach(add)
  return found
}

/**
 * Keeps short what scripts hold of other scripts' names, to have them loaded side by side: names do not compress. The
 * entry holds none, as what a document loads first stands in its head, and the others leave out what came with the entry.
 */
export function shortPreloadLists(): Plugin {
  let entry: string | undefined
  let withEntry = new Set<string>()
  let styled = new Set<string>()
  return {
    name: 'course:short-preload-lists',
    apply: 'build',
    enforce: 'pre',
    config: () => ({
      build: {
        modulePreload: {
          // Vite adds the styles by itself and waits for them before it asks for the script, unless that is in the list.
          resolveDependencies: (file, dependencies, { hostId }) => hostId === entry
            ? []
            : dependencies.filter(name => name === file ? styled.has(file) : !withEntry.has(name)),
        },
      },
    }),
    generateBundle: {
      order: 'pre',
      handler(_, bundle) {
        const chunks = chunksIn(bundle)
        const first = chunks.filter(({ isEntry }) => isEntry)
        entry = first[0]?.fileName
        withEntry = new Set([...withImports(first, chunks)].map(({ fileName }) => fileName))
        const hasStyles = ({ fileName, viteMetadata }: Rolldown.OutputChunk) => !withEntry.has(fileName) && !!viteMetadata?.importedCss.size
        styled = new Set(chunks.filter(chunk => [...withImports([chunk], chunks)].some(hasStyles)).map(({ fileName }) => fileName))
      },
    },
  }
}

/**
 * Has a document that Vite writes name its entry and what that will ask for link by link, scripts and styles, so that it comes at once.
 * @param wanted how the paths of the modules end that the entry loads at its start
 * @throws {Error} in the build, when one of them is in no script
 */
export function preloadsInDocument(wanted: string[]): Plugin {
  return {
    name: 'course:preloads-in-document',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {}, chunk: entry }) {
        const chunks = chunksIn(bundle)
        const later = wanted.map((end) => {
          const found = chunks.find(({ moduleIds }) => moduleIds.some(id => id.endsWith(end)))
          if (!found)
            throw new Error(`No script of the build holds ${end}, which its document is to name: say what stands there now where preloadsInDocument is called.`)
          return found
        })
        const needed = withImports([...entry ? [entry] : [], ...later], chunks)
        const base = html.match(/ src="([^"]*)assets\//)?.[1] ?? ''
        return [...needed].flatMap((chunk): HtmlTagDescriptor[] => [
          { tag: 'link', attrs: { rel: 'modulepreload', href: base + chunk.fileName }, injectTo: 'head' },
          ...[...chunk.viteMetadata?.importedCss ?? []].map(file => ({ tag: 'link', attrs: { rel: 'preload', as: 'style', crossorigin: true, href: base + file }, injectTo: 'head' as const })),
        ])
      },
    },
  }
}
