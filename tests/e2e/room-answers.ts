import type { Browser, Locator, Page } from '@playwright/test'
import { press, respond } from './by-keyboard.ts'
import { choose, expect, questionOf } from './course.ts'

/** What people of a live room do with their phones. */

export const cardOf = (page: Page, id: string): Locator => page.locator(`[data-question="${id}"]`).first()
export const line = (page: Page): Locator => page.locator('p.line')

export async function save(page: Page, id: string): Promise<void> {
  await cardOf(page, id).getByRole('button', { name: 'Save answer' }).click()
}

export async function answerBy(page: Page, id: string, right: boolean): Promise<void> {
  await cardOf(page, id).waitFor()
  await choose(page, id, right)
  await save(page, id)
  await expect(page.getByText('Kept by the room.')).toBeVisible()
}

/** By keys alone, from wherever the focus is. */
export async function answerByKeys(page: Page, id: string): Promise<void> {
  await page.bringToFront()
  const root = cardOf(page, id)
  await root.waitFor()
  await respond(page, root, questionOf(id))
  await press(page, root.getByRole('button', { name: 'Save answer' }))
  await expect(page.getByText('Kept by the room.')).toBeVisible()
}

export async function place(page: Page, { approved, proof }: { approved: 'Yes' | 'No', proof: string }): Promise<void> {
  await page.getByRole('group', { name: 'Has the US regulator' }).getByLabel(approved, { exact: true }).check()
  await page.getByRole('group', { name: 'How strong' }).getByLabel(proof, { exact: true }).check()
  await page.locator('form').getByRole('button', { name: /^Send/ }).click()
  await expect(page.getByText('Kept by the room.')).toBeVisible()
}

export const isFirefox = (browser: Browser): boolean => browser.browserType().name() === 'firefox'

/** Several people at once; of the windows of one Firefox only the one in front hears keys, so there one after the other. */
export async function meanwhile(browser: Browser, ...people: (() => Promise<void>)[]): Promise<void> {
  if (!isFirefox(browser))
    return void await Promise.all(people.map(act => act()))
  for (const act of people)
    await act()
}
