import process from 'node:process'
import { measureFirstLoad } from '../../scripts/first-load.ts'
import { expect, test } from './course.ts'

test('the first load of /learn/depression needs at most 190 KiB of JavaScript, gzipped', async ({ page }) => {
  const { jsKib, hosts } = await measureFirstLoad(page, `${process.env.SITE_URL}/learn/depression`)
  expect(jsKib).toBeLessThanOrEqual(190)
  expect(hosts).toEqual(['localhost'])
})
