import type { Files } from '../exports/target.ts'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readAbout } from '../content/about.ts'
import { cutFonts } from '../content/fonts.ts'
import { escapeHtml } from '../content/page-html.ts'
import { buildScript, buildSite } from './build-site.ts'

/** Of no use in a package: nothing is installed from it, and no address is mistyped. */
const LEFT_OUT = /^(?:404\.html|manifest\.webmanifest|icon-.*\.png|_redirects)$/

function filesIn(folder: string): Files {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(path => statSync(join(folder, path)).isFile())
  return Object.fromEntries(paths.map(path => [path.replaceAll('\\', '/'), new Uint8Array(readFileSync(join(folder, path)))]))
}

/** @returns the files of a build that a package holds, by path */
export function filesOfPackage(folder: string): Files {
  return Object.fromEntries(Object.entries(filesIn(folder)).filter(([path]) => !LEFT_OUT.test(path)))
}

/** Builds the pages for a learning system, and the shell that speaks with it. @returns their files, by path */
export async function buildForLms(root: string): Promise<{ pages: Files, shell: Files }> {
  const out = mkdtempSync(join(tmpdir(), 'course-for-lms-'))
  try {
    await cutFonts(root)
    const [pages, shell] = [join(out, 'pages'), join(out, 'shell')]
    await buildSite({ root, out: pages, base: '/', presents: false, kind: 'lms' })
    await buildScript(root, 'site/shell/main.ts', 'shell.js', shell)
    return {
      pages: { ...filesOfPackage(join(root, 'public')), ...filesOfPackage(pages) },
      shell: { ...filesIn(shell), 'index.html': new TextEncoder().encode(readFileSync(join(root, 'site/shell/index.html'), 'utf8').replaceAll('COURSE_TITLE', escapeHtml(readAbout(root).data!.title))) },
    }
  }
  finally {
    rmSync(out, { recursive: true })
  }
}
