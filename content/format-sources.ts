import type { z } from 'zod'
import type { Source } from '../core/course.ts'
import type { sourceSchema } from '../core/evidence.schema.ts'
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { writeWhole } from './write-whole.ts'

export type CslSource = z.infer<typeof sourceSchema>

/** @returns where a reader goes to check: DOI first, then PubMed, then the official page */
export function linkOf(source: CslSource): { url: string, linkText: string } | undefined {
  if (source.DOI)
    return { url: `https://doi.org/${source.DOI}`, linkText: `doi:${source.DOI}` }
  if (source.PMID)
    return { url: `https://pubmed.ncbi.nlm.nih.gov/${source.PMID}/`, linkText: `PubMed ${source.PMID}` }
  if (source.URL) {
    return {
      url: source.URL,
      linkText: new URL(source.URL).host.replace(/^www\./, ''),
    }
  }
}

/** Registries write initials as `AJ`; the styles want `A. J.` to see two. */
function spacedInitials(authors: unknown): unknown {
  if (!Array.isArray(authors))
    return authors
  return authors.map(author => typeof author?.given === 'string' && /^\p{Lu}{2,4}$/u.test(author.given)
    ? {
        ...author,
        given: [...author.given].map(letter => `${letter}.`).join(' '),
      }
    : author)
}

/** The style knows only whole lists of authors; ours may stop early and then say so, as an author of this name. */
const MORE = { literal: 'et al.' }

function withMore(authors: unknown, more = false): unknown {
  return more && Array.isArray(authors) ? [...authors, MORE] : authors
}

/** Where references are kept as they were formatted: the style takes two seconds, and every build, check and test asks for the same ones. */
const KEPT = fileURLToPath(new URL('../node_modules/.course/citations', import.meta.url))
const LOCK = fileURLToPath(new URL('../package-lock.json', import.meta.url))

type Citations = [id: string, citation: string][]

/** @returns the references in APA style, by id */
async function citationsOf(sources: object[], folder: string): Promise<Citations> {
  const given = JSON.stringify(sources)
  // Another version of the style is another lock file.
  const file = join(folder, `${createHash('sha256').update(given).update(await readFile(LOCK).catch(() => '')).digest('hex')}.json`)
  const kept = await readFile(file, 'utf8').then(JSON.parse).catch(() => undefined)
  if (kept)
    return kept
  const [{ Cite }] = await Promise.all([import('@citation-js/core'), import('@citation-js/plugin-csl')])
  const citations: Citations = new Cite(JSON.parse(given)).format('bibliography', {
    format: 'text',
    template: 'apa',
    lang: 'en-US',
    asEntryArray: true,
  })
  // Where nothing can be kept they are formatted again.
  await writeWhole(file, JSON.stringify(citations)).catch(() => {})
  return citations
}

/** Formats references in APA style, without their links, which stand beside them. @returns by id */
export async function formatSources(sources: CslSource[], folder = KEPT): Promise<Map<string, Source>> {
  // Links go out before formatting; `custom` is ours and no business of the style's.
  const plain = sources.map(({ DOI, PMID, URL, custom, ...rest }) => ({
    ...rest,
    author: withMore(spacedInitials(rest.author), custom.etAl),
  }))
  const citations = new Map(await citationsOf(plain, folder))
  return new Map(sources.map(source => [
    source.id,
    {
      id: source.id,
      citation: (citations.get(source.id) ?? source.title).trim().replace(/,? & et al\.+/, ', et al.'),
      ...(linkOf(source) ?? { url: '', linkText: '' }),
      result: source.custom.result,
      checked: source.custom.checked,
    },
  ]))
}
