import { expect, test } from '@playwright/test'
import { readSaved } from '../../core/saved-progress.ts'
import { findEngine } from '../../scripts/other-engines.ts'
import { outlineOf, questionOf, slideNo } from '../e2e/course.ts'
import { openHall } from '../e2e/hall.ts'
import { startFirefox } from './firefox.ts'
import { Visitor } from './visitor.ts'

// In Chromium a whole hour is walked (tests/e2e/live-room.spec.ts); here what engines differ in: sockets, cookies, keys, drawing.

const [id] = outlineOf('vagus-nerve').checks as [string]
const question = questionOf(id)
const agenda = ['vagus-nerve.fibres', 'vagus-nerve.check-fibres']

// eslint-disable-next-line no-empty-pattern -- no browser is started for a test that is left out
test.beforeEach(({}, { project }) => test.skip(project.name !== 'firefox' || !findEngine('firefox'), 'of this engine one window can be driven'))

test('a small live room: speaker, projector, two phones', async () => {
  const hall = await openHall(agenda)
  const firefox = await startFirefox(findEngine('firefox')!)
  const people = [firefox, await firefox.another(), await firefox.another(), await firefox.another()].map(engine => new Visitor('firefox', engine))
  people.forEach(person => person.at = hall.origin)
  const [speaker, projector, first, second] = people as [Visitor, Visitor, Visitor, Visitor]
  await Promise.all(people.map(({ engine }, place) => place < 2 ? engine.resize(1280, 720) : engine.resize(390, 844)))

  await speaker.open(hall.linkFor('speaker').slice(hall.origin.length))
  await speaker.see({ css: '.speaker summary' })
  await projector.open(hall.linkFor('projector').slice(hall.origin.length))
  await projector.see({ css: 'h2', name: 'Take part with your phone' })
  for (const phone of [first, second]) {
    await phone.open(`/r/${hall.code}`)
    await phone.see({ css: '.line', name: 'You are in the room.' })
  }
  await projector.see({ css: '.here', name: '2 here' })

  await speaker.open(`/presenter/${slideNo(agenda[0]!)}`)
  await speaker.see({ css: '.speaker summary' })
  await speaker.press('ArrowRight')
  await projector.see({ css: '.room-stage .count', name: 'Soon on your phone' })
  await speaker.see({ css: '.speaker .button', begins: 'Open the question' })
  await speaker.press('v')
  for (const [phone, right] of [[first, true], [second, false]] as const) {
    const key = 'answer' in question && right ? question.answer : Object.keys('options' in question ? question.options : {}).find(key => key !== ('answer' in question && question.answer))
    await phone.click({ css: `[data-question="${id}"] .options input[value="${key}"]` })
    await phone.click({ css: `[data-question="${id}"] button`, name: 'Save answer' })
    await phone.see({ css: '.delivery', name: 'Kept by the room.' })
  }
  await projector.see({ css: '.room-stage .count', name: '2 of 2 answered' })
  await speaker.press('v')
  await projector.see({ css: '.counts', name: '2 answered.' })
  await speaker.see({ css: '.speaker .button', begins: 'Show what is right' })
  await speaker.press('v')
  await projector.see({ css: '.counts', name: '2 answered. Wholly right: 1 of 2.' })
  await first.see({ css: '.status', begins: 'Correct' })
  await second.see({ css: '.status', begins: 'Not quite' })
  await first.leave('reload')
  await first.see({ css: 'table caption', name: 'What the room answered' })
  expect(readSaved(await first.evaluate(() => localStorage.getItem('wandering-nerve.progress') ?? '')).progress.answers.map(({ question, score }) => [question, score])).toEqual([[id, 1]])
  expect(firefox.errors).toEqual([])
  await firefox.close()
  await hall.close()
})
