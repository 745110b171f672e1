import process from 'node:process'
import { axeFaults, course, expect, slideNo, test } from './course.ts'
import { settle } from './looking.ts'

// The presenter's view as a whole, Slidev's own parts of it too.

test.use({ baseURL: async ({}, use) => use(process.env.PRESENT_URL), reducedMotion: 'reduce' } as Parameters<typeof test.use>[0]) // eslint-disable-line no-empty-pattern -- a fixture

/** @returns the parts of the presenter's view whose ground is none of ours, with its colour */
function foreignColours(): string[] {
  const probe = document.body.appendChild(document.createElement('i'))
  const ours = new Set(['--surface', '--paper', '--link'].map((name) => {
    probe.style.background = `var(${name})`
    return getComputedStyle(probe).backgroundColor
  }))
  probe.remove()
  return [...document.querySelectorAll('.slidev-presenter :is(.grid-section, .bg-main, .bg-primary)')]
    .filter(part => part.checkVisibility() && !ours.has(getComputedStyle(part).backgroundColor))
    .map(part => `${part.className}: ${getComputedStyle(part).backgroundColor}`)
}

test('axe finds nothing in the whole presenter’s view, in light and dark, with a figure and with a check', async ({ page }) => {
  const found: Record<string, string[]> = {}
  for (const id of ['depression.d02', 'depression.check-recover']) {
    await page.goto(`/presenter/${slideNo(id)}`)
    await page.locator(`.slidev-page-${slideNo(id)} main.frame`).waitFor()
    await page.locator('.slidev-note strong').first().waitFor()
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await settle(page)
      found[`${id}, ${colorScheme}`] = await axeFaults(page)
      expect(await page.evaluate(foreignColours), `${id}, ${colorScheme}`).toEqual([])
    }
  }
  expect(found).toEqual(Object.fromEntries(Object.keys(found).map(where => [where, []])))
})

test('the overview draws the slides that are nearly in view, and not the whole deck', async ({ page }) => {
  await page.goto(`/presenter/${slideNo('depression.d02')}`)
  await page.locator('.slidev-note strong').first().waitFor()
  await page.keyboard.press('o')
  await expect(page.locator('.z-modal [role="option"]')).toHaveCount(course.outline.deck.length)
  await page.locator('.z-modal .frame').first().waitFor()
  await settle(page)
  expect(await page.locator('.z-modal .frame').count()).toBeLessThan(course.outline.deck.length / 2)
})
