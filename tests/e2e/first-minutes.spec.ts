import { answer, expect, openReading, readPart, test } from './course.ts'

/* The first minutes of a learner on a phone: where one is, where one stopped, the way in, the paper at the end. */

test.use({ viewport: { width: 390, height: 844 } })

test('the bar leads to where one stopped, covers nothing that has the focus, and opens at one key', async ({ page }) => {
  await openReading(page, 'depression')
  await readPart(page, 'depression.claim')
  await openReading(page, 'depression')
  const bar = page.getByRole('navigation', { name: 'This section' })
  await bar.getByRole('link', { name: 'You stopped at: From neck to mood, in rats and people' }).click()
  await expect(page.getByRole('heading', { name: 'From neck to mood' })).toBeInViewport()
  await expect(bar.getByText('Part 3 of 14')).toBeVisible()
  // Back by keys, under the bar that stays.
  for (let presses = 0; presses < 12; presses++) {
    await page.keyboard.press('Shift+Tab')
    const [top, bottom] = await page.evaluate(() => [document.activeElement!.getBoundingClientRect().top, document.querySelector('.reading-bar')!.getBoundingClientRect().bottom])
    const isInBar = await page.evaluate(() => !!document.activeElement!.closest('.reading-bar, header'))
    expect(isInBar || top! >= bottom! - 1, `press ${presses + 1}: the focus at ${top} is not under the bar, which ends at ${bottom}`).toBe(true)
  }
  await page.keyboard.press('p')
  await expect(bar.getByRole('link', { name: 'What this section is about' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(bar.getByRole('link', { name: 'What this section is about' })).toBeHidden()
})

test('ten minutes: from the map to a first answer that counts, and a certificate on one page', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('link', { name: 'Try it in ten minutes' }).click()
  await answer(page, 'depression.why-off-group-improved')
  await expect(page.getByRole('heading', { name: 'Implant for treatment-resistant depression' })).toBeVisible()
  await page.goto('/certificate')
  await expect(page.getByText('Depression: 0 of 14 parts read')).toBeVisible()
  const pdf = (await page.pdf({ format: 'A4' })).toString('latin1')
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
})
