import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadCourse } from '../../content/load-course.ts'
import { builtForTests } from '../../scripts/build-for-tests.ts'
import { addressOf, serve } from '../../scripts/server.ts'
import { pressCheck, respond } from './by-keyboard.ts'
import { expect, test } from './course.ts'

test('another course, from a content folder of its own, has its own name, picture and memory, and is read, checked and practised', async ({ page }) => {
  const tiny = await loadCourse('tests/fixtures/tiny')
  const questions = [...tiny.sections.flatMap(section => section.questions), ...tiny.headlines]
  const server = await serve(builtForTests.tiny, { port: 0 })
  const site = addressOf(server)
  const saved = () => page.evaluate(() => JSON.parse(localStorage.getItem('tea-and-rain.progress') ?? '{ "seen": {} }'))
  const answer = async () => {
    const root = page.locator('[data-question]').first()
    const id = (await root.getAttribute('data-question'))!
    // What the check of the section asked is not asked again.
    await root.getByRole('button', { name: /^(?:Check answer|Next question|See the result)$/ }).first().waitFor()
    if (await root.getByRole('button', { name: 'Check answer' }).isVisible()) {
      await respond(page, root, questions.find(question => question.id === id)!)
      await pressCheck(page, root)
    }
    await expect(root.getByRole('status')).toHaveText(/^Correct/)
    return { root, id }
  }

  await test.step('the map has its name, its words and its drawing', async () => {
    await page.goto(site)
    await expect(page).toHaveTitle('Tea and Rain')
    await expect(page.getByRole('banner').getByRole('link', { name: 'Tea and Rain' })).toBeVisible()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('One cup, two promises, what is true')
    await expect(page.getByText(tiny.about.home.lead)).toBeVisible()
    await expect(page.locator('svg.tiny-map text')).toHaveText(['1', '2'])
  })

  await test.step('it is installed under its name', async () => {
    const manifest = await page.request.get(`${site}/manifest.webmanifest`)
    expect(await manifest.json()).toMatchObject({ name: 'Tea and Rain', description: tiny.about.description, icons: [{ src: 'favicon.svg' }] })
  })

  await test.step('a section is read under its own cover, and its check answered', async () => {
    await page.locator('[data-section="tea"]').getByRole('link', { name: 'About tea', exact: true }).click()
    await expect(page).toHaveTitle('About tea · Tea and Rain')
    await expect(page.locator('.plate svg.tiny-plate')).toBeVisible()
    for (const { id } of tiny.outline.sections[0]!.slides) {
      await page.locator(`[data-end="${id}"]`).evaluate(end => end.scrollIntoView({ block: 'center', behavior: 'instant' }))
      await expect.poll(async () => Object.keys((await saved()).seen)).toContain(id)
    }
    await answer()
  })

  await test.step('its quiz is taken to the end', async () => {
    await page.goto(`${site}/quiz/tea`)
    const result = page.locator('h2.result')
    await page.locator('[data-question]').or(result).first().waitFor()
    while (!await result.isVisible()) {
      const { root, id } = await answer()
      await root.getByRole('button', { name: /Next question|See the result/ }).click()
      await page.locator(`[data-question]:not([data-question="${id}"])`).or(result).first().waitFor()
    }
    await expect(result).toHaveText(/: 100%$/)
  })

  await test.step('a place is found on a picture of its own', async () => {
    await page.goto(`${site}/quiz/rain?questions=place&seed=tiny`)
    await expect(page.locator('.tiny-places svg[data-figure="kitchen"]')).toBeVisible()
    const { id } = await answer()
    expect(id).toBe('rain.place')
  })

  await test.step('its badges have its words', async () => {
    await page.goto(`${site}/evidence`)
    await expect(page.locator('.approval .word').first()).toHaveText('Permitted')
    await page.goto(`${site}/beliefs`)
    await expect(page.getByText('Has the tea board allowed it for this?').first()).toBeVisible()
  })

  await test.step('all of it stands under a key of its own, and on its map', async () => {
    await page.goto(site)
    expect(await page.evaluate(() => Object.keys(localStorage).filter(key => !key.startsWith('tea-and-rain.')))).toEqual([])
    expect(Object.keys((await saved()).seen)).toContain('tea.start')
  })
  server.close()
})

test('no link of another course leads nowhere: it has no slides, and none leads to one', () => {
  const files = readdirSync(builtForTests.tiny, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.html') && file !== '404.html')
  const links = files.flatMap(file => Array.from(readFileSync(join(builtForTests.tiny, file), 'utf8').matchAll(/<a\b[^>]*\shref="([^"#]+)/g), ([, href]) => new URL(href!, `http://course/${file}`)).filter(({ host }) => host === 'course'))
  expect(links.length).toBeGreaterThan(100)
  expect([...new Set(links.map(({ pathname }) => pathname))].filter(path => !existsSync(join(builtForTests.tiny, path, 'index.html')))).toEqual([])
})

test('no page of another course says a word of this one', () => {
  const pages = readdirSync(builtForTests.tiny, { recursive: true, encoding: 'utf8' }).filter(file => /\.(?:html|webmanifest)$/.test(file))
  expect(pages.length).toBeGreaterThan(15)
  const words = (file: string) => readFileSync(join(builtForTests.tiny, file), 'utf8').replace(/<style>.*?<\/style>/gs, '')
  expect(pages.filter(file => /nerve|vag(?:us|al)|\bVNS\b|wandering|\bUS\b|\bFDA\b/i.test(words(file)))).toEqual([])
})
