import type { Section, Verdict } from './course.ts'
import { matchesWords } from './find.ts'

/** What somebody looks for among the verdicts; an empty text asks for nothing. */
export interface EvidenceFilter {
  words: string
  device: string
  evidence: string
  approval: string
}

export const everything: EvidenceFilter = { words: '', device: '', evidence: '', approval: '' }

/** A claim with its verdicts; one that belongs to several claims stands under the first of them. */
export interface ClaimShown {
  claim: Section['claims'][number]
  verdicts: Verdict[]
  /** Verdicts that stand above, under an earlier claim */
  above: Verdict[]
}

/** @returns the claims of a section that have verdicts of this kind, with these */
export function claimsShown(section: Section, filter: EvidenceFilter): ClaimShown[] {
  const shown = new Set<string>()
  const wanted = section.verdicts.filter(verdict => isWanted(verdict, section, filter))
  return section.claims.map((claim) => {
    const own = wanted.filter(({ claims }) => claims.includes(claim.id))
    const verdicts = own.filter(({ id }) => !shown.has(id))
    verdicts.forEach(({ id }) => shown.add(id))
    return { claim, verdicts, above: own.filter(verdict => !verdicts.includes(verdict)) }
  }).filter(({ verdicts, above }) => verdicts.length + above.length > 0)
}

function isWanted(verdict: Verdict, section: Section, { words, device, evidence, approval }: EvidenceFilter): boolean {
  const claims = section.claims.filter(({ id }) => verdict.claims.includes(id))
  const texts = [section.title, verdict.title, verdict.statement, verdict.because, verdict.limits ?? '', ...claims.map(({ text }) => text)]
  return (!device || verdict.device === device)
    && (!evidence || verdict.evidence === evidence)
    && (!approval || verdict.approval.status === approval)
    && matchesWords(texts, words)
}
