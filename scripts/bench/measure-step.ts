import type { Browser, Page } from '@playwright/test'
import { onPhone, settle, tookMs } from './profile.ts'

/** A deck whose steps are timed. */
export interface SteppedDeck {
  url: string
  tool: 'slidev' | 'reveal'
  /** Of more slides than steps, the way is straight on; else to and fro */
  slides: number
}

const STEPS = 40

/** The keys that lead to another slide. In Slidev, left and right may stay on a slide and show more of it. */
const keys = {
  slidev: { forth: 'ArrowDown', back: 'ArrowUp' },
  reveal: { forth: 'ArrowRight', back: 'ArrowLeft' },
}

/** Presses the arrow keys 40 times on the slow phone. @returns for each, ms from the key to the frame that shows the next slide */
export function measureStepsMs(browser: Browser, { url, tool, slides }: SteppedDeck): Promise<number[]> {
  return onPhone(browser, async (page) => {
    await page.goto(url, { waitUntil: 'load' })
    await settle(page)
    const timesMs: number[] = []
    for (let step = 0, no = 1; step < STEPS; step++) {
      const forth = Math.floor(step / (slides - 1)) % 2 === 0
      no += forth ? 1 : -1
      timesMs.push(await stepMs(page, tool, no, keys[tool][forth ? 'forth' : 'back']))
    }
    return timesMs
  })
}

async function stepMs(page: Page, tool: SteppedDeck['tool'], no: number, key: string): Promise<number> {
  await page.evaluate(([tool, no]) => {
    window.benchStep = {
      tookMs: undefined,
      isDone: () => {
        const slide = tool === 'slidev'
          ? document.querySelector(`#slide-content .slidev-page-${no}`)
          : document.querySelectorAll('.reveal .slides > section')[no - 1]
        // A neighbour that is kept ready counts as visible, what is in it does not.
        return !!slide?.firstElementChild?.checkVisibility({ visibilityProperty: true }) && /\w/.test(slide.textContent)
          && (tool === 'slidev' || slide.classList.contains('present'))
      },
    }
  }, [tool, no] as const)
  await page.keyboard.press(key)
  return tookMs(page, `${key} to slide ${no}`)
}
