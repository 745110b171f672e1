import type { Box, Sheet } from '../sheet.ts'
import type { SlideInDeck } from '../slide.ts'
import type { Block } from '../text.ts'
import { parse } from 'yaml'
import { figureTags } from '../../../core/subject/figures.ts'
import { drawn } from '../../subject/drawn.ts'
import { effects, headacheTrials, lessons, map, questionsToTake, scale, timeline } from './tables.ts'
import { barsFigure, trialFigure } from './trial.ts'

type Component = Extract<Block, { kind: 'component' }>
type Draw = (sheet: Sheet, box: Box, slide: SlideInDeck, attributes: Component['attributes']) => void

/** What the tags of slides draw, in PowerPoint's own kind: text, tables, charts; a picture where the course has a drawing. */
const components: Record<string, Draw> = {
  EvidenceFigure: (sheet, box, { course }, { trial, outcome }) => trialFigure(sheet, box, course, trial!.text!, outcome?.text),
  // An object of JavaScript as it stands in a slide is a flow mapping of YAML too.
  FigureBars: (sheet, box, _slide, { label, unit, arms }) => barsFigure(sheet, box, label!.text!, unit?.text ?? '', parse(arms!.expression!)),
  FigureHeadacheTrials: headacheTrials,
  EvidenceScale: scale,
  EvidenceLessons: lessons,
  EvidenceTimeline: timeline,
  EvidenceMap: map,
  EvidenceEffects: effects,
  CourseQuestionsToTake: questionsToTake,
}

/** @throws {Error} at a tag that nobody has drawn for PowerPoint yet */
export function drawComponent(sheet: Sheet, box: Box, { name, attributes }: Component, slide: SlideInDeck): void {
  const draw = Object.hasOwn(components, name) ? components[name] : Object.values(figureTags).includes(name) ? drawn : undefined
  if (!draw)
    throw new Error(`The slide "${slide.source.title}" has <${name}>, which exports/pptx/figures/ does not draw yet.`)
  draw(sheet, box, slide, attributes)
  sheet.components.push(name)
}
