import type { Picture } from '../exports/target.ts'
import { withDeck } from './draw-deck.ts'

/**
 * Takes a picture of the drawing on each of these slides; on a cover it is that of the station.
 * @param slides by full id, their numbers in the deck, 1-based
 * @param built a folder with a built course; without it one is built
 * @returns by the slide's full id
 */
export function drawFigures(slides: Record<string, number>, built?: string): Promise<Record<string, Picture>> {
  return withDeck(async ({ show }) => {
    const pictures: Record<string, Picture> = {}
    for (const [id, no] of Object.entries(slides)) {
      const frame = await show(no, id)
      const [station, drawing] = [frame.locator('.cover .plate > svg'), frame.locator('figure svg[role="img"]')]
      const figure = await station.count() > 0 ? station : await drawing.count() > 0 ? drawing.first() : frame.locator('figure').first()
      const { width, height } = (await figure.boundingBox())!
      pictures[id] = { png: new Uint8Array(await figure.screenshot({ omitBackground: true })), width, height }
    }
    return pictures
  }, built)
}
