import { defineConfig } from 'unocss'

// Slidev brings UnoCSS for its own parts. Ours have styles of their own: scanned, a class named `outline` or `fixed` would get a utility too.
export default defineConfig({
  content: {
    pipeline: {
      exclude: [/\.(?:css|ts|js|md)(?:$|\?)/, /^(?!.*node_modules).*\.vue/],
    },
  },
  outputToCssLayers: true,
})
