import { axeFaults, course, expect, openSlide, test } from './course.ts'
import { bar, heading, no, spokenHeadings, stepped, titleOf } from './on-deck.ts'

test('the overview is a list of named slides: arrows move the focus, Enter and space go there, Escape leaves', async ({ page }) => {
  const soon = expect.configure({ timeout: 30_000 })
  await openSlide(page, no)
  await page.keyboard.press('o')
  const view = page.getByRole('dialog', { name: 'All slides' })
  // By the attribute: the pictures of questions hold options too, which are inert.
  const options = view.locator('[role=option]')
  await soon(options).toHaveCount(course.outline.deck.length)
  await soon(options.nth(no - 1)).toBeFocused()
  await soon(options.nth(no - 1)).toHaveAccessibleName(`${no}: ${titleOf(no)}`)
  await expect.poll(() => spokenHeadings(page), { timeout: 30_000 }).toEqual([])
  // Each option is named by its slide's number and title; the picture inside says more, and is inert.
  expect(await axeFaults(page, { without: ['label-content-name-mismatch'] })).toEqual([])
  await page.keyboard.press('ArrowRight')
  await soon(options.nth(no)).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Close' })).toBeFocused()
  // It belongs to the dialog, though Slidev draws it beside.
  await expect(page.locator('body')).toMatchAriaSnapshot(`
    - dialog "All slides":
      - button "Close"
  `)
  await page.keyboard.press('Shift+Tab')
  await soon(options.nth(no)).toBeFocused()
  await page.keyboard.press('Enter')
  await stepped(page, no + 1)
  await soon(view).toHaveCount(0)
  await expect(heading(page, no + 1)).toBeFocused()

  await page.keyboard.press('o')
  await soon(options.nth(no)).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Space')
  await soon(view).toHaveCount(0)
  await stepped(page, no + 2)
  await page.keyboard.press('o')
  await soon(options.nth(no + 1)).toBeFocused()
  await page.keyboard.press('Escape')
  await soon(view).toHaveCount(0)
  await expect(heading(page, no + 2)).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(bar(page).getByRole('button', { name: 'Next' })).toBeEnabled()
})

test('the field to go to a slide is a named combobox that takes the focus and says what the arrows choose', async ({ page }) => {
  await openSlide(page, no)
  await expect(page.getByRole('combobox')).toHaveCount(0)
  await page.keyboard.press('g')
  const field = page.getByRole('dialog', { name: 'Go to a slide' }).getByRole('combobox', { name: 'Number of a slide, or words of its title' })
  await expect(field).toBeFocused()
  await page.keyboard.type('depression')
  const chosen = page.getByRole('option', { selected: true })
  await expect(chosen).toHaveCount(1)
  await expect(field).toHaveAttribute('aria-expanded', 'true')
  expect(await field.getAttribute('aria-activedescendant')).toBe(await chosen.getAttribute('id'))
  expect((await axeFaults(page)).filter(fault => !fault.startsWith('region:'))).toEqual([])
  const first = await chosen.textContent()
  await page.keyboard.press('ArrowDown')
  await expect(chosen).not.toHaveText(first!)
  expect(await field.getAttribute('aria-activedescendant')).toBe(await chosen.getAttribute('id'))
  const wanted = Number(/\d+/.exec((await chosen.textContent())!)![0])
  await page.keyboard.press('Enter')
  await expect(heading(page, wanted)).toBeFocused()
  await page.keyboard.press('g')
  await expect(field).toBeFocused()
  await page.keyboard.type('999')
  const told = page.getByRole('dialog', { name: 'Go to a slide' }).getByRole('status')
  await expect(told).toHaveText('No slide has this number or title.')
  await page.keyboard.press('Enter')
  await expect(field, 'there is nowhere to go').toBeFocused()
  await field.fill('7')
  await expect(told).toBeEmpty()
  await page.keyboard.press('Escape')
  await expect(heading(page, wanted)).toBeFocused()
})

test('overview and field have role, name and focus which are loaded when their key is first pressed', async ({ page }) => {
  const parts = /\/assets\/slidev\/QuickOverview-[^/]*\.js$/
  for (const [key, dialog, focused] of [['o', 'All slides', 'option'], ['g', 'Go to a slide', 'combobox']] as const) {
    let load = () => {}
    const pressed = new Promise<void>(resolve => load = resolve)
    const asked = page.waitForRequest(parts)
    await page.route(parts, async (route) => {
      await pressed
      await route.continue()
    })
    await page.goto(`/${no}`)
    await heading(page, no).waitFor()
    await page.keyboard.press(key)
    await asked
    load()
    await expect(page.getByRole('dialog', { name: dialog }).locator(`[role=${focused}]:focus`)).toBeVisible()
    await page.unroute(parts)
  }
})
