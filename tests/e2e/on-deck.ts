import type { Page } from '@playwright/test'
import { expect, outlineOf, slideNo } from './course.ts'

/** A slide in the middle of a section */
export const no = slideNo('vagus-nerve.course')
export const titleOf = (no: number) => outlineOf('vagus-nerve').slides.find(slide => slideNo(slide.id) === no)!.title
export const bar = (page: Page) => page.getByRole('navigation', { name: 'Slides' })
export const heading = (page: Page, no: number) => page.locator(`.slidev-page-${no} .frame-title`)
export const stepped = (page: Page, no: number) => expect(page).toHaveURL(new RegExp(`/${no}(?:\\?.*)?$`))

/** Headings as the browser gives them to a screen reader; Playwright's own roles know nothing of `inert`. */
export async function spokenHeadings(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page)
  const { nodes } = await session.send('Accessibility.getFullAXTree')
  await session.detach()
  return nodes.flatMap(({ ignored, role, name }) => !ignored && role?.value === 'heading' ? [String(name?.value)] : [])
}

/** From slide to slide by a link, which needs no new document. */
export async function goTo(page: Page, place: string): Promise<void> {
  await page.evaluate((href) => {
    const link = Object.assign(document.createElement('a'), { href })
    document.body.append(link)
    link.click()
    link.remove()
  }, place)
}
