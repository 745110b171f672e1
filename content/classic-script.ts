import type { Plugin } from 'vite'

/** Has a build put all of its code into one classic script: browsers load no module from a file. */
export function classicScript(): Plugin {
  return {
    name: 'course:classic-script',
    apply: 'build',
    config: () => ({
      build: {
        // Else the styles would stand in the script, and come after the words.
        cssCodeSplit: false,
        modulePreload: false,
      },
    }),
    // Last: Slidev names chunks, and there are none.
    outputOptions: ({ manualChunks: _, ...options }) => ({ ...options, format: 'iife', codeSplitting: false }),
  }
}

/** @returns a document of the build without what a browser asks of a server: its script is classic, nothing is fetched with leave of another origin */
export function asClassic(html: string): string {
  return html
    .replace(/<link rel="modulepreload"[^>]*>\n?/g, '')
    .replaceAll('<script type="module"', '<script defer')
    .replace(/(<(?:script|link)\b[^>]*?) crossorigin(?:="[^"]*")?/g, '$1')
}
