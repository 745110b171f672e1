import { slideNo } from '../e2e/course.ts'
import { findPageFaults } from '../e2e/looking.ts'
import { expect, test } from './engine-test.ts'

test.use({ draws: true })

test('nothing reaches beyond the window: a wide one in light colours, a phone in dark ones', async ({ visitor }) => {
  for (const [width, height, scheme] of [[1280, 720, 'light'], [390, 844, 'dark']] as const) {
    await visitor.engine.resize(width, height)
    await visitor.evaluate(scheme => localStorage.setItem('wandering-nerve.settings', JSON.stringify({ scheme })), scheme)
    for (const [name, path] of [['map', '/'], ['page', '/learn/depression'], ['quiz', '/quiz/gut?seed=engines'], ['evidence', '/evidence'], ['slide', `/${slideNo('vagus-nerve.verdicts')}?slides`]] as const) {
      await visitor.open(path)
      await visitor.see({ css: `html.${scheme}` })
      await visitor.until('the page to be alive', () => visitor.evaluate(() => document.fonts.ready.then(() => !document.querySelector('#app[data-hydrating]') && document.querySelector('main') !== null)))
      expect(await visitor.evaluate(() => innerWidth)).toBe(width)
      // What is still loading when the page is left is an error to Firefox.
      if (name === 'slide')
        await visitor.until('the slide behind it', () => visitor.evaluate(no => document.querySelector(`.slidev-page-${no} .frame`) !== null, slideNo('vagus-nerve.verdicts') + 1))
      expect(await visitor.until('the layout', async () => JSON.stringify(await visitor.evaluate(findPageFaults, undefined))), `${path} ${scheme}`).toBe('[]')
      await visitor.screenshot(`${name}-${width}-${scheme}`)
    }
  }
})
