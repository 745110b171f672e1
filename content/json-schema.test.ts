import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { slideSchemas } from '../core/slides.schema.ts'
import { readAbout } from './about.ts'
import { editorFiles } from './json-schema.ts'

const files = editorFiles(readAbout('.').data!)

it.each(Object.entries(files))('%s is what the schemas say (npm run schemas writes it anew)', (file, text) => {
  expect(readFileSync(file, 'utf8')).toBe(text)
})

it('leaves no schema behind that nothing writes any more', () => {
  const written = readdirSync('.vscode').filter(name => /\.(?:schema\.json|code-snippets)$/.test(name)).map(name => `.vscode/${name}`)
  expect(written.sort()).toEqual(Object.keys(files).sort())
})

describe('the editor finds the schema of each data file of the content:', () => {
  const settings = JSON.parse(readFileSync('.vscode/settings.json', 'utf8'))
  const ofSettings = (file: string) => Object.entries<string[]>(settings['yaml.schemas']).find(([, globs]) =>
    globs.some(glob => new RegExp(`^${glob.replaceAll('.', '\\.').replace('*', '[^/]+')}$`).test(file)))?.[0]
  const data = ['course.yaml', ...['quizzes', 'evidence', 'slides'].flatMap(folder => readdirSync(folder).filter(name => name.endsWith('.yaml')).map(name => `${folder}/${name}`))]
  const ofWholeCourse: Record<string, string> = {
    'course.yaml': 'course',
    'evidence/glossary.yaml': 'glossary',
    'evidence/lessons.yaml': 'lessons',
    'evidence/number-exceptions.yaml': 'number-exceptions',
    'quizzes/accepted-words.yaml': 'accepted-words',
    'quizzes/retired.yaml': 'retired',
    'slides/agendas.yaml': 'agendas',
    'slides/tour.yaml': 'tour',
    'quizzes/headlines.yaml': 'headlines',
  }

  it.each(data)('%s', (file) => {
    // A line in the file itself goes before the settings.
    const inFile = /^# yaml-language-server: \$schema=(?:\.\.\/)?(\S+)/.exec(readFileSync(file, 'utf8'))?.[1]
    const kind = ofWholeCourse[file] ?? (file.startsWith('quizzes/') ? 'bank' : 'evidence')
    expect(inFile ?? ofSettings(file)).toBe(`.vscode/${kind}.schema.json`)
    expect(existsSync(`.vscode/${kind}.schema.json`)).toBe(true)
  })

  it('evidence/sources.json', () => {
    expect(settings['json.schemas']).toContainEqual({ fileMatch: ['evidence/sources.json'], url: './.vscode/sources.schema.json' })
  })
})

it.each(Object.entries(slideSchemas))('a snippet of the layout %s has each of its fields', (layout, schema) => {
  const { body } = JSON.parse(files['.vscode/slides.code-snippets']!)[`Slide: ${layout}`]
  const fields = Object.keys(schema.shape).filter(field => field !== 'routeAlias' && field !== 'clicks')
  expect(fields.filter(field => !body.some((line: string) => line.startsWith(`${field}: `)))).toEqual([])
})
