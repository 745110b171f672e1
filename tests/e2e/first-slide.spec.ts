import { course, expect, outlineOf, slideNo, test } from './course.ts'

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
    await page.evaluate(() => document.fonts.ready)
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
