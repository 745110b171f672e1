import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from 'vite'
import { fourSlides } from './four-slides.ts'

/**
 * What its guide shows: the reset, the base styles, a theme, and `initialize`. The theme is one without web fonts, as others carry 400 KiB of
 * them; and a phone gets slides, not the scroll view, so that there are steps to time.
 */
function main(module: string) {
  return `import Reveal from ${JSON.stringify(module)}
import 'reveal.js/reset.css'
import 'reveal.js/reveal.css'
import 'reveal.js/theme/serif.css'

new Reveal().initialize({ hash: true, scrollActivationWidth: 0 })
`
}

/**
 * Builds the same four slides as a plain reveal.js page with Vite, in a folder below this repo.
 * @returns the folder of the built page
 */
export async function buildPlainReveal(folder: string): Promise<string> {
  mkdirSync(folder, { recursive: true })
  const sections = fourSlides.map(({ title, points }) => `<section><h2>${title}</h2><ul>${points.map(point => `<li>${point}</li>`).join('')}</ul></section>`)
  writeFileSync(join(folder, 'main.js'), main(import.meta.resolve('reveal.js').slice('file://'.length)))
  writeFileSync(join(folder, 'index.html'), `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Four slides</title>
</head>
<body>
<div class="reveal"><div class="slides">${sections.join('\n')}</div></div>
<script type="module" src="./main.js"></script>
</body>
</html>
`)
  const out = resolve(folder, 'dist')
  await build({ root: folder, configFile: false, logLevel: 'error', build: { outDir: out, emptyOutDir: true } })
  return out
}
