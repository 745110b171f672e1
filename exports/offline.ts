import type { Target } from './target.ts'
import { offlineReadme } from '../words/en/exports.ts'
import { bytesOf, packageName } from './target.ts'

export const offline: Target = {
  what: 'the whole course as one folder, slides too, for a computer without a connection',
  goesTo: 'a stick or a shared drive: index.html opens with a double click',
  async make(selection) {
    if (selection.sections.length < selection.course.sections.length)
      throw new Error('The folder holds the whole course: leave --section out.')
    const files = { ...await selection.buildForFiles(), 'READ-ME.txt': bytesOf(offlineReadme(selection.course.about.title)) }
    return Object.fromEntries(Object.entries(files).map(([path, content]) => [`${packageName(selection)}-offline/${path}`, content]))
  },
}
