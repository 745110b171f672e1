import type { Browser, Page } from '@playwright/test'
import type { Question } from '../../core/course.ts'
import { createRequire } from 'node:module'
import { chromium } from '@playwright/test'
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { score, solution } from '../../core/question-types/index.ts'
import { itemFile } from '../../exports/qti/manifest.ts'
import { qti21, qti30 } from '../../exports/qti/qti.ts'
import { gapId, itemId, placeId } from '../../exports/qti/responses.ts'
import { ensureChromium, launchArgs } from '../../scripts/chromium.ts'
import { sendable } from '../fixtures/any-question.ts'
import { selectionOf } from '../fixtures/selections.ts'
import { schemaProblems, schemasIn } from '../fixtures/xmllint.ts'

it('every question of the course holds to the schema of QTI 2.1, and the manifest to that of packages', async () => {
  const [bytes] = Object.values(await qti21.make(await selectionOf()))
  const { 'imsmanifest.xml': manifest, ...documents } = unzipSync(bytes!)
  const texts = Object.fromEntries(Object.entries(documents).map(([path, content]) => [path, strFromU8(content)]))
  expect(Object.keys(texts).length).toBeGreaterThan(160)
  const schemas = schemasIn('tests/fixtures/schemas/qti21.zip')
  expect(await schemaProblems(texts, schemas, 'imsqti_v2p1.xsd')).toEqual([])
  expect(await schemaProblems({ 'imsmanifest.xml': strFromU8(manifest!) }, schemas, 'imscp_v1p1.xsd')).toEqual([])
  console.log(`qti21: ${Object.keys(texts).length} of ${Object.keys(texts).length} documents hold to the schema`)
})

/** A page with a player of QTI 3 that nobody here wrote. */
async function openPlayer(browser: Browser): Promise<Page> {
  const page = await browser.newPage()
  await page.route('http://player.test/**', route => route.fulfill(route.request().url().endsWith('.js')
    ? { contentType: 'text/javascript', path: createRequire(import.meta.url).resolve('@citolab/qti-components/cdn/index.js') }
    : { contentType: 'text/html', body: '<!doctype html><script type="module">import { qtiTransformItem } from "/player.js"; window.transform = qtiTransformItem</script>' }))
  await page.goto('http://player.test/')
  await page.waitForFunction('window.transform')
  return page
}

/** Runs in the page. @returns the share of the points that the player gives to each answer, `[response, value]` by `[response, value]` */
async function playItem({ xml, answers }: { xml: string, answers: [id: string, value: string | string[]][][] }): Promise<number[]> {
  const item = (await (window as any).transform().parse(xml)).htmlDoc()
  document.body.replaceChildren(item)
  const player = document.querySelector('qti-assessment-item') as any
  await player.updateComplete
  return answers.map((answer) => {
    for (const [id, value] of answer)
      player.updateResponseVariable(id, value)
    player.processResponse()
    const points = (id: string) => Number(player.variables.find(({ identifier }: { identifier: string }) => identifier === id).value)
    return points('SCORE') / points('MAXSCORE')
  })
}

/** @returns an answer as QTI has it */
function responseIn({ type }: Question, response: unknown): [id: string, value: string | string[]][] {
  switch (type) {
    case 'match':
    case 'sort':
      return [['RESPONSE', Object.entries(response as Record<string, string>).map(([item, place]) => `${itemId(item)} ${placeId(place)}`)]]
    case 'gap':
      return Object.entries(response as Record<string, string>).map(([gap, value]) => [gapId(gap), value])
    case 'estimate':
      return [['RESPONSE', String(response)]]
    default:
      return [['RESPONSE', response as string | string[]]]
  }
}

it('a foreign player of QTI 3.0 gives every answer the score that the course gives it', async () => {
  const selection = await selectionOf()
  const documents = unzipSync(Object.values(await qti30.make(selection))[0]!)
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: launchArgs })
  try {
    const page = await openPlayer(browser)
    const others: string[] = []
    let equal = 0
    const questions = selection.sections.flatMap(({ questions }) => questions)
    for (const question of questions) {
      const responses = [solution(question), ...fc.sample(sendable(question), { numRuns: 3, seed: 1 })]
      const played = await page.evaluate(playItem, { xml: strFromU8(documents[itemFile(question.id)]!), answers: responses.map(response => responseIn(question, response)) })
      for (const [place, response] of responses.entries()) {
        // Part of an order is worth nothing in QTI, as its table of losses says.
        const own = question.type === 'order' ? Math.floor(score(question, response)) : score(question, response)
        // The player rounds to three places.
        if (Math.abs(played[place]! - own) < 0.0011)
          equal++
        else
          others.push(`${question.id}: ${JSON.stringify(response)} scores ${played[place]}, and ${own} here`)
      }
    }
    expect(others).toEqual([])
    console.log(`qti30: imported ${questions.length} of ${questions.length} items, ${equal} of ${questions.length * 4} answers scored as the course scores them`)
  }
  finally {
    await browser.close()
  }
})
