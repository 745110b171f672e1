import { Buffer } from 'node:buffer'
import { readFile } from 'node:fs/promises'
import { answer, axeFaults, expect, openReading, outlineOf, test } from './course.ts'

const check = outlineOf('depression').checks[0]!

test('a copy of progress is taken as a file, everything is forgotten, and the file brings it back', async ({ page }) => {
  await openReading(page, 'depression')
  await answer(page, check)
  await page.goto('/progress')
  await expect(page.getByText('1 answer given')).toBeVisible()
  expect(await axeFaults(page)).toEqual([])

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save a copy as a file' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^wandering-nerve-progress-\d{4}-\d{2}-\d{2}\.json$/)
  const buffer = await readFile(await download.path())

  await page.getByRole('button', { name: 'Start afresh' }).click()
  await page.getByRole('button', { name: 'Yes, forget everything' }).click()
  await page.reload()
  await expect(page.getByText('Nothing yet')).toBeVisible()

  await page.getByLabel('Bring in a copy').setInputFiles({ name: download.suggestedFilename(), mimeType: 'application/json', buffer })
  await expect(page.getByRole('status').filter({ hasText: 'would add 1 answer' })).toBeVisible()
  await page.getByRole('button', { name: 'Add it' }).click()
  await expect(page.getByText('1 answer given')).toBeVisible()
  await page.reload()
  await expect(page.getByText('1 answer given')).toBeVisible()

  await page.getByLabel('Bring in a copy').setInputFiles({ name: 'again.json', mimeType: 'application/json', buffer })
  await expect(page.getByText('Everything in this file is here already.')).toBeVisible()
})

test('forgetting everything asks first and can be undone', async ({ page }) => {
  await openReading(page, 'depression')
  await answer(page, check)
  await page.goto('/progress')
  await page.getByRole('button', { name: 'Start afresh' }).click()
  await page.getByRole('button', { name: 'No, keep it' }).click()
  await expect(page.getByText('1 answer given')).toBeVisible()
  await page.getByRole('button', { name: 'Start afresh' }).click()
  await page.getByRole('button', { name: 'Yes, forget everything' }).click()
  await expect(page.getByText('Nothing yet')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('1 answer given')).toBeVisible()
  await page.reload()
  await expect(page.getByText('1 answer given')).toBeVisible()
})

test('a file of another kind is refused with a reason, and nothing is changed', async ({ page }) => {
  await page.goto('/progress')
  await page.getByLabel('Bring in a copy').setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{"a":1}') })
  await expect(page.getByText('This is not a copy of progress in this course.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Add it' })).toHaveCount(0)
})
