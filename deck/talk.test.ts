import type { Part, Talk, TalkMessage } from './talk.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createTalk } from './talk.ts'

interface Window { talk: Talk, page: number, black: boolean, part: Part, inbox: TalkMessage[], go: (page: number) => void }

/** Windows of one browser: what one posts comes to all others, when it is delivered. */
function browser() {
  const windows: Window[] = []
  const waiting: (() => void)[] = []
  function open(part: Part, page = 1): Window {
    const window: Window = {
      page,
      black: false,
      part,
      inbox: [],
      talk: createTalk({
        id: String.fromCharCode(97 + windows.length),
        part: () => window.part,
        here: () => ({ page: window.page, clicks: 0 }),
        show: (shown) => {
          window.page = shown.page
          window.black = shown.black
        },
        post: message => windows.filter(other => other !== window).forEach(other => other.inbox.push(message)),
        afterAnswers: then => waiting.push(then),
      }),
      go(page) {
        window.page = page
        window.talk.moved()
      },
    }
    windows.push(window)
    window.talk.ask()
    return window
  }
  const deliver = (window: Window) => {
    const message = window.inbox.shift()
    message && window.talk.receive(message)
  }
  function settle() {
    const deliverAll = () => {
      while (windows.some(({ inbox }) => inbox.length > 0))
        windows.forEach(deliver)
    }
    deliverAll()
    waiting.splice(0).forEach(then => then())
    deliverAll()
  }
  function openAndSettle(part: Part, page?: number): Window {
    const window = open(part, page)
    settle()
    return window
  }
  return { open: openAndSettle, settle, deliver, windows }
}

describe('a talk in several windows', () => {
  it('an audience window that is opened joins the presenter, and moves nobody', () => {
    const { open } = browser()
    const presenter = open('presenter', 12)
    const audience = open('audience', 1)
    expect([presenter.page, audience.page]).toEqual([12, 12])
  })

  it('an audience window that was there first follows the presenter who comes', () => {
    const { open } = browser()
    const audience = open('audience', 1)
    const presenter = open('presenter', 12)
    expect([presenter.page, audience.page]).toEqual([12, 12])
  })

  it('a presenter’s view opened again at its printed address joins the room; at a slide of its own it leads', () => {
    for (const [at, wanted] of [[1, 20], [30, 30]] as const) {
      const { open, settle, windows } = browser()
      const closed = open('presenter', 12)
      const audience = open('audience', 1)
      closed.go(20)
      settle()
      windows.splice(windows.indexOf(closed), 1)
      const again = open('presenter', at)
      expect([again.page, audience.page]).toEqual([wanted, wanted])
    }
  })

  it('a second presenter’s view, at whatever slide, moves nobody', () => {
    const { open } = browser()
    const first = open('presenter', 12)
    const audience = open('audience', 1)
    const second = open('presenter', 40)
    expect([first.page, audience.page, second.page]).toEqual([12, 12, 12])
  })

  it('a reader moves nobody and is moved by nobody, until they join', () => {
    const { open, settle } = browser()
    const presenter = open('presenter', 12)
    const reader = open('reader', 30)
    reader.go(31)
    presenter.go(13)
    settle()
    expect([presenter.page, reader.page]).toEqual([13, 31])
    expect(reader.talk.hasPresenter()).toBe(true)
    reader.part = 'audience'
    reader.talk.join()
    expect(reader.page).toBe(13)
  })

  it('two people’s windows without a presenter have nothing to do with each other', () => {
    const { open, settle } = browser()
    const [one, two] = [open('audience', 5), open('audience', 9)]
    one.go(6)
    settle()
    expect([one.page, two.page]).toEqual([6, 9])
  })

  it('a room window that moves takes the presenter and every other room window along', () => {
    const { open, settle } = browser()
    const windows = [open('presenter', 12), open('audience'), open('audience')]
    windows[2]!.go(13)
    settle()
    expect(windows.map(({ page }) => page)).toEqual([13, 13, 13])
  })

  it('a black screen is black in all of them, and a move ends it', () => {
    const { open, settle } = browser()
    const windows = [open('presenter', 12), open('audience'), open('audience')]
    windows[0]!.talk.setBlack(true)
    settle()
    expect(windows.slice(1).map(({ black }) => black)).toEqual([true, true])
    windows[0]!.go(13)
    settle()
    expect(windows.slice(1).map(({ black, page }) => [black, page])).toEqual([[false, 13], [false, 13]])
  })

  it('ends on the same slide in every window, however moves and messages interleave', () => {
    fc.assert(fc.property(fc.array(fc.record({ window: fc.nat(3), does: fc.constantFrom('next', 'hear', 'hear', 'ask', 'go'), page: fc.integer({ min: 1, max: 80 }) }), { maxLength: 60 }), (steps) => {
      const { open, settle, deliver, windows } = browser()
      open('presenter', 12)
      open('audience')
      open('audience')
      open('presenter', 3)
      for (const { window: index, does, page } of steps) {
        const window = windows[index]!
        if (does === 'hear')
          deliver(window)
        else if (does === 'ask')
          window.talk.ask()
        else
          window.go(does === 'next' ? window.page + 1 : page)
      }
      settle()
      expect(new Set(windows.map(({ page }) => page)).size).toBe(1)
    }))
  })
})
