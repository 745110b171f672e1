import type { Page } from '@playwright/test'

/** Slidev draws every slide on a canvas this wide, and scales it as a whole. */
const CANVAS = 980

/** Waits until what the page asked for is there and drawn. */
export async function settle(page: Page): Promise<void> {
  await page.waitForLoadState('load')
  await page.evaluate(async () => {
    await document.fonts.ready
    await new Promise<void>(resolve => requestAnimationFrame(() => requestAnimationFrame(() => resolve())))
  })
}

/** So long a browser draws no frame only where it draws none any more. */
const NO_FRAME_MS = 20_000

/** Scrolls through a page window by window, as somebody who reads it. @returns whether each window was drawn */
async function scrollThrough(page: Page): Promise<boolean> {
  await settle(page)
  await page.waitForFunction(() => !document.querySelector('#app[data-hydrating]'))
  return page.evaluate(async (limitMs) => {
    const frame = () => new Promise<boolean>((resolve) => {
      requestAnimationFrame(() => resolve(true))
      setTimeout(resolve, limitMs, false)
    })
    for (let top = 0; top < document.documentElement.scrollHeight; top += innerHeight) {
      scrollTo(0, top)
      if (!await frame() || !await frame())
        return false
    }
    return true
  }, NO_FRAME_MS)
}

/**
 * Goes through a page until every part of it is hydrated. Chromium has been seen to draw no further frame of a page, once
 * in many hundred and for no reason that was found: then it is said, and the page loaded anew.
 */
export async function readThrough(page: Page): Promise<void> {
  if (!await scrollThrough(page)) {
    console.log(`${page.url()} drew no frame for ${NO_FRAME_MS / 1000} s and was loaded anew.`)
    await page.reload()
    if (!await scrollThrough(page))
      throw new Error(`${page.url()} draws no frame, also when it is loaded anew.`)
  }
  await page.waitForFunction(() => !document.querySelector('[data-hydrating]'))
  await settle(page)
  await page.evaluate(() => scrollTo(0, 0))
}

/** Opens what can be unfolded, so that it is looked at as well. */
export async function unfold(page: Page): Promise<void> {
  await page.evaluate(() => document.querySelectorAll('details').forEach(details => details.open = true))
}

/** What of a page reaches beyond the window, sideways; and text that is too small, where `least` says how small it may be. */
export function pageFaults(page: Pick<Page, 'evaluate'>, least?: Least): Promise<string[]> {
  return page.evaluate(findPageFaults, least)
}

interface Least { text: number, inFigure: number }

/** Runs in the page. */
export function findPageFaults(least?: Least): string[] {
  const faults: string[] = []
  if (document.documentElement.scrollWidth > innerWidth)
    faults.push(`the page is ${document.documentElement.scrollWidth} px wide`)
  // What lies wholly to the left is a link to skip something, which comes in with the focus.
  const isOut = (element: Element) => {
    const { width, left, right } = element.getBoundingClientRect()
    return width > 0 && (right > innerWidth + 1 || left < -1) && right > 0 && element.checkVisibility({ visibilityProperty: true })
  }
  for (const element of document.querySelectorAll<HTMLElement>('#app *')) {
    if (element.closest('.visually-hidden, svg title, svg desc, details:not([open]) > :not(summary), [popover]'))
      continue
    const name = () => `${element.tagName}.${element.getAttribute('class')} "${element.textContent?.trim().slice(0, 30)}"`
    const box = element.getBoundingClientRect()
    // Only the innermost is told.
    if (isOut(element) && !Array.from(element.children).some(isOut) && !element.closest('svg'))
      faults.push(`${name()} reaches from ${Math.round(box.left)} to ${Math.round(box.right)}`)
    if (!least || !box.width || ![...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.textContent!.trim()))
      continue
    const drawn = element instanceof SVGGraphicsElement && element.getCTM()
    const size = Number.parseFloat(getComputedStyle(element).fontSize) * (drawn ? Math.hypot(drawn.a, drawn.b) : 1)
    const isLabel = drawn || element.closest('figure :is(.heads, .name)')
    if (size < (isLabel ? least.inFigure : least.text) - 0.1)
      faults.push(`${name()} is ${size.toFixed(1)} px`)
  }
  return faults
}

/** What of the slide that is shown reaches beyond its frame, or beyond the box of its question; and text under `least` px as it is seen. */
export function slideFaults(page: Page, no: number, least: number): Promise<string[]> {
  return page.locator(`.slidev-page-${no} main.frame`).evaluate((frame, { canvas, least }) => {
    const scale = frame.getBoundingClientRect().width / canvas
    const body = frame.querySelector('.frame-body')!.getBoundingClientRect()
    const faults: string[] = []
    for (const element of frame.querySelectorAll<HTMLElement>('*')) {
      if (element.closest('.visually-hidden, svg title, svg desc, details:not([open]) > :not(summary), [popover]'))
        continue
      const box = element.getBoundingClientRect()
      const name = () => `${element.tagName}.${element.getAttribute('class')} "${element.textContent?.trim().slice(0, 30)}"`
      // What a question shows after its answer scrolls in its box; the foot stands under the body; what ends in "…" is cut on purpose.
      if (!element.closest('svg, .question-box > *, .frame-foot') && getComputedStyle(element.parentElement!).textOverflow !== 'ellipsis') {
        if (box.height && box.bottom > body.bottom + 1)
          faults.push(`${name()} ends ${Math.round((box.bottom - body.bottom) / scale)} px too low`)
        if (box.width && box.right > body.right + 1)
          faults.push(`${name()} ends ${Math.round((box.right - body.right) / scale)} px too far right`)
      }
      if (!box.width || ![...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.textContent!.trim()))
        continue
      // An inline element has no place of its own.
      if (element instanceof HTMLElement && element.clientWidth && element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflowX === 'visible')
        faults.push(`${name()} has a word ${Math.round((element.scrollWidth - element.clientWidth) / scale)} px wider than its place`)
      const drawn = element instanceof SVGGraphicsElement && element.getCTM()
      const size = Number.parseFloat(getComputedStyle(element).fontSize) * (drawn ? Math.hypot(drawn.a, drawn.b) : 1) * scale
      if (size < least - 0.1)
        faults.push(`${name()} is ${size.toFixed(1)} px`)
    }
    const box = frame.querySelector('.question-box')
    if (box && box.scrollHeight > box.clientHeight + 1)
      faults.push(`the question is ${box.scrollHeight - box.clientHeight} px too long for its box`)
    return faults
  }, { canvas: CANVAS, least })
}

