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

/** Goes through a page window by window, as somebody who reads it, until every part of it is alive. */
export async function readThrough(page: Page): Promise<void> {
  await settle(page)
  await page.waitForFunction(() => !document.querySelector('#app[data-asleep]'))
  await page.evaluate(async () => {
    const frame = () => new Promise(resolve => requestAnimationFrame(resolve))
    for (let top = 0; top < document.documentElement.scrollHeight; top += innerHeight) {
      scrollTo(0, top)
      await frame()
      await frame()
    }
  })
  await page.waitForFunction(() => !document.querySelector('[data-asleep]'))
  await settle(page)
  await page.evaluate(() => scrollTo(0, 0))
}

/** Opens what can be unfolded, so that it is looked at as well. */
export async function unfold(page: Page): Promise<void> {
  await page.evaluate(() => document.querySelectorAll('details').forEach(details => details.open = true))
}

/** What of a page reaches beyond the window, sideways; and text that is too small, where `least` says how small it may be. */
export function pageFaults(page: Page, least?: { text: number, inFigure: number }): Promise<string[]> {
  return page.evaluate((least) => {
    const faults: string[] = []
    if (document.documentElement.scrollWidth > innerWidth)
      faults.push(`the page is ${document.documentElement.scrollWidth} px wide`)
    // What lies wholly to the left is a link to skip something, which comes in with the focus.
    const isOut = (element: Element) => {
      const { width, left, right } = element.getBoundingClientRect()
      return width > 0 && (right > innerWidth + 1 || left < -1) && right > 0
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
      if (size < (drawn ? least.inFigure : least.text) - 0.1)
        faults.push(`${name()} is ${size.toFixed(1)} px`)
    }
    return faults
  }, least)
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
