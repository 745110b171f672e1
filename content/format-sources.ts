import type { z } from 'zod'
import type { Source } from '../core/course.ts'
import type { sourceSchema } from '../core/evidence.schema.ts'
import { Cite } from '@citation-js/core'
import '@citation-js/plugin-csl'

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

/** Formats references in APA style, without their links, which stand beside them. @returns by id */
export function formatSources(sources: CslSource[]): Map<string, Source> {
  // Links go out before formatting; `custom` is ours and no business of the style's.
  const plain = sources.map(({ DOI, PMID, URL, custom, ...rest }) => ({
    ...rest,
    author: withMore(spacedInitials(rest.author), custom.etAl),
  }))
  const citations = new Map(new Cite(plain).format('bibliography', {
    format: 'text',
    template: 'apa',
    lang: 'en-US',
    asEntryArray: true,
  }))
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
