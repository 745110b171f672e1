import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
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

test('no file of the public site holds the gallery, and the build for presenting does', () => {
  const told = examples[0]!.question.prompt
  const holding = (folder: string) => readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.js') && readFileSync(join(folder, file), 'utf8').includes(told))
  expect(holding('.test-dist/public')).toEqual([])
  expect(holding('.test-dist/present')).toHaveLength(1)
  for (const file of readdirSync('.test-dist/public', { recursive: true, encoding: 'utf8' }))
    expect(file).not.toMatch(/gallery/i)
})

test('axe finds nothing in any type and any state: on a screen in light colours, on a phone in dark ones', async ({ page }) => {
  for (const [width, height, colorScheme] of [[1280, 720, 'light'], [390, 844, 'dark']] as const) {
    await page.setViewportSize({ width, height })
    await page.emulateMedia({ colorScheme })
    await page.goto(gallery())
    await expect(page.locator('[data-example]')).toHaveCount(examples.reduce((sum, { partly }) => sum + (partly === undefined ? 7 : 8), 0))
    expect(await axeFaults(page), `${width} ${colorScheme}`).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth), 'no sideways scroll').toBe(true)
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

test('a guess is made by the keys of the slider, nobody too, and heard', async ({ page }) => {
  await page.goto(gallery())
  const root = page.locator('[data-example="estimate-fresh"]')
  const slider = root.getByRole('slider', { name: 'Your guess, on a slider' })
  await expect(slider).toHaveAttribute('aria-valuetext', 'no guess yet')
  await slider.focus()
  await page.keyboard.press('Home')
  await expect(slider).toHaveAttribute('aria-valuetext', '0 people in 100')
  for (let presses = 0; presses < 24; presses++)
    await page.keyboard.press('ArrowRight')
  await expect(root.getByLabel('Your guess', { exact: true })).toHaveValue('24')
  await pressCheck(page, root)
  await expect(root.getByRole('status')).toHaveText(/^Correct/)
})

test('a mark on a figure, and the region itself, choose the same as the list', async ({ page }) => {
  await page.goto(gallery())
  const root = page.locator('[data-example="hotspot-fresh"]')
  await root.locator('.spot', { hasText: 'A' }).click()
  await expect(root.getByRole('radio', { name: /^A /, checked: true })).toBeFocused()
  await root.locator('.region.shown:not(.lit) .shape').first().click({ force: true })
  await expect(root.getByRole('radio', { checked: true })).not.toHaveAccessibleName(/^A /)
})