/**
 * What is seen by its colour and no longer is when a person's own few colours take the place of all (forced colours):
 * shapes of figures, boxes without words, and words in the colour that the browser then puts behind words. Comes from
 * common colours, leaves the page in forced ones.
 */
export async function lostInForcedColours(page: Page): Promise<string[]> {
  await page.evaluate(markSeen, { after: false })
  // On a device with dark colours, and with light ones chosen in the course.
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' })
  await page.evaluate(() => document.documentElement.classList.replace('dark', 'light'))
  await settle(page)
  return [...await page.evaluate(markSeen, { after: true }), ...await page.evaluate(findHiddenWords)]
}

/** Runs in the page. Behind words stands the colour of the paper, unless their element keeps its own colours. */
function findHiddenWords(): string[] {
  const paper = getComputedStyle(document.documentElement).backgroundColor
  return [...document.querySelectorAll<HTMLElement>('body *')].flatMap((element) => {
    if (element instanceof SVGElement || ![...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.textContent!.trim()) || !element.checkVisibility({ visibilityProperty: true }))
      return []
    const { color, forcedColorAdjust } = getComputedStyle(element) as CSSStyleDeclaration & { forcedColorAdjust: string }
    return forcedColorAdjust === 'auto' && color === paper ? `the words of ${element.tagName}.${element.getAttribute('class')} "${element.textContent!.trim().slice(0, 30)}"` : []
  })
}

/** Runs in the page: keeps what stands out from the paper, and says what did before and does not now. */
function markSeen({ after }: { after: boolean }): string[] {
  const kept = window as unknown as { seen: [element: Element, part: string][] }
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!
  const known = new Map<string, number[]>()
  const rgbaOf = (color: string): number[] => {
    if (!known.has(color)) {
      canvas.clearRect(0, 0, 1, 1)
      canvas.fillStyle = color
      canvas.fillRect(0, 0, 1, 1)
      known.set(color, [...canvas.getImageData(0, 0, 1, 1).data])
    }
    return known.get(color)!
  }
  const paper = rgbaOf(getComputedStyle(document.documentElement).backgroundColor)
  const light = (rgb: number[]) => [0.2126, 0.7152, 0.0722].reduce((sum, share, index) => {
    const part = rgb[index]! / 255
    return sum + share * (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
  }, 0)
  /** Three to one, as WCAG asks of what is no text. */
  const standsOut = (color: string) => {
    if (!/^(?:rgb|color|#|oklab)/.test(color))
      return false
    const [r = 0, g = 0, b = 0, alpha = 0] = rgbaOf(color)
    const over = [r, g, b].map((value, index) => value * alpha / 255 + paper[index]! * (1 - alpha / 255))
    const [more, less] = [light(over), light(paper)].sort((a, b) => b - a)
    return (more! + 0.05) / (less! + 0.05) >= 3
  }
  const hasEdge = (style: CSSStyleDeclaration, edge: string) =>
    Number.parseFloat(style.getPropertyValue(`${edge}-width`)) > 0 && !['none', 'hidden'].includes(style.getPropertyValue(`${edge}-style`)) && standsOut(style.getPropertyValue(`${edge}-color`))
  const isSeen = (element: Element, part: string) => {
    const style = getComputedStyle(element, part || undefined)
    if (element instanceof SVGElement)
      return standsOut(style.fill) || (Number.parseFloat(style.strokeWidth) > 0 && standsOut(style.stroke))
    return standsOut(style.backgroundColor) || ['outline', 'border-top', 'border-right', 'border-bottom', 'border-left'].some(edge => hasEdge(style, edge))
  }
  if (after)
    return kept.seen.filter(([element, part]) => !isSeen(element, part)).map(([element, part]) => `${element.tagName}.${element.getAttribute('class')}${part} in ${element.parentElement?.closest('[class]')?.getAttribute('class')}`)
  kept.seen = []
  for (const element of document.querySelectorAll('main *')) {
    const { width, height } = element.getBoundingClientRect()
    if (width + height === 0 || !element.checkVisibility() || element.closest('defs, title, desc, .visually-hidden') || ['svg', 'g', 'a', 'text', 'tspan'].includes(element.tagName))
      continue
    if (element instanceof SVGElement) {
      if (isSeen(element, ''))
        kept.seen.push([element, ''])
      continue
    }
    if (!element.textContent!.trim() && isSeen(element, ''))
      kept.seen.push([element, ''])
    for (const part of ['::before', '::after']) {
      if (getComputedStyle(element, part).content === '""' && isSeen(element, part))
        kept.seen.push([element, part])
    }
  }
  return []
}
