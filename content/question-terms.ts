import type { Term } from '../core/course.ts'
import type { Question } from '../core/question-types/index.schema.ts'
import { publicPart } from '../core/question-types/index.ts'

interface Name {
  id: string
  pattern: RegExp
}

const forPattern = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
const straight = (text: string) => text.replaceAll('’', '\'')

/** A name as it stands in a text: alone, or in the plural. Capitals count in abbreviations, and one letter is a name only before its number, as in "p = 0.04". */
function patternOf(name: string): RegExp {
  const followed = name.length === 1 ? '(?=\\s*=)' : '(?:s|es)?(?![\\p{L}\\p{N}])'
  return new RegExp(`(?<![\\p{L}\\p{N}])${forPattern(straight(name))}${followed}`, name.length === 1 || name === name.toUpperCase() ? 'gu' : 'giu')
}

/** Every name of every term. Of two that begin alike the longer one counts: "placebo response" is no "response". */
function namesOf(terms: readonly Term[]): Name[] {
  return terms
    .flatMap(({ id, term, also = [] }) => [term, ...also].map((name, place) => ({ id, name, place })))
    .sort((a, b) => b.name.length - a.name.length || a.place - b.place)
    .map(({ id, name }) => ({ id, pattern: patternOf(name) }))
}

/** @returns the ids of the terms that stand in this text */
function termsIn(text: string, names: readonly Name[]): Set<string> {
  const found = new Set<string>()
  let rest = straight(text)
  for (const { id, pattern } of names) {
    rest = rest.replace(pattern, () => {
      found.add(id)
      return '·'
    })
  }
  return found
}

/** Fields of a question that are names and no words. */
const NAMES = new Set(['id', 'type', 'figure', 'region'])

/** @returns every text that stands anywhere in this part of a question */
function textsIn(part: unknown): string[] {
  if (typeof part === 'string')
    return [part]
  return typeof part === 'object' && part !== null ? Object.entries(part).flatMap(([name, value]) => NAMES.has(name) ? [] : textsIn(value)) : []
}

/** What a typed gap takes is the answer, and nothing of it is shown. */
function acceptedBy(question: Question): string[] {
  return question.type === 'gap' ? Object.values(question.gaps).flatMap(gap => 'accept' in gap ? gap.accept : []) : []
}

export interface QuestionTerms {
  /** All that stand in what is shown before the answer */
  standing: string[]
  /** Those of them that are explained beside it */
  explained: string[]
}

/**
 * Finds the terms that a learner may look up while a question is open. A term that is all of an option, a partner, a bin
 * or an accepted word is left out: what it means is what is asked. Where else a definition would give the answer away,
 * the author says so (`notExplained`).
 * @returns a function that gives the ids of a question's terms, in the order of the glossary
 */
export function termFinder(terms: readonly Term[]): (question: Question) => QuestionTerms {
  const names = namesOf(terms)
  const namedBy = (text: string) => {
    const alone = straight(text).replace(/^(?:the|an|a)\s+/i, '')
    return names.filter(({ pattern }) => alone.replace(pattern, '') === '').map(({ id }) => id)
  }
  return (question) => {
    const texts = textsIn(publicPart(question))
    const found = termsIn(texts.join('\n'), names)
    const left = new Set([...[...texts, ...acceptedBy(question)].flatMap(namedBy), ...question.notExplained ?? []])
    const standing = terms.flatMap(({ id }) => found.has(id) ? id : [])
    return { standing, explained: standing.filter(id => !left.has(id)) }
  }
}
