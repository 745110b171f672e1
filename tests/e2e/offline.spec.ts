import type { Page } from '@playwright/test'
import process from 'node:process'
import { addressOf } from '../../scripts/server.ts'
import { answer, course, expect, openSlide, outlineOf, questionOf, slideNo, test } from './course.ts'
import { buildNext, hostOf } from './next-build.ts'

test.use({ serviceWorkers: 'allow' })

/** All files of the course are fetched and kept: on a busy machine that takes a minute. */
const KEEPING_MS = 120_000

/** Waits until everything is kept, and this page gets its parts from there. */
async function keptOffline(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true))
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state), { timeout: KEEPING_MS }).toBe('activated')
}

test('after a first visit everything works without a network: nine sections, a quiz, a review, slides', async ({ page, context }) => {
  await page.goto('/')
  await keptOffline(page)
  await context.setOffline(true)

  for (const { id, title, checks } of course.outline.sections) {
    await page.goto(`/learn/${id}`)
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
    await page.locator('figure').first().scrollIntoViewIfNeeded()
    await expect(page.locator('figure').first()).toBeVisible()
    await answer(page, checks[0]!)
    await expect(page.locator(`[data-question="${checks[0]}"]`).getByRole('status')).toHaveText(/^Correct/)
  }

  await page.goto('/quiz/gut')
  const question = page.locator('[data-question]')
  await question.waitFor()
  while (await question.isVisible()) {
    const id = (await question.getAttribute('data-question'))!
    if (await question.getByRole('button', { name: 'Check answer' }).isVisible())
      await answer(page, id)
    await question.getByRole('button', { name: /Next question|See the result/ }).click()
    await page.locator(`[data-question]:not([data-question="${id}"]), h2.result`).first().waitFor()
  }
  await expect(page.getByRole('heading', { name: 'Practised: 100%' })).toBeVisible()

  await page.clock.setFixedTime(Date.now() + 60 * 86_400_000)
  await page.goto('/review')
  await expect(page.getByText(/Question 1 of \d+ due today/)).toBeVisible()
  await answer(page, (await question.getAttribute('data-question'))!)

  await openSlide(page, slideNo('depression.d02'))
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  for (const path of ['/', '/evidence', '/glossary', '/handout/gut']) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  }
})

test('what is kept waits while somebody uses the page, and comes once they rest', async ({ page }) => {
  await page.goto('/')
  const kept = () => page.evaluate(async () => {
    const caches = await Promise.all((await window.caches.keys()).map(async name => (await window.caches.open(name)).keys()))
    return caches.flat().length
  })
  const press = async () => {
    await page.keyboard.press('ArrowDown')
    return kept()
  }
  const isComing = () => page.evaluate(async () => !!(await navigator.serviceWorker.getRegistration())?.installing)
  await expect.poll(async () => await press() >= 0 && await isComing(), { intervals: [50], timeout: KEEPING_MS }).toBe(true)
  // A page that had no turn for two seconds told of no press: then the next three seconds are looked at.
  let before = 0
  await expect(async () => {
    before = await press()
    for (const end = Date.now() + 3000; Date.now() < end;)
      expect(await press()).toBe(before)
  }).toPass({ intervals: [0], timeout: KEEPING_MS })
  await keptOffline(page)
  expect(await kept()).toBeGreaterThan(before)
})

test('an update is fetched behind, never offered in the middle of a quiz, taken at the learner’s word, and mixes nothing', async ({ page }) => {
  const section = 'depression'
  const changed = course.sections.find(({ id }) => id === section)!.questions.find(({ id, type, prompt }) => type === 'choice' && !outlineOf(section).checks.includes(id) && !/[:'"]/.test(prompt))!
  const other = questionOf(outlineOf(section).checks[0]!)
  const newPrompt = `${changed.prompt} In the new version`
  const { server, put } = await hostOf('.test-dist/public')
  try {
    const at = addressOf(server)
    const slug = (id: string) => id.slice(section.length + 1)
    await page.goto(`${at}/quiz/${section}?questions=${slug(changed.id)},${slug(other.id)}&seed=test`)
    await page.getByText(changed.prompt).waitFor()
    await keptOffline(page)

    put(await buildNext(section, changed.prompt, newPrompt))
    await page.evaluate(() => navigator.serviceWorker.getRegistration().then(registration => registration!.update()))
    await expect.poll(() => page.evaluate(() => navigator.serviceWorker.getRegistration().then(registration => registration!.waiting?.state)), { timeout: KEEPING_MS }).toBe('installed')

    const offer = page.getByText('A new version of the course is ready.')
    for (const id of [changed.id, other.id]) {
      await expect(page.locator('[data-question]')).toHaveAttribute('data-question', id)
      await expect(page.locator('[data-question]')).toContainText(questionOf(id).prompt)
      await expect(offer).toBeHidden()
      await answer(page, id)
      await expect(offer).toBeHidden()
      await page.getByRole('button', { name: /Next question|See the result/ }).click()
    }
    await expect(page.getByRole('heading', { name: 'Practice: 100%' })).toBeVisible()
    await expect(offer).toBeVisible()
    await expect(page.getByText(newPrompt)).toBeHidden()

    await page.goto(`${at}/learn/${section}`)
    await expect(offer).toBeVisible()
    await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Update now' }).click()])
    await page.goto(`${at}/quiz/${section}`)
    await expect(page.getByRole('heading', { name: 'Practice: 100%' })).toBeVisible()
    await expect(page.getByText(newPrompt).first()).toBeVisible()
    await expect(offer).toBeHidden()
  }
  finally {
    server.close()
  }
})

test('where a service worker cannot be had, nothing else changes', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'serviceWorker', { value: undefined }))
  await page.goto(`${process.env.SITE_URL}/learn/gut`)
  await answer(page, outlineOf('gut').checks[0]!)
  await expect(page.locator(`[data-question="${outlineOf('gut').checks[0]}"]`).getByRole('status')).toHaveText(/^Correct/)
})

test('the course can be installed: a manifest with a name, a start and icons that are there', async ({ page }) => {
  await page.goto('/')
  const href = await page.locator('link[rel=manifest]').getAttribute('href')
  const manifest = await (await page.request.get(href!)).json()
  expect(manifest).toMatchObject({ name: 'Wandering Nerve', start_url: '.', display: 'standalone' })
  for (const { src } of manifest.icons)
    expect((await page.request.get(`/${src}`)).status(), src).toBe(200)
})
