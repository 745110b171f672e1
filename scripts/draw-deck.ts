import type { Locator, Page } from '@playwright/test'
import { rmSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { slidePlace, stayOnSlides } from '../core/places.ts'
import { buildCourse } from './build-course.ts'
import { ensureChromium, launchArgs } from './chromium.ts'
import { addressOf, serve } from './server.ts'

const OUT = '.test-dist/drawn'

/** The size of a slide in px, so that the deck is drawn neither larger nor smaller than it was made */
const SLIDE = { width: 980, height: 552 }

export interface DrawnDeck {
  page: Page
  /**
   * Shows a slide, and waits until it is drawn.
   * @param no its number in the deck, 1-based
   * @param id its full id; empty for the cover of the course
   */
  show: (no: number, id: string) => Promise<Locator>
}

/** Runs in the page: goes to another slide within the deck. */
function goTo(place: string): void {
  history.pushState(null, '', place)
  dispatchEvent(new PopStateEvent('popstate'))
}

/** Runs in the page: waits until what is there is drawn. */
async function drawn(): Promise<void> {
  await document.fonts.ready
  await new Promise<void>(resolve => requestAnimationFrame(() => requestAnimationFrame(() => resolve())))
}

/**
 * Opens the deck in a browser, light and without motion, and hands it to `use`.
 * @param use what is done with it
 * @param built a folder with a built course; without it one is built
 */
export async function withDeck<Result>(use: (deck: DrawnDeck) => Promise<Result>, built?: string): Promise<Result> {
  if (!built)
    await buildCourse({ out: OUT, base: '/', presents: false })
  const server = await serve(built ?? OUT, { port: 0 })
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: launchArgs })
  try {
    const page = await browser.newPage({ viewport: SLIDE, deviceScaleFactor: 3, reducedMotion: 'reduce', colorScheme: 'light' })
    return await use({
      page,
      async show(no, id) {
        const place = stayOnSlides(slidePlace(no))
        // Opened once, then gone through as by the browser's own keys: to load the deck takes longer than to draw a slide.
        if (page.url() === 'about:blank')
          await page.goto(addressOf(server) + place, { waitUntil: 'networkidle' })
        else
          await page.evaluate(goTo, place)
        await page.waitForURL(addressOf(server) + place)
        // The slides beside it are drawn too, and lie out of sight.
        const frame = page.locator(id ? `main.frame[data-slide="${id}"]` : 'main.frame-cover:not([data-slide])')
        await frame.waitFor()
        const question = frame.locator('.question-box')
        if (await question.count() > 0)
          await question.locator('[data-question]').waitFor()
        // What stands for something that is still on its way
        await frame.locator('.coming').first().waitFor({ state: 'detached' })
        // What a guess comes before is shown.
        const reveal = frame.locator('.frame-reveal')
        if (await reveal.count() > 0)
          await reveal.dispatchEvent('click')
        // A process is drawn to its end, step by step, as nothing moves by itself.
        const next = frame.getByRole('button', { name: 'Next picture' })
        while (await next.count() > 0 && await next.getAttribute('aria-disabled') !== 'true')
          await next.dispatchEvent('click')
        // The drawing of a cover comes after its words.
        if (await frame.locator('.cover .plate').count() > 0)
          await frame.locator('.cover .plate > svg').waitFor()
        await page.evaluate(drawn)
        return frame
      },
    })
  }
  finally {
    await browser.close()
    server.close()
    if (!built)
      rmSync(OUT, { recursive: true, force: true })
  }
}
