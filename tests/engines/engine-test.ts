import process from 'node:process'
import { test as base, expect } from '@playwright/test'
import { findEngine } from '../../scripts/other-engines.ts'
import { startFirefox } from './firefox.ts'
import { Visitor } from './visitor.ts'
import { startWebKit } from './webkit.ts'

const start = {
  firefox: () => startFirefox(findEngine('firefox')!),
  webkit: (draws: boolean) => startWebKit(findEngine('webkit')!, draws),
}
type Name = keyof typeof start
const isHad = (name: Name) => findEngine(name) !== undefined

/** A test in another engine; what a page prints as an error fails it, where the engine tells. */
export const test = base.extend<{ isHad: void, visitor: Visitor }, { draws: boolean, browserOfAll: Visitor }>({
  /** For tests of what is seen: a browser of their own, where to draw takes long */
  draws: [false, { option: true, scope: 'worker' }],
  // One browser for all tests: to start one is the slowest of it.
  browserOfAll: [async ({ draws }, use, { project }) => {
    const engine = await start[project.name as Name](draws)
    await use(new Visitor(project.name, engine))
    await engine.close()
  }, { scope: 'worker', timeout: 120_000 }],
  // No browser is started for a test that is left out.
  // eslint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs from this pattern
  isHad: [async ({}, use, { project }) => {
    base.skip(!isHad(project.name as Name), `${project.name} is not here`)
    await use()
  }, { auto: true }],
  visitor: async ({ browserOfAll: visitor }, use) => {
    visitor.at = process.env.SITE_URL!
    await visitor.engine.resize(1280, 720)
    await visitor.open('/favicon.svg')
    await visitor.evaluate(() => localStorage.clear())
    visitor.engine.errors.length = 0
    await use(visitor)
    expect(visitor.engine.errors).toEqual([])
  },
})

export { expect }
