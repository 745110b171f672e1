import type { Components, Prop } from './components.ts'
import type { CourseFiles } from './course-files.ts'
import type { Known } from './known.ts'
import type { Markup, Tag } from './markup.ts'
import type { Problem } from './problem.ts'
import type { SlideSource } from './read-slides.ts'
import { didYouMean } from './did-you-mean.ts'
import { known, knownIn } from './known.ts'
import { markupOf } from './markup.ts'

type Report = (line: number, message: string, remedy: string) => void

/** @returns what is wrong with the tags and slots of slides: unknown ones, wrong or missing props, ids of nothing, and what slides may not hold */
export function checkMarkup(files: CourseFiles, components: Components): Problem[] {
  const names = idsOf(files)
  return files.slides.flatMap((slide) => {
    const { file, content, contentLine } = slide
    const problems: Problem[] = []
    const report: Report = (line, message, remedy) => problems.push({ file, line: contentLine + line - 1, message, remedy })
    const markup = markupOf(content)
    for (const { line, message } of markup.errors)
      report(line, `A tag is broken: ${message}`, 'Close each tag, as in <CourseTerm id="…">…</CourseTerm> or <EvidenceScale />; a "<" that begins no tag is written "&lt;".')
    for (const line of markup.headings)
      report(line, 'A heading in the Markdown', 'Take the "#" away: the title of the slide is its heading.')
    checkSlots(slide, markup, components, report)
    for (const tag of markup.tags) {
      checkTag(tag, components, report)
      for (const [name, { text }] of Object.entries(tag.attributes)) {
        if (text !== undefined)
          names(tag, name, text, report)
      }
    }
    return problems
  })
}

function checkSlots({ layout }: SlideSource, { slots, hasDefault }: Markup, components: Components, report: Report) {
  const drawn = components.layout(layout)?.slots
  if (!drawn)
    return
  const named = drawn.filter(name => name !== 'default')
  for (const [index, { name, line }] of slots.entries()) {
    if (!named.includes(name))
      report(line, `The layout ${layout} has no part ::${name}::`, `${didYouMean(name, named)}Its parts are ${named.map(name => `::${name}::`).join(', ')}.`)
    else if (slots.findIndex(slot => slot.name === name) < index)
      report(line, `::${name}:: stands twice`, 'Put what belongs to it under one of the two: only the last would be seen.')
  }
  if (hasDefault && !drawn.includes('default'))
    report(1, `The layout ${layout} has no place for words of its own`, `Move them below ${named.map(name => `::${name}::`).join(' or ')}, or take them away.`)
}

const FORBIDDEN = new Set(['script', 'style'])

function checkTag({ name, line, isComponent, attributes, directives, filled }: Tag, components: Components, report: Report) {
  for (const directive of directives)
    report(line, `<${name}> has ${directive}`, 'Take it away: slides hold words, and tags with props.')
  if (!isComponent) {
    if (FORBIDDEN.has(name) || 'style' in attributes)
      report(line, FORBIDDEN.has(name) ? `A slide holds <${name}>` : `<${name}> has a style of its own`, 'Take it away: how things look and work is said in layouts/ and components/.')
    return
  }
  const component = components.component(name)
  if (!component) {
    report(line, `There is no component <${name}>`, `${didYouMean(name, components.tags)}A tag is a file in components/, or an element of HTML.`)
    return
  }
  if (filled && !component.slots.includes('default'))
    report(line, `<${name}> has no place for words`, `Close it at once: <${name} … />.`)
  if (!component.props)
    return
  for (const [attribute, value] of Object.entries(attributes)) {
    const prop = component.props[attribute]
    const given = prop ? wrongValue(attribute, value, prop) : `has no prop "${attribute}"`
    if (given)
      report(line, `<${name}> ${given}`, prop ? remedyFor(attribute, prop) : remedyForProps(attribute, Object.keys(component.props)))
  }
  // A misspelt prop is a missing one as well; one word about it is enough.
  const misspelt = Object.keys(attributes).filter(attribute => !component.props![attribute])
  for (const [prop, { required }] of Object.entries(component.props)) {
    if (required && !attributes[prop] && !misspelt.some(attribute => didYouMean(attribute, [prop])))
      report(line, `<${name}> lacks its prop "${prop}"`, remedyFor(prop, component.props[prop]!))
  }
}

