import { JOINING_KIB, MOST_ROOM } from '../../scripts/budgets.ts'
import { measureFirstLoad } from '../../scripts/first-load.ts'
import { course, expect, test } from './course.ts'
import { openHall, person } from './hall.ts'

const CLAIM = 'vagus-nerve.claim'

test(`joining takes at most ${JOINING_KIB} KiB, gzipped, in few answers; the course’s fonts and what a question needs come a little later`, async ({ browser }) => {
  const hall = await openHall([CLAIM])
  const { page, context, trouble } = await person(browser)
  await page.clock.install()
  const asked: string[] = []
  page.on('request', request => asked.push(request.url()))
  const { totalKib } = await measureFirstLoad(page, `${hall.origin}/r/${hall.code}`)
  await expect(page.locator('p.line')).toHaveText('You are in the room.')
  await expect(page.getByRole('heading', { name: course.slides.find(({ id }) => id === CLAIM)!.title })).toBeVisible()
  expect(totalKib).toBeLessThanOrEqual(JOINING_KIB)
  expect(totalKib * MOST_ROOM).toBeGreaterThanOrEqual(JOINING_KIB)
  expect(asked.length).toBeLessThanOrEqual(20)
  expect(asked.filter(url => /woff2|RoomBallot/.test(url))).toEqual([])
  await page.clock.fastForward(30_000)
  await expect.poll(() => asked.filter(url => /woff2|\/RoomBallot[\w-]*\.js/.test(url)).length).toBe(3)
  expect(trouble).toEqual([])
  await context.close()
  await hall.close()
})
