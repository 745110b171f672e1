import { readdirSync, readFileSync } from 'node:fs'
import { parse } from '@vue/compiler-sfc'
import ts from 'typescript'
import { expect, it } from 'vitest'
import { numbersIn } from '../../content/numbers.ts'
import { gradeOf } from '../../content/reading-level.ts'

/** Words of findings and decisions, which must stand where they are checked: in evidence/. */
const FINDINGS = /\b(?:approv|grant|clear(?:ed|ance)|designat|FDA|regulator|trial|stud(?:y|ies)|review|patient|volunteer|adult|randomi[sz]ed|sham|placebo|proven|effective)/i

/** What holds such a word or a number and yet says nothing of the world, each with its reason. */
const allowed: Record<string, string> = {
  'in 100': 'how shares are counted; the share comes from the data',
  'Drawn as 100 people:': 'how shares are counted; the share comes from the data',
  ', as the main goal did not count people in 100': 'how shares are counted; said of a trial by its data',
  'Choose a trial: it is drawn here as people in 100.': 'a prompt',
  '… trials counted people: … met their main goal, … missed it…….': 'a count that is made from the data',
  '… … in 100': 'how shares are counted; the share comes from the data',
  'the trials': 'names what is being loaded',
  'A trial is judged by its main goal, set before it began.': 'how to read a board of goals, no finding',
  'newer studies may have come since.': 'said of any fact whose day has come',
  '1 source': 'a count of one, made from the data',
  'a regulator’s yes': 'head of an axis',
  'approval': 'key of a filter',
  'Approval': 'name of a filter',
  'Approval:': 'head of a badge, whose word is data',
  'Approved?': 'head of a badge, whose word is data',
  'Approved? →': 'head of an axis',
}

/** Attributes that are read, by eyes or aloud. */
const READ = new Set(['title', 'label', 'alt', 'aria-label', 'aria-description', 'aria-roledescription', 'aria-valuetext', 'placeholder', 'what'])

/** Stands for what is put into a text. */
const HOLE = '…'

/** A path of a drawing, or a part of one: letters that stand alone, and numbers. */
const isPath = (text: string) => /^0?[mlhvcsqtaz]\s?-?\d/i.test(text.replaceAll(HOLE, '0')) && !/[a-z]{2}/i.test(text)

/** The texts of a piece of TypeScript; types, imports and keys are none. */
function textsIn(code: string): string[] {
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node))
      return
    const text = ts.isStringLiteralLike(node)
      ? node.text
      : ts.isTemplateExpression(node)
        ? [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join(HOLE)
        : ''
    const isKey = node.parent && ts.isPropertyAssignment(node.parent) && node.parent.name === node
    if (text && !isKey && !isPath(text))
      found.push(text)
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile('code.ts', code, ts.ScriptTarget.Latest, true))
  return found
}

/** Everything in the code of a component that a learner may read or hear. */
function wordsOf(source: string): string[] {
  const { descriptor } = parse(source)
  const found = textsIn(descriptor.scriptSetup?.content ?? '')
  const visit = (node: any): void => {
    if (node.type === 2)
      found.push(node.content)
    else if (node.type === 5)
      found.push(...textsIn(node.content.loc.source))
    for (const prop of node.props ?? []) {
      if (prop.type === 6 && READ.has(prop.name))
        found.push(prop.value.content)
      else if (prop.type === 7 && READ.has(prop.arg?.content))
        found.push(...textsIn(prop.exp?.loc.source ?? ''))
    }
    node.children?.forEach(visit)
  }
  visit(descriptor.template!.ast)
  return found.map(text => text.replace(/\s+/g, ' ').trim()).filter(text => /[\p{L}\d]/u.test(text))
}

const isFact = (text: string) => numbersIn(text).length > 0 || FINDINGS.test(text)

const components = ['components/figure', 'components/figure/subject', 'components/evidence'].flatMap(folder => readdirSync(folder).filter(file => file.endsWith('.vue')).map(file => `${folder}/${file}`))
const words = components.map(file => ({ file, texts: wordsOf(readFileSync(file, 'utf8')) }))

it.each(words)('$file holds no number, no finding and no decision: those stand in evidence/', ({ texts }) => {
  expect(texts.filter(isFact).filter(text => !(text in allowed))).toEqual([])
})

it('needs each of its exceptions', () => {
  const found = new Set(words.flatMap(({ texts }) => texts))
  expect(Object.keys(allowed).filter(text => !found.has(text))).toEqual([])
})

it('keeps the words that stay in figures as plain as those of the course', () => {
  expect(gradeOf(words.flatMap(({ texts }) => texts.filter(text => text.includes(' '))))).toBeLessThanOrEqual(9)
})

it.each([
  ['a text', '<p>35 in 100 improved</p>'],
  ['a description', '<svg><desc>Tested in adults</desc></svg>'],
  ['a label', '<p aria-label="73 fibres" />'],
  ['an expression', '<p>{{ on ? "US approved" : "" }}</p>'],
])('sees a fact in %s', (_, template) => {
  expect(wordsOf(`<template>${template}</template>`).filter(isFact)).toHaveLength(1)
})

it('sees a fact in a script, and none in a path, a key or a type', () => {
  const script = [
    'const path = \'M12 3C4 5 6 7 8 9\'',
    'type Regulator = \'FDA\'',
    'const at = { \'trial\': 1 }',
    // eslint-disable-next-line no-template-curly-in-string -- code to be read
    'const says = on ? \'36 of them\' : `A review of ${many} studies`',
  ].join('\n')
  expect(wordsOf(`<script setup lang="ts">\n${script}\n</script>\n<template><p /></template>`).filter(isFact)).toEqual(['36 of them', 'A review of … studies'])
})
