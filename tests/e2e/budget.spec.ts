import process from 'node:process'
import { budgets, MOST_ROOM } from '../../scripts/budgets.ts'
import { measureFirstLoad } from '../../scripts/first-load.ts'
import { expect, test } from './course.ts'

for (const [path, budget] of Object.entries(budgets)) {
  test(`the first load of ${path} keeps its budget, gzipped: ${budget.jsKib} KiB of JavaScript, ${budget.totalKib} KiB in all; and the budget has little room`, async ({ page }) => {
    const { hosts, ...found } = await measureFirstLoad(page, process.env.SITE_URL + path)
    for (const part of ['jsKib', 'totalKib'] as const) {
      expect.soft(found[part], `${part} is over its budget`).toBeLessThanOrEqual(budget[part])
      expect.soft(found[part] * MOST_ROOM, `${part} has so much room that scripts/budgets.ts is to be lowered`).toBeGreaterThanOrEqual(budget[part])
    }
    expect(hosts).toEqual(['localhost'])
  })
}
