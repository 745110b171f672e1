import type { HotspotQuestion } from '../../core/course.ts'
import { create } from 'xmlbuilder2'
import { trunks } from '../../core/subject/anatomy.ts'
import { collarbone, earInside, jaw, shoulder, side } from '../../core/subject/body-outline.ts'
import { figureRegions } from '../../core/subject/figure-regions.ts'
import { PLANE_AXES } from '../../words/en/exports.ts'

const ink = { 'fill': 'none', 'stroke': '#333', 'stroke-width': 1.2, 'stroke-linecap': 'round', 'stroke-linejoin': 'round' }
const area = { ...ink, fill: '#e8e2d6', stroke: '#777' }

/** @returns whether it can be drawn here: figures of another course are components, and its cards go without */
export const isDrawn = ({ figure }: HotspotQuestion): boolean => figure in figureRegions

/** Draws the figure of a hotspot with a letter at each region that it asks about. @returns an SVG document on white paper */
export function hotspotFigure({ figure, options }: HotspotQuestion): string {
  const { viewBox, regions } = figureRegions[figure]!
  const [left, top, width, height] = viewBox
  const svg = create({ version: '1.0', encoding: 'UTF-8' }).ele('http://www.w3.org/2000/svg', 'svg', { viewBox: viewBox.join(' '), width: width * 2, height: height * 2 })
  svg.ele('rect', { x: left, y: top, width, height, fill: '#fff' })
  if (figure === 'approval-and-proof') {
    for (const [text, place] of PLANE_AXES)
      svg.ele('text', { ...place, 'font-size': 14, 'font-family': 'sans-serif', 'text-anchor': 'middle' }).txt(text)
  }
  else {
    for (const mirror of [1, -1]) {
      const half = svg.ele('g', { transform: `scale(${mirror} 1)` })
      for (const d of [shoulder, side, jaw, collarbone, earInside])
        half.ele('path', { d, ...ink })
    }
    for (const d of figure === 'nerve-course' ? trunks : [])
      svg.ele('path', { d, ...ink, stroke: '#a33' })
  }
  for (const { shape, pen } of Object.values(regions)) {
    if (pen) {
      svg.ele('path', { 'd': shape, ...ink, 'stroke-width': pen + 3, 'stroke': '#777' })
      svg.ele('path', { 'd': shape, ...ink, 'stroke-width': pen, 'stroke': '#e8e2d6' })
    }
    else {
      svg.ele('path', { d: shape, ...area })
    }
  }
  for (const [place, { region }] of Object.values(options).entries()) {
    const { mark: [x, y], to } = regions[region]!
    if (to)
      svg.ele('path', { d: `M${x} ${y}L${to}`, ...ink })
    svg.ele('circle', { cx: x, cy: y, r: 15, fill: '#fff', stroke: '#333' })
    svg.ele('text', { x, 'y': y + 6, 'font-size': 18, 'font-family': 'sans-serif', 'text-anchor': 'middle' }).txt(String.fromCharCode(65 + place))
  }
  return svg.end()
}
