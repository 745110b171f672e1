import process from 'node:process'
import { course, expect, openSlide, slideNo, test } from './course.ts'

for (const [index, id] of course.outline.deck.entries()) {
  test(`slide ${index + 1} (${id ?? 'cover'}) keeps inside its frame, with text of 18 px or more at 1280 × 720`, async ({ page }) => {
    await openSlide(page, index + 1)
    const faults = await page.locator('main.frame').evaluate((frame) => {
      const scale = frame.getBoundingClientRect().width / 980
      const body = frame.querySelector('.frame-body')!.getBoundingClientRect()
      const faults: string[] = []
      for (const element of frame.querySelectorAll<HTMLElement>('.frame-body *')) {
        if (element.closest('.visually-hidden, svg title, svg desc, details:not([open]) > :not(summary), .question-box > *'))
          continue
        const box = element.getBoundingClientRect()
        const name = `${element.tagName}.${element.getAttribute('class')} "${element.textContent?.trim().slice(0, 30)}"`
        if (box.height && box.bottom > body.bottom + 1 && !element.closest('svg'))
          faults.push(`${name} ends ${Math.round((box.bottom - body.bottom) / scale)} px too low`)
        if (box.width && box.right > body.right + 1 && !element.closest('svg'))
          faults.push(`${name} ends ${Math.round((box.right - body.right) / scale)} px too far right`)
        if (![...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.textContent!.trim()))
          continue
        const svg = (element as unknown as SVGElement).ownerSVGElement
        const zoom = svg?.viewBox.baseVal.width ? svg.getBoundingClientRect().width / scale / svg.viewBox.baseVal.width : 1
        const size = Number.parseFloat(getComputedStyle(element).fontSize) * zoom * scale
        if (size < 17.9)
          faults.push(`${name} is ${size.toFixed(1)} px`)
      }
      return faults
    })
    expect(faults).toEqual([])
  })
}

test('arrow keys and the bar move the deck, and a slide that was shown counts as seen', async ({ page }) => {
  const no = slideNo('depression.start')
  await openSlide(page, no)
  await page.keyboard.press('ArrowRight')
  await expect(page).toHaveURL(new RegExp(`/${no + 1}$`))
  await page.getByRole('navigation', { name: 'Slides' }).getByRole('button', { name: 'Next' }).click()
  await expect(page).toHaveURL(new RegExp(`/${no + 2}$`))
  await expect.poll(() => page.evaluate(() => Object.keys(JSON.parse(localStorage.getItem('wandering-nerve.progress') ?? '{}').seen ?? {}).length)).toBe(3)
})

test('a figure’s words can be read: each drawing has a name or is marked as decoration', async ({ page }) => {
  for (const id of ['vagus-nerve', 'depression']) {
    await page.goto(`/learn/${id}`)
    await page.locator('.onward').waitFor()
    const nameless = await page.locator('main svg').evaluateAll(drawings => drawings.filter(svg =>
      !svg.closest('[aria-hidden="true"]') && !svg.getAttribute('aria-labelledby') && !svg.getAttribute('aria-label')).map(svg => svg.outerHTML.slice(0, 80)))
    expect(nameless).toEqual([])
  }
})

test('the presenter’s view shows a question of the next slide that cannot be operated', async ({ page }) => {
  const check = slideNo(course.outline.sections.find(({ id }) => id === 'depression')!.slides.find(({ layout }) => layout === 'check')!.id)
  await page.goto(`${process.env.PRESENT_URL}/presenter/${check - 1}`)
  const preview = page.locator('[data-question]').first()
  await expect(preview).toBeAttached()
  await expect(preview).toHaveAttribute('inert')
})
