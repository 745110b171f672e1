import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

/** This course: its content, what tells of it, and tests on it. */
const OF_THIS_COURSE = /^(?:course\.yaml|slides\.md|slides|quizzes|evidence|public|docs|README\.md|CONTRIBUTING\.md|package(?:-lock)?\.json|tests)$/
/** Made by others or by us from what stands here. */
const MADE = /^(?:node_modules|\.git|\.test-dist|\.present|\.room|dist|exports-out|handouts|test-results|playwright-report|\.vscode)$/

const SUBJECT = /nerve|vag(?:us|al)|\bVNS\b|wandering/i

/** Where the word is meant for any course, each with its reason. */
const allowed: Record<string, string> = {
  'content/check-wording.ts': 'English words that are no illness, in a list',
  'words/en/evidence.ts': 'a part of any body, in the filter of verdicts',
  'pages/gallery/examples.ts': 'the gallery shows each kind of question, on a figure that questions have',
}

/** Every file that is written by hand; what belongs to the subject alone stands in folders named `subject`. */
function filesIn(folder: string): string[] {
  return readdirSync(folder).filter(name => name !== 'subject' && !(folder === '.' && OF_THIS_COURSE.test(name)) && !MADE.test(name)).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? filesIn(path) : /\.(?:ts|js|vue|css|html|json|yaml|md|sql)$/.test(name) && !name.endsWith('.test.ts') ? [path.replaceAll('\\', '/')] : []
  })
}

const places = filesIn('.').flatMap(file => [
  ...SUBJECT.test(file) ? [file] : [],
  ...readFileSync(file, 'utf8').split('\n').flatMap((line, index) => SUBJECT.test(line) ? [`${file}:${index + 1}`] : []),
])
const fileOf = (place: string) => place.split(':')[0]!

it('the subject of this course is named nowhere but in its content and in folders of its own', () => {
  expect(places.filter(place => !(fileOf(place) in allowed))).toEqual([])
})

it('each exception is needed, and is one line', () => {
  expect(places.map(fileOf).filter(file => file in allowed).sort()).toEqual(Object.keys(allowed).sort())
})
