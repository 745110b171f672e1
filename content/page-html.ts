import type { Address } from './addresses.ts'

/** Nothing but what the course itself serves, and no script in the page. Vue writes `style` attributes. */
const contentSecurityPolicy = [
  'default-src \'self\'',
  'style-src \'self\' \'unsafe-inline\'',
  'img-src \'self\' data:',
  'object-src \'none\'',
  'base-uri \'self\'',
  'form-action \'self\'',
].join('; ')

const DESCRIPTION = 'A course that weighs every claim of a popular article on vagus nerve stimulation against the research: is it approved, and how strong is the proof?'

export const escapeHtml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

/** @returns the document's title: `<what> · Wandering Nerve` */
export const titleOf = (what: string) => what === '' ? 'Wandering Nerve' : `${what} · Wandering Nerve`

/** What the head of every document of the course holds, pages and deck alike. */
export function headOfAll(base: string): string[] {
  return [
    `<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy}">`,
    `<link rel="manifest" href="${base}manifest.webmanifest">`,
    `<link rel="apple-touch-icon" href="${base}icon-180.png">`,
    `<script src="${base}early.js"></script>`,
  ]
}

/** @returns a page as a whole document; `head` is what this build adds to its head, `body` what is drawn already */
export function pageHtml({ page, section, title }: Address, { base, head, body }: { base: string, head: string[], body: string }): string {
  return [
    '<!DOCTYPE html>',
    '<html lang="en" class="light">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(titleOf(title))}</title>`,
    `<meta name="description" content="${escapeHtml(DESCRIPTION)}">`,
    '<meta name="theme-color" media="(prefers-color-scheme: light)" content="#FBF8F3">',
    '<meta name="theme-color" media="(prefers-color-scheme: dark)" content="#14171F">',
    `<link rel="icon" href="${base}favicon.svg">`,
    ...head,
    '</head>',
    '<body>',
    `<div id="app" data-asleep data-page="${page}"${section ? ` data-section="${section}"` : ''}>${body}</div>`,
    '</body>',
    '</html>',
    '',
  ].join('\n')
}
