import type { Page } from '@playwright/test'
import process from 'node:process'
import { course, expect, openReading, openSlide, outlineOf, slideNo, test } from './course.ts'
import { bar, heading, no, spokenHeadings, stepped, titleOf } from './on-deck.ts'

async function setUp(page: Page, settings: Record<string, string>) {
  await page.addInitScript(text => localStorage.setItem('wandering-nerve.settings', text), JSON.stringify(settings))
}

test('a slide has one main, a title of its own, and is announced as n of m with its heading', async ({ page }) => {
  for (const path of [`/${no}`, `${process.env.PRESENT_URL}/presenter/${no}`]) {
    await page.goto(path)
    await heading(page, no).first().waitFor()
    await expect(page.getByRole('main')).toHaveCount(1)
    await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toHaveText(titleOf(no))
    await expect(page).toHaveTitle(new RegExp(titleOf(no)))
    await page.keyboard.press('ArrowRight')
    await expect(page.getByRole('status').filter({ hasText: /^\s*Slide/ })).toHaveText(`Slide ${no + 1} of ${course.outline.deck.length}: ${titleOf(no + 1)}`)
    await expect(page).toHaveTitle(new RegExp(titleOf(no + 1)))
    await expect(page.getByRole('main')).toHaveCount(1)
  }
})

test('focus follows a change of slide to its heading, by keys and by the bar, and the keys go on working', async ({ page }) => {
  await openSlide(page, no)
  expect(await page.evaluate(() => document.activeElement === document.body), 'the first slide takes no focus').toBe(true)
  for (const [index, key] of ['ArrowRight', 'Space', 'PageDown', 'ArrowDown'].entries()) {
    await page.keyboard.press(key)
    await stepped(page, no + index + 1)
    await expect(heading(page, no + index + 1)).toBeFocused()
  }
  await page.keyboard.press('PageUp')
  await stepped(page, no + 3)
  await expect(heading(page, no + 3)).toBeFocused()
  await bar(page).getByRole('button', { name: 'Back' }).focus()
  await page.keyboard.press('Enter')
  await expect(heading(page, no + 2)).toBeFocused()
  await bar(page).getByRole('button', { name: 'Next' }).click()
  await expect(heading(page, no + 3)).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await stepped(page, no + 2)
  expect(await page.evaluate(() => [document.scrollingElement!.scrollTop, document.querySelector('#slide-content')!.scrollTop]), 'nothing jumps').toEqual([0, 0])
})

test('Tab goes to a skip link, then the slide, then the labelled bar; the skip link leads to the slide', async ({ page }) => {
  await openSlide(page, no)
  const places: string[] = []
  for (let presses = 0; presses < 40 && !places.at(-1)?.startsWith('bar: Display'); presses++) {
    await page.keyboard.press('Tab')
    places.push(await page.evaluate(() => {
      const { activeElement: at } = document
      const name = at?.textContent?.trim() ?? ''
      return at?.closest('main') ? 'slide' : at?.closest('.deck-bar') ? `bar: ${name}` : name
    }))
    if (presses === 0)
      await expect(page.getByRole('link', { name: 'Skip to the slide' })).toBeInViewport({ ratio: 1 })
  }
  expect(places.filter((place, index) => place !== places[index - 1])).toEqual(['Skip to the slide', 'slide', 'bar: Back', 'bar: Next', 'bar: Map', 'bar: Read as a page', 'bar: Presenter', 'bar: Display'])
  await page.getByRole('link', { name: 'Skip to the slide' }).focus()
  await page.keyboard.press('Enter')
  await expect(heading(page, no)).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await stepped(page, no + 1)
})

test('a click that has not come is out of the tab order and of the accessibility tree', async ({ page }) => {
  await openSlide(page, no)
  const hidden = page.locator('main .frame-body').first()
  await hidden.evaluate(body => body.insertAdjacentHTML('beforeend', '<p class="slidev-vclick-target slidev-vclick-hidden"><button>Not yet</button></p>'))
  await expect(page.getByText('Not yet')).toBeHidden()
  await expect(page.getByRole('button', { name: 'Not yet' })).toHaveCount(0)
  expect(await page.getByText('Not yet').evaluate((button) => {
    button.focus()
    return button === document.activeElement
  })).toBe(false)
})

