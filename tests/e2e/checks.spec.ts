import { answer, course, expect, openSlide, slideNo, test } from './course.ts'
import { slideFaults } from './looking.ts'
import { goTo } from './on-deck.ts'

// In a room nobody scrolls: a check fits its slide in every state, and its words are large enough for the last row.
const checks = course.outline.sections.flatMap(({ slides }) => slides.filter(({ layout }) => layout === 'check')).map(({ id }) => slideNo(id))
/** 18 px on the canvas of a slide, as they are seen in this window */
const LEAST_PX = 18 * 1280 / 980

test.use({ reducedMotion: 'reduce' } as Parameters<typeof test.use>[0])

for (const half of [0, 1]) {
  test(`every check fits its slide before and after each answer, in words of 18 px or more (${half + 1} of 2)`, async ({ page }) => {
    const own = checks.filter((_, place) => place % 2 === half)
    const found: Record<string, string[]> = {}
    await openSlide(page, own[0]!)
    for (const no of own) {
      if (no !== own[0])
        await goTo(page, `/${no}`)
      const question = page.locator(`.slidev-page-${no} main [data-question]`)
      const id = (await question.getAttribute('data-question'))!
      const look = async (state: string) => found[`${id} ${state}`] = await slideFaults(page, no, LEAST_PX)
      const basis = question.getByText('What it rests on')
      await look('open')
      await answer(page, id, false)
      await look('at the second try')
      await question.getByRole('button', { name: 'Show the answer' }).click()
      await basis.waitFor()
      await look('missed')
      await question.getByRole('button', { name: /^(?:And the other|Why\?)/ }).click()
      await look('missed, the rest')
      await question.getByRole('button', { name: 'Try again' }).click()
      await answer(page, id)
      await basis.waitFor()
      await look('right')
      await question.getByRole('button', { name: /^(?:And the other|Why\?)/ }).click()
      await look('right, the rest')
      await basis.click()
      await look('what it rests on')
      // A list of sources may be long, and scrolls; what closes it is seen by whoever opened it.
      await expect(question.getByRole('button', { name: 'Close', exact: true }), id).toBeInViewport({ ratio: 0.9 })
      // Lines fade where it is cut, and none does when it is at its end.
      expect(await question.locator('.panel > ul').evaluate((list) => {
        const fade = getComputedStyle(list, '::after')
        list.scrollTo(0, list.scrollHeight)
        const scale = list.getBoundingClientRect().width / (list as HTMLElement).offsetWidth
        const below = list.getBoundingClientRect().bottom - list.querySelector('li:last-child')!.getBoundingClientRect().bottom
        return fade.position === 'sticky' && below >= Number.parseFloat(fade.height) * scale - 1
      }), `${id}: it shows that there is more`).toBe(true)
    }
    expect(Object.fromEntries(Object.entries(found).filter(([, faults]) => faults.length > 0))).toEqual({})
  })
}
