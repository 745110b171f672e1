import process from 'node:process'
import { budgets } from '../../scripts/budgets.ts'
import { measureFirstLoad } from '../../scripts/first-load.ts'
import { expect, test } from './course.ts'

for (const [path, budget] of Object.entries(budgets)) {
  test(`the first load of ${path} keeps its budget, gzipped: ${budget.jsKib} KiB of JavaScript${budget.totalKib ? `, ${budget.totalKib} KiB in all` : ''}`, async ({ page }) => {
    const { jsKib, totalKib, hosts } = await measureFirstLoad(page, process.env.SITE_URL + path)
    expect.soft(jsKib, 'KiB of JavaScript').toBeLessThanOrEqual(budget.jsKib)
    expect.soft(totalKib, 'KiB in all').toBeLessThanOrEqual(budget.totalKib ?? Infinity)
    expect(hosts).toEqual(['localhost'])
  })
}
