import { axeFaults, expect, test } from './course.ts'

test('the key / opens the search, and a link leads to what was found', async ({ page }) => {
  await page.goto('/')
  // Its words are there before anything hears a key.
  await page.waitForFunction(() => !document.querySelector('#app[data-hydrating]'))
  await page.keyboard.press('/')
  const search = page.getByRole('dialog', { name: 'Search the course' })
  await expect(search.getByRole('status')).toContainText('Try a device')
  await page.keyboard.type('sham group')
  await expect(search.getByRole('status')).toContainText('found')
  expect(await axeFaults(page)).toEqual([])
  await search.getByRole('link', { name: /^Sham group/ }).focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/glossary\/#sham-group$/)
  await expect(search).toBeHidden()
  await expect(page.locator('#sham-group')).toBeFocused()
})

test('Escape closes the search and gives the focus back', async ({ page }) => {
  await page.goto('/evidence')
  const button = page.getByRole('button', { name: 'Search' })
  await button.click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(button).toBeFocused()
})

test('search works without a connection once it was opened', async ({ page, context }) => {
  await page.goto('/')
  await page.getByRole('button', { name: 'Search' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Try a device' })).toBeVisible()
  await context.setOffline(true)
  await page.keyboard.type('migraine')
  await expect(page.getByRole('dialog').getByRole('link').first()).toBeVisible()
})

test('the search is no part of the first load', async ({ page }) => {
  const loaded: string[] = []
  page.on('request', request => loaded.push(request.url()))
  await page.goto('/', { waitUntil: 'networkidle' })
  const before = loaded.length
  await page.getByRole('button', { name: 'Search' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Try a device' })).toBeVisible()
  expect(loaded.length).toBeGreaterThan(before)
})

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme} scheme`, () => {
    test.use({ colorScheme })

    test('axe finds nothing on the glossary', async ({ page }) => {
      await page.goto('/glossary')
      await page.locator('#sham-group').waitFor()
      expect(await axeFaults(page)).toEqual([])
    })
  })
}