test('the presenter’s picture of the next slide is out of the tab order and of the accessibility tree', async ({ page }) => {
  await page.goto(`${process.env.PRESENT_URL}/presenter/${no}`)
  const next = page.locator(`.slidev-page-${no + 1} .frame`)
  await expect(next).toHaveAttribute('inert')
  await expect.poll(() => spokenHeadings(page)).toEqual([titleOf(no)])
  for (let presses = 0; presses < 40; presses++) {
    await page.keyboard.press('Tab')
    expect(await next.evaluate(frame => frame.contains(document.activeElement))).toBe(false)
  }
})

test('single keys can be switched off, each of them; arrows stay, and with Ctrl a letter is the browser’s', async ({ page }) => {
  const fullscreen = () => page.evaluate(() => document.fullscreenElement !== null)
  await openSlide(page, no)
  const dark = await page.locator('html').evaluate(html => html.classList.contains('dark'))
  for (const key of ['Control+f', 'Control+d', 'Control+o', 'Control+g'])
    await page.keyboard.press(key)
  // Over a dialog the arrow would not step: where it does, the keys before it were heard, and led to nothing.
  await page.keyboard.press('ArrowRight')
  await stepped(page, no + 1)
  expect(await fullscreen()).toBe(false)
  await expect(page.locator('html')).toHaveClass(dark ? /dark/ : /light/)
  await expect(page.getByRole('dialog')).toHaveCount(0)

  await setUp(page, { keys: 'off' })
  await openSlide(page, no)
  for (const key of ['b', 'f', 'd', 'o', 'g', '`'])
    await page.keyboard.press(key)
  await expect(page.getByRole('button', { name: 'Show the slide' })).toHaveCount(0)
  await page.keyboard.press('ArrowRight')
  await stepped(page, no + 1)
  expect(await fullscreen()).toBe(false)
  await expect(page.locator('html')).toHaveClass(dark ? /dark/ : /light/)
  await expect(page.locator('.z-modal:visible, #slidev-goto-dialog:visible')).toHaveCount(0)
})

test('the key d and the colours of the settings say the same, on slides and on pages', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await openSlide(page, no)
  await expect(page.locator('html')).toHaveClass(/light/)
  await page.keyboard.press('d')
  await expect(page.locator('html')).toHaveClass(/dark/)
  await page.goto(`/learn/${course.sections[0]!.id}`)
  await expect(page.locator('html')).toHaveClass(/dark/)
  await page.getByRole('button', { name: 'Display' }).click()
  await expect(page.getByRole('radio', { name: 'Dark' })).toBeChecked()
  await page.getByRole('radio', { name: 'As the device' }).first().check()
  await openSlide(page, no)
  await expect(page.locator('html')).toHaveClass(/light/)
})

for (const [what, use, settings] of [
  ['the device asks for it', { reducedMotion: 'reduce' }, {}],
  ['the learner asks for it', {}, { motion: 'reduced' }],
] as const) {
  test.describe(`less motion, where ${what}`, () => {
    test.use(use as Parameters<typeof test.use>[0])

    test('is obeyed on the slide, in the bar and by Slidev’s own transitions', async ({ page }) => {
      await setUp(page, settings)
      await openSlide(page, no)
      await page.locator('main .frame-body').first().evaluate(body => body.insertAdjacentHTML('beforeend', '<p class="slide-left-enter-active fade-out-enter-active slidev-vclick-target">moves</p>'))
      const times = await page.locator('#app *').evaluateAll(elements => elements.map((element) => {
        const { transitionDuration, transitionDelay, animationDuration, animationName } = getComputedStyle(element)
        return Math.max(...[transitionDuration, transitionDelay, animationName === 'none' ? '0s' : animationDuration].flatMap(times => times.split(', ').map(Number.parseFloat)))
      }))
      expect(Math.max(...times)).toBeLessThan(0.001)
    })
  })
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`forced colours, ${colorScheme}`, () => {
    test.use({ forcedColors: 'active', colorScheme } as Parameters<typeof test.use>[0])

    test('leave the bar, its border, its signs and the line of the frame visible', async ({ page }) => {
      await openSlide(page, slideNo('vagus-nerve.verdicts'))
      await bar(page).getByRole('button', { name: 'Next' }).focus()
      await expect(bar(page)).toHaveCSS('opacity', '1')
      const colours = await page.evaluate(() => {
        const of = (selector: string, what: 'color' | 'stroke' | 'borderTopColor' | 'backgroundColor') => getComputedStyle(document.querySelector(selector)!)[what]
        return { paper: of('.deck-bar', 'backgroundColor'), marks: [of('.deck-bar', 'borderTopColor'), of('.deck-bar button', 'color'), of('.deck-bar svg', 'stroke'), of('.frame-line path', 'stroke'), of('.frame-line .live', 'stroke')] }
      })
      for (const mark of colours.marks)
        expect(mark).not.toBe(colours.paper)
      expect(colours.marks[3]).not.toBe(colours.marks[4])
    })
  })
}

