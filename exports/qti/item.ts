import type { Option, Question, Section } from '../../core/course.ts'
import type { Element } from './element.ts'
import { piecesOf } from '../../core/question-types/gap.ts'
import { estimateIn, SOURCES } from '../../words/en/exports.ts'
import { LANG } from '../../words/en/language.ts'
import { ALL_THAT_FIT } from '../../words/en/questions.ts'
import { sourcesOf } from '../target.ts'
import { el } from './element.ts'
import { gapId, itemId, maxScore, placeId, responseDeclarations, scoreRules, set, setTo, variable } from './responses.ts'

const prompt = (text: string) => el('prompt', {}, text)
const interaction = { responseIdentifier: 'RESPONSE', shuffle: true }

function simpleChoices(options: Record<string, Option>): Element[] {
  return Object.entries(options).map(([identifier, { text, feedback }]) => el('simpleChoice', { identifier }, text, el('feedbackInline', { outcomeIdentifier: 'FEEDBACK', identifier, showHide: 'show' }, ` ${feedback}`)))
}

function gaps({ sentence, gaps }: Extract<Question, { type: 'gap' }>): Element['children'] {
  return piecesOf(sentence).map(({ text, gap: key }) => {
    if (key === undefined)
      return text!
    const gap = gaps[key]!
    return 'choices' in gap
      ? el('inlineChoiceInteraction', { responseIdentifier: gapId(key), shuffle: true }, ...Object.entries(gap.choices).map(([identifier, { text }]) => el('inlineChoice', { identifier }, text)))
      : el('textEntryInteraction', { responseIdentifier: gapId(key), expectedLength: 20 })
  })
}

function body(question: Question): Element[] {
  switch (question.type) {
    case 'choice':
    case 'hotspot':
      return [el('choiceInteraction', { ...interaction, maxChoices: 1 }, prompt(question.prompt), ...simpleChoices(question.options))]
    case 'choices':
      return [el('choiceInteraction', { ...interaction, maxChoices: 0 }, prompt(`${question.prompt} ${ALL_THAT_FIT}`), ...simpleChoices(question.options))]
    case 'order':
      return [el('orderInteraction', interaction, prompt(question.prompt), ...Object.entries(question.options).map(([identifier, { text }]) => el('simpleChoice', { identifier }, text)))]
    case 'match':
    case 'sort': {
      const places = Object.entries(question.type === 'match' ? question.targets : question.bins)
      const items = Object.entries(question.options)
      const set = (choices: [identifier: string, text: string][], matchMax: number) => el('simpleMatchSet', {}, ...choices.map(([identifier, text]) => el('simpleAssociableChoice', { identifier, matchMax }, text)))
      return [el('matchInteraction', { ...interaction, maxAssociations: items.length }, prompt(question.prompt), set(items.map(([key, { text }]) => [itemId(key), text]), 1), set(places.map(([key, text]) => [placeId(key), text]), items.length))]
    }
    case 'gap':
      return [el('p', {}, question.prompt), el('p', {}, ...gaps(question))]
    case 'estimate':
      return [el('p', {}, estimateIn(question.prompt, question)), el('p', {}, el('textEntryInteraction', { responseIdentifier: 'RESPONSE', expectedLength: 10 }), ` ${question.unit}`)]
  }
}

/** What is said of parts that show no feedback of their own. */
function behindParts(question: Question): string[] {
  const said = ({ text, feedback }: Option) => `${text}: ${feedback}`
  switch (question.type) {
    case 'order':
    case 'match':
    case 'sort':
      return Object.values(question.options).map(said)
    case 'gap':
      return Object.values(question.gaps).flatMap(gap => 'choices' in gap ? Object.values(gap.choices).map(said) : [gap.feedback])
    default:
      return []
  }
}

/** How many values `FEEDBACK` holds; without it the parts have no feedback of their own. */
const feedbackOf: Partial<Record<Question['type'], string>> = { choice: 'single', hotspot: 'single', choices: 'multiple', estimate: 'single' }

function outcomes(question: Question): Element[] {
  const points = (identifier: string, start: number) => el('outcomeDeclaration', { identifier, cardinality: 'single', baseType: 'float' }, el('defaultValue', {}, el('value', {}, String(start))))
  const cardinality = feedbackOf[question.type]
  return [
    points('SCORE', 0),
    points('MAXSCORE', maxScore(question)),
    ...cardinality ? [el('outcomeDeclaration', { identifier: 'FEEDBACK', cardinality, baseType: 'identifier' })] : [],
    el('outcomeDeclaration', { identifier: 'EXPLAINED', cardinality: 'single', baseType: 'identifier' }),
  ]
}

/** `wrap` says what stands around the words: version 3 wants an element there. */
function modal(outcomeIdentifier: string, identifier: string, children: Element[], wrap: (children: Element[]) => Element[]): Element {
  return el('modalFeedback', { outcomeIdentifier, identifier, showHide: 'show' }, ...wrap(children))
}

/** @returns the question as an item: asked, scored, and explained once it is answered */
export function itemOf(question: Question, section: Section, wrap: (children: Element[]) => Element[] = children => children): Element {
  const sources = sourcesOf(question, section).map(({ citation, url }) => el('li', {}, `${citation} `, ...url ? [el('a', { href: url }, url)] : []))
  const copiesResponse = feedbackOf[question.type] !== undefined && question.type !== 'estimate'
  return el(
    'assessmentItem',
    { 'identifier': question.id, 'title': question.id, 'adaptive': false, 'timeDependent': false, 'xml:lang': LANG },
    ...responseDeclarations(question),
    ...outcomes(question),
    el('itemBody', {}, ...body(question)),
    el('responseProcessing', {}, ...scoreRules(question), ...copiesResponse ? [set('FEEDBACK', variable('RESPONSE'))] : [], setTo('EXPLAINED', 'explanation')),
    ...question.type === 'estimate' ? Object.entries(question.feedback).map(([zone, text]) => modal('FEEDBACK', zone, [el('p', {}, text)], wrap)) : [],
    modal('EXPLAINED', 'explanation', [...[question.explanation, ...behindParts(question), `${SOURCES}:`].map(text => el('p', {}, text)), el('ul', {}, ...sources)], wrap),
  )
}
