import type { Page } from '@playwright/test'
import { course, expect, outlineOf, slideNo, slideReady, test } from './course.ts'
import { goTo } from './on-deck.ts'

// The deck's first slide stands in its document, and the deck takes over when it is awake.
const no = slideNo(outlineOf('depression').slides[0]!.id)

for (const [path, number] of [['/1', 1], ['/depression', no]] as const) {
  test(`${path} shows its slide before any script of the deck has come, and nothing jumps or goes blank when it has`, async ({ page }) => {
    let letThrough = () => {}
    const held = new Promise<void>(resolve => letThrough = resolve)
    await page.route('**/assets/*.js', async route => held.then(() => route.continue()))
    await page.goto(path, { waitUntil: 'commit' })
    const drawn = page.locator('[data-first-slide=stage]')
    const heading = drawn.getByRole('heading', { level: 1 })
    await expect(heading).toBeVisible()
    await page.waitForFunction(() => [...document.fonts].some(({ family, status }) => family.includes('Fraunces Variable') && status === 'loaded'))
    const before = await heading.boundingBox()
    await page.evaluate(() => {
      const seen = new Set<string>()
      Object.assign(window, { seen })
      new MutationObserver(() => seen.add(document.querySelector('[data-first-slide=stage]') || [...document.querySelectorAll('#slide-content main.frame .frame-title')].some(title => title.checkVisibility({ contentVisibilityAuto: true })) ? 'slide' : 'blank')).observe(document.body, { childList: true, subtree: true })
    })
    letThrough()
    const shown = page.locator(`.slidev-page-${number} main .frame-title`)
    await expect(shown).toBeVisible()
    await expect(drawn).toHaveCount(0)
    const after = await shown.boundingBox()
    for (const side of ['x', 'y', 'width', 'height'] as const)
      expect(Math.abs(after![side] - before![side]), side).toBeLessThan(2)
    expect(await page.evaluate(() => [...(window as unknown as { seen: Set<string> }).seen])).toEqual(['slide'])
  })
}

test('a key that is pressed before the deck is awake is not lost', async ({ page }) => {
  let letThrough = () => {}
  const held = new Promise<void>(resolve => letThrough = resolve)
  await page.route('**/assets/*.js', async route => held.then(() => route.continue()))
  await page.goto('/1', { waitUntil: 'commit' })
  await expect(page.locator('[data-first-slide=stage] h1')).toBeVisible()
  await page.keyboard.press('PageDown')
  await page.keyboard.press('ArrowRight')
  letThrough()
  await expect(page).toHaveURL(/\/3(?:\?.*)?$/)
  await expect(page.locator('.slidev-page-3 main .frame-title')).toHaveText(course.slides[2]!.title)
  await page.keyboard.press('PageUp')
  await expect(page).toHaveURL(/\/(?:2|[a-z-]+)(?:\?.*)?$/)
})

/** Of a cover: the lines of its title and of its lead, how wide and high the title's text is, and where the lead begins, in CSS pixels */
function lookAt(page: Page, no: number): Promise<{ lines: number[], title: number[], leadTop: number }> {
  return page.locator(`.slidev-page-${no} main.frame-cover`).evaluate((cover) => {
    const [title, lead] = ['.frame-title', '.lead'].map((part) => {
      const range = document.createRange()
      range.selectNodeContents(cover.querySelector(part)!)
      return { box: range.getBoundingClientRect(), lines: new Set(Array.from(range.getClientRects(), ({ top }) => Math.round(top))).size }
    })
    return { lines: [title!.lines, lead!.lines], title: [title!.box.width, title!.box.height], leadTop: lead!.box.top }
  })
}

test('no title of a cover grows or moves what stands below it when its font comes', async ({ page }) => {
  let letThrough = () => {}
  const held = new Promise<void>(resolve => letThrough = resolve)
  await page.route('**/*.woff2', async route => held.then(() => route.continue()))
  const covers = course.outline.sections.map(({ slides }) => slideNo(slides[0]!.id))
  const lookAtAll = async () => {
    const found: Record<number, Awaited<ReturnType<typeof lookAt>>> = {}
    for (const no of covers) {
      await goTo(page, `/${no}`)
      await expect(page.locator(`.slidev-page-${no} main.frame-cover .frame-title`)).toBeVisible()
      found[no] = await lookAt(page, no)
    }
    return found
  }
  await page.goto(`/${covers[1]}`, { waitUntil: 'commit' })
  await slideReady(page, covers[1]!)
  const before = await lookAtAll()
  letThrough()
  await page.evaluate(() => document.fonts.ready)
  const after = await lookAtAll()
  expect(await page.evaluate(() => document.fonts.check('560 60px "Fraunces Variable"')), 'the font has come').toBe(true)
  for (const no of covers) {
    const [system, own] = [before[no]!, after[no]!]
    expect(own.lines, `lines of the title and the lead on ${no}`).toEqual(system.lines)
    for (const side of [0, 1])
      expect(own.title[side]! - system.title[side]!, `${['width', 'height'][side]} of the title on ${no}`).toBeLessThan(1)
    expect(Math.abs(own.leadTop - system.leadTop), `the lead's place on ${no}`).toBeLessThan(1)
  }
})
