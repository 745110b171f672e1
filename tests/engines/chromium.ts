import type { Engine } from './engine.ts'
import process from 'node:process'
import { chromium } from '@playwright/test'
import { launchArgs } from '../../scripts/chromium.ts'

/** Chromium through Playwright, with the memory of pages that people's browsers have and test browsers have not. */
export async function startChromium(): Promise<Engine> {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH, args: launchArgs, ignoreDefaultArgs: ['--disable-back-forward-cache'] })
  // Without saying so, the settings of the walk beside it would hold here too.
  const page = await browser.newPage({ serviceWorkers: 'allow' })
  const errors: string[] = []
  page.on('pageerror', error => errors.push(error.message))
  page.on('console', message => message.type() === 'error' && errors.push(message.text()))
  return {
    errors,
    open: async url => void await page.goto(url),
    run: expression => page.evaluate(expression),
    click: (x, y) => page.mouse.click(x, y),
    press: async (keys) => {
      for (const key of keys)
        await page.keyboard.press(key)
    },
    resize: (width, height) => page.setViewportSize({ width, height }),
    screenshot: () => page.screenshot(),
    close: () => browser.close(),
  }
}
