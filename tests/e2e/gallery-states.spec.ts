import process from 'node:process'
import { examples } from '../../pages/gallery/examples.ts'
import { expect, test } from './course.ts'
import { pageFaults, settle } from './looking.ts'

test('every type of question fits in every state, from a narrow phone up and with text of 200%', async ({ page }) => {
  await page.goto(`${process.env.PRESENT_URL}/gallery`)
  await expect(page.locator('[data-example]')).toHaveCount(examples.reduce((sum, { partly }) => sum + (partly === undefined ? 7 : 8), 0))
  const faults: string[] = []
  for (const fontSize of ['100%', '200%']) {
    await page.evaluate(size => document.documentElement.style.fontSize = size, fontSize)
    for (const width of [320, 360, 430, 640, 1280]) {
      await page.setViewportSize({ width, height: 800 })
      await settle(page)
      faults.push(...(await pageFaults(page)).map(fault => `${fontSize} at ${width} px: ${fault}`))
    }
  }
  expect(faults).toEqual([])
})
