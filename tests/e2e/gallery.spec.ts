import process from 'node:process'
import { examples } from '../../pages/gallery/examples.ts'
import { pressCheck, respond } from './by-keyboard.ts'
import { axeFaults, expect, test } from './course.ts'

/** The gallery is in the build for presenting, not in the public one. */
const gallery = () => `${process.env.PRESENT_URL}/gallery`

test('the public site has no gallery', async ({ page }) => {
  await page.goto('/')
  const response = await page.request.get('/gallery')
  expect(response.status()).toBe(404)
})

test('axe finds nothing in any type and any state, light and dark, on a screen and on a phone', async ({ page }) => {
  for (const [width, height] of [[1280, 720], [390, 844]] as const) {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize({ width, height })
      await page.emulateMedia({ colorScheme })
      await page.goto(gallery())
      await expect(page.locator('[data-example]')).toHaveCount(examples.reduce((sum, { partly }) => sum + (partly === undefined ? 7 : 8), 0))
      expect(await axeFaults(page), `${width} ${colorScheme}`).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth), 'no sideways scroll').toBe(true)
    }
  }
})

test('everything that is to be touched is at least 44 px high and wide', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(gallery())
  const small = await page.locator('[data-example$="-fresh"]').evaluateAll(roots => roots.flatMap(root =>
    [...root.querySelectorAll<HTMLElement>('input, select, button')].flatMap((control) => {
      const boxes = [control, ...(control as HTMLInputElement).labels ?? []].map(element => element.getBoundingClientRect())
      const enough = boxes.some(({ width, height }) => width >= 43.5 && height >= 43.5)
      return enough ? [] : [`${root.getAttribute('data-example')}: ${control.outerHTML.slice(0, 90)} ${boxes.map(({ width, height }) => `${width}×${height}`)}`]
    })))
  expect(small).toEqual([])
})

for (const { question } of examples) {
  const name = question.id.split('.')[1]!
  test(`a question of the kind ${name} is answered rightly by keys alone, and the outcome is heard`, async ({ page }) => {
    await page.goto(gallery())
    const root = page.locator(`[data-example="${name}-fresh"]`)
    await root.waitFor()
    // A person would come from above; Tab takes it from the heading on.
    await root.evaluate(element => element.setAttribute('tabindex', '-1'))
    await root.focus()
    await respond(page, root, question)
    await pressCheck(page, root)
    await expect(root.getByRole('status')).toHaveText(/^Correct/)
  })
}