function remedyForProps(attribute: string, props: string[]): string {
  return `${didYouMean(attribute, props)}${props.length > 0 ? `It takes ${props.join(', ')}` : 'It takes none'}.`
}

const LITERALS: Record<string, string> = { Array: 'a list as in [1, 2]', Object: 'an object as in { a: 1 }', Number: 'a number' }

function remedyFor(name: string, { types }: Prop): string {
  if (types.length === 0 || types.includes('String'))
    return `Write ${name}="…".`
  return types.includes('Boolean')
    ? `Write ${name} alone, or leave it out.`
    : `Write :${name}="…", with ${types.map(type => LITERALS[type] ?? type).join(' or ')}.`
}

/** @returns what is wrong with the value of an attribute, as far as it can be told from its text */
function wrongValue(name: string, { text, expression }: { text?: string, expression?: string }, { types }: Prop): string | undefined {
  if (types.length === 0)
    return undefined
  if (expression !== undefined) {
    const kind = kindOf(expression)
    return kind && !types.includes(kind) ? `takes no ${kind} as its "${name}"` : undefined
  }
  if (text === undefined)
    return types.includes('Boolean') ? undefined : `has no value for its "${name}"`
  return types.includes('String') || (types.includes('Boolean') && (text === '' || text === name)) ? undefined : `takes no text as its "${name}"`
}

/** The kind of a value that is written out. */
function kindOf(expression: string): string | undefined {
  return ([
    [/^\[/, 'Array'],
    [/^\{/, 'Object'],
    [/^-?\.?\d/, 'Number'],
    [/^['"`]/, 'String'],
    [/^(?:true|false)$/, 'Boolean'],
  ] as const).find(([begins]) => begins.test(expression.trim()))?.[1]
}

/** @returns a function that reports an attribute which names something that does not exist */
function idsOf(files: CourseFiles): (tag: Tag, attribute: string, id: string, report: Report) => void {
  const term: [Known, string, string] = [knownIn(files.glossary), 'The glossary has no term', 'Correct the id, or explain the term in evidence/glossary.yaml.']
  const lesson: [Known, string, string] = [knownIn(files.lessons), 'There is no lesson', 'Correct the id, or write the lesson in evidence/lessons.yaml.']
  const trials = known(files, section => section.evidence.data?.trials)
  const trial: [Known, string, string] = [trials, 'There is no trial', 'Correct the id, or write the trial in evidence/<section>.yaml.']
  const verdict: [Known, string, string] = [known(files, section => section.evidence.data?.verdicts), 'There is no verdict', 'Correct the id, or write the verdict in evidence/<section>.yaml.']
  const section: [Known, string, string] = [knownIn({ data: files.sections }), 'There is no section', 'Name a file of slides/ without its ".md".']
  const kinds: Record<string, [Known, string, string]> = {
    'CourseTerm.id': term,
    'CourseQuestionsToTake.section': section,
    'CourseSafety.section': section,
    'EvidenceFigure.trial': trial,
    'EvidenceTrial.id': trial,
    'EvidenceVerdict.id': verdict,
    'EvidenceLesson.id': lesson,
  }
  const outcomes = (trial: string) => files.sections.flatMap(({ id, evidence }) => (evidence.data?.trials ?? []).filter(one => `${id}.${one.id}` === trial)).flatMap(({ outcomes }) => outcomes)

  return ({ name, line, attributes }, attribute, id, report) => {
    const [ids, message, remedy] = kinds[`${name}.${attribute}`] ?? []
    if (ids && !ids.has(id))
      report(line, `${message} "${id}"`, `${ids.hint(id)}${remedy}`)
    const of = attributes.trial?.text
    if (`${name}.${attribute}` === 'EvidenceFigure.outcome' && of && trials.has(of)) {
      const list = outcomes(of).map(({ id }) => id)
      if (list.length > 0 && !list.includes(id))
        report(line, `The trial "${of}" has no outcome "${id}"`, `${didYouMean(id, list)}Its outcomes are ${list.join(', ')}.`)
    }
  }
}
