import type { About } from '../core/course.schema.ts'
import type { Address } from './addresses.ts'
import { handoutPlace, learnPlace, pagePlaces } from '../core/places.ts'
import { LANG } from '../words/en/language.ts'
import { COURSE_ROOT } from './relocate.ts'

/** Nothing but what the course itself serves, and no script in the page. Vue writes `style` attributes. */
const contentSecurityPolicy = [
  'default-src \'self\'',
  'style-src \'self\' \'unsafe-inline\'',
  'img-src \'self\' data:',
  'object-src \'none\'',
  'base-uri \'self\'',
  'form-action \'self\'',
]

/**
 * What a phone in a live room may ask besides: the laptop that the room runs on, by its own name in the same network,
 * when it has another address (composables/room/lookElsewhere.ts). Such names lead nowhere outside of it. That name is
 * known where the room runs, not where it is built; and addresses of a network are nothing that a policy can name.
 */
export const OF_SAME_NETWORK = 'http://*.local:*'

export const escapeHtml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

/** @returns the document's title: `<what> · <course>` */
export const titleOf = (what: string, course: string) => what === '' ? course : `${what} · ${course}`

/**
 * What the head of every document of the course holds, pages and deck alike.
 * @param isInstallable as what a host serves alone can be
 * @param ahead what the document asks for before the first script runs. Nothing after that script is asked for sooner:
 * where a policy stands in the document, Chromium does not look ahead.
 * @param asks whom its scripts may ask besides the course itself
 */
export function headOfAll(isInstallable: boolean, ahead: string[] = [], asks?: string): string[] {
  const policy = [...contentSecurityPolicy, ...asks === undefined ? [] : [`connect-src 'self' ${asks}`]].join('; ')
  return [
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    ...isInstallable ? [`<link rel="manifest" href="${COURSE_ROOT}manifest.webmanifest">`, `<link rel="apple-touch-icon" href="${COURSE_ROOT}icon-180.png">`] : [],
    ...ahead.length > 0 ? [`<link rel="preload" as="script" href="${COURSE_ROOT}early.js">`, ...ahead] : [],
    `<script src="${COURSE_ROOT}early.js"></script>`,
  ]
}

/** What a page cannot do without its script, and where to go instead. */
function withoutScript({ page, section }: Address, inBuild: (place: string) => string): string {
  const link = (path: string, text: string) => `<a href="${COURSE_ROOT}${inBuild(path).slice(1)}">${text}</a>`
  const elsewhere = `Every section can be read without it, from ${link(pagePlaces.home, 'the map')} on.`
  const words: Partial<Record<string, string>> = {
    learn: `Scripts are off: all of this section can be read, but its questions cannot be answered here. They stand with their answers ${link(handoutPlace(section!), 'on paper')}.`,
    tour: `Scripts are off, so the questions cannot be answered here, and the verdicts stand among ${link(pagePlaces.evidence, 'the evidence')}.`,
    quiz: `Scripts are off, and a quiz needs one. What it asks can be read ${link(learnPlace(section!), 'on the page')}, and questions and answers stand ${link(handoutPlace(section!), 'on paper')}.`,
    review: `Scripts are off, and a review needs one. ${elsewhere}`,
    beliefs: `Scripts are off, and placing claims needs one. What became of each claim stands among ${link(pagePlaces.evidence, 'the evidence')}.`,
    certificate: `Scripts are off, so nothing is kept and nothing can be certified. ${elsewhere}`,
    progress: `Scripts are off, so nothing is kept and nothing can be shown here. ${elsewhere}`,
  }
  return words[page] ? `<noscript><aside class="lost" aria-label="Scripts are off">${words[page]}</aside></noscript>` : ''
}

/** @returns a page as a whole document, in which `COURSE_ROOT` stands for the folder of the course; `about` is what the course says of itself, `head` what this build adds to its head, `body` what is drawn already, `inBuild` gives a place its address */
export function pageHtml(address: Address, { about, head, body, inBuild = place => place }: { about: About, head: string[], body: string, inBuild?: (place: string) => string }): string {
  const { page, section, agenda, title } = address
  const of = section ?? agenda
  return [
    '<!DOCTYPE html>',
    `<html lang="${LANG}" class="page light${page === 'learn' ? ' with-bar' : ''}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(titleOf(title, about.title))}</title>`,
    `<meta name="description" content="${escapeHtml(about.description)}">`,
    '<meta name="theme-color" media="(prefers-color-scheme: light)" content="#FBF8F3">',
    '<meta name="theme-color" media="(prefers-color-scheme: dark)" content="#14171F">',
    `<link rel="icon" href="${COURSE_ROOT}favicon.svg">`,
    ...head,
    '</head>',
    '<body>',
    withoutScript(address, inBuild),
    `<div id="app" data-hydrating data-page="${page}"${of ? ` data-of="${of}"` : ''}>${body}</div>`,
    '</body>',
    '</html>',
    '',
  ].join('\n')
}
