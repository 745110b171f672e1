import type { CourseFiles, SectionFiles } from './course-files.ts'
import type { Problem } from './problem.ts'
import { didYouMean } from './did-you-mean.ts'
import { linkOf } from './format-sources.ts'
import { duplicates, knownIn } from './known.ts'

/** @returns what is wrong with a section's claims, verdicts and trials: claims unweighed, verdicts unshown, unknown sources */
export function checkEvidence({ id: section, evidence, slides }: SectionFiles, files: CourseFiles): Problem[] {
  if (!evidence.data)
    return []
  const { claims, verdicts, trials } = evidence.data
  const problems: Problem[] = []
  const report = (path: (string | number)[], message: string, remedy: string) =>
    problems.push({
      file: evidence.file,
      line: evidence.lineOf(...path),
      message,
      remedy,
    })
  const claimIds = new Set(claims.map(claim => claim.id))
  const shown = new Set(slides.flatMap(slide => slide.verdicts))
  const known = knownIn(files.sources)

  for (const [name, list] of Object.entries({ claims, verdicts, trials })) {
    for (const item of duplicates(list as { id: string }[], item => item.id)) {
      report([
        name,
        list.indexOf(item as never),
      ], `The id "${item.id}" stands twice in ${name}`, 'Give one of the two another id.')
    }
  }
  for (const [index, claim] of claims.entries()) {
    if (!verdicts.some(verdict => verdict.claims.includes(claim.id)))
      report(['claims', index], `The claim "${section}.${claim.id}" has no verdict`, `Add a verdict with "claims: [${claim.id}]".`)
  }
  for (const [index, verdict] of verdicts.entries()) {
    const full = `${section}.${verdict.id}`
    if (!shown.has(full))
      report(['verdicts', index], `The verdict "${full}" is on no slide`, `Name it in "verdicts:" of a slide in slides/${section}.md.`)
    for (const claim of verdict.claims) {
      if (!claimIds.has(claim))
        report(['verdicts', index, 'claims'], `The verdict "${full}" belongs to the unknown claim "${claim}"`, `${didYouMean(claim, claimIds)}Correct the id, or add the claim.`)
    }
  }
  for (const [name, list] of Object.entries({ verdicts, trials })) {
    for (const [index, item] of list.entries()) {
      for (const [place, source] of item.sources.entries()) {
        if (!known.has(source))
          report([name, index, 'sources', place], `"${section}.${item.id}" names the unknown source "${source}"`, `${known.hint(source)}Add it to evidence/sources.json, or correct the id.`)
      }
    }
  }
  return problems
}

/** What a source's result begins with when it tells of a decision and leaves out whose */
const DECIDED = /^(?:approved|granted|cleared|designated|authori[sz]ed)\b/i

/** @returns sources that nobody could follow, decisions without their device, and double ids */
export function checkSources({ sources }: CourseFiles): Problem[] {
  const list = sources.data ?? []
  const twice = new Set(duplicates(list, source => source.id))
  return list.flatMap((source, index) => {
    const line = sources.lineOf(index, 'id')
    const problems: Problem[] = []
    if (!linkOf(source)) {
      problems.push({
        file: sources.file,
        line,
        message: `The source "${source.id}" has neither DOI, PMID nor official page`,
        remedy: 'Add "DOI", "PMID" or "URL" (a regulator, guideline body, registry or journal).',
      })
    }
    const decision = source.custom.result.match(DECIDED)?.[0]
    if (decision) {
      problems.push({
        file: sources.file,
        line: sources.lineOf(index, 'custom', 'result'),
        message: `The result of the source "${source.id}" begins with "${decision}" and does not say which device`,
        remedy: `Begin with the device and name the condition: "Implant in the neck: ${decision.toLowerCase()} for …". Under a question it stands beside verdicts on other devices.`,
      })
    }
    if (twice.has(source)) {
      problems.push({
        file: sources.file,
        line,
        message: `The source id "${source.id}" stands twice`,
        remedy: 'Give one of the two another id.',
      })
    }
    return problems
  })
}