test('a window at 400% zoom gets the words of a slide, which grow, and not the slide, which does not', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 180 })
  await page.goto(`/${no}`)
  await expect(page).toHaveURL('/learn/vagus-nerve/#course')
})

test.describe('on a phone held upright', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

  for (const [what, at] of [['at the root', 'SITE_URL'], ['under a sub-path', 'SUB_URL']] as const) {
    test(`a link to a slide opens the same place on the reading page, before the deck is loaded, ${what}`, async ({ page }) => {
      const base = process.env[at]!
      const deck: string[] = []
      page.on('request', request => /\/assets\/DeckPage/.test(request.url()) && deck.push(request.url()))
      await page.goto(`${base}/${no}`)
      await expect(page).toHaveURL(`${base}/learn/vagus-nerve/#course`)
      await expect(page.locator('#course')).toBeInViewport()
      await page.goto(`${base}/depression`)
      await expect(page).toHaveURL(`${base}/learn/depression/#${outlineOf('depression').slides[0]!.id.split('.')[1]}`)
      await page.goto(`${base}/1`)
      await expect(page).toHaveURL(`${base}/`)
      expect(deck).toEqual([])
    })
  }

  test('the presenter’s view stays', async ({ page }) => {
    await page.goto(`/presenter/${no}`)
    await heading(page, no).first().waitFor()
    await expect(page).toHaveURL(new RegExp(`/presenter/${no}`))
  })

  test('the reading page leads to the slides, they can be stepped through, and lead back to the same place', async ({ page }) => {
    await openReading(page, 'vagus-nerve')
    await page.getByRole('link', { name: 'as slides' }).click()
    const first = slideNo(outlineOf('vagus-nerve').slides[0]!.id)
    await heading(page, first).waitFor()
    for (let step = 1; step <= 2; step++) {
      await bar(page).getByRole('button', { name: 'Next' }).tap()
      await heading(page, first + step).waitFor()
    }
    await bar(page).getByRole('link', { name: 'Read as a page' }).click()
    await expect(page).toHaveURL(new RegExp(`/learn/vagus-nerve/#${outlineOf('vagus-nerve').slides[2]!.id.split('.')[1]}$`))
  })

  test('the map leads to the slides', async ({ page }) => {
    await page.goto('/')
    await page.getByRole('link', { name: 'open the slides' }).click()
    await heading(page, 1).waitFor()
  })

  test('two fingers may zoom a slide', async ({ page }) => {
    await page.goto(`/${no}?slides`)
    await heading(page, no).waitFor()
    await expect(page.locator('#page-root')).toHaveCSS('touch-action', /pinch-zoom|manipulation|auto/)
    expect(await page.locator('meta[name=viewport]').getAttribute('content')).not.toMatch(/user-scalable|maximum-scale/)
  })
})

test.describe('on a phone held sideways', () => {
  test.use({ viewport: { width: 690, height: 390 } })

  test('a link to a slide opens the slide', async ({ page }) => {
    await openSlide(page, no)
    await stepped(page, no)
  })
})
