import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { packProgress } from '../core/packed-progress.ts'
import { emptyProgress, mergeProgress } from '../core/progress-parts/index.ts'
import { ShellStorage } from '../site/shell/shell-storage.ts'
import { answerTo, progressOf } from '../tests/fixtures/build.ts'
import { PROGRESS_KEY } from './keys.ts'
import { localProgress } from './persistence.ts'
import { storageContract } from './storage-contract.ts'

const open = () => localProgress(() => {})
const hearOther = () => window.dispatchEvent(new StorageEvent('storage', { key: PROGRESS_KEY, newValue: localStorage.getItem(PROGRESS_KEY) }))
const textOf = (question: string) => JSON.stringify(packProgress(progressOf({ answers: [answerTo(question, 1, 5)] })))

beforeEach(() => localStorage.clear())
storageContract('localStorage', open, hearOther)

describe('where the browser denies storage', () => {
  const real = Object.getOwnPropertyDescriptor(globalThis, 'localStorage')!
  const realSession = Object.getOwnPropertyDescriptor(globalThis, 'sessionStorage')!
  beforeEach(async () => {
    Object.defineProperty(globalThis, 'localStorage', { configurable: true, get() {
      throw new DOMException('denied', 'SecurityError')
    } })
    window.name = ''
    vi.resetModules()
    await import('./storage-guard.ts')
  })
  afterEach(() => {
    Object.defineProperty(globalThis, 'localStorage', real)
    Object.defineProperty(globalThis, 'sessionStorage', realSession)
  })
  storageContract('the name of the tab', open, hearOther)

  it('what is kept for the tab takes nothing from what is kept for longer, nor the other way round', async () => {
    localStorage.setItem('person', 'ann')
    sessionStorage.setItem('said', 'yes')
    localStorage.setItem('votes', '1')
    // As the next page of this tab.
    Object.defineProperty(globalThis, 'localStorage', { configurable: true, get() {
      throw new DOMException('denied', 'SecurityError')
    } })
    vi.resetModules()
    await import('./storage-guard.ts')
    expect([localStorage.getItem('person'), sessionStorage.getItem('said'), localStorage.getItem('votes')]).toEqual(['ann', 'yes', '1'])
  })
})

describe('in a learning system', () => {
  const real = Object.getOwnPropertyDescriptor(globalThis, 'localStorage')!
  beforeEach(() => Object.defineProperty(globalThis, 'localStorage', { configurable: true, value: new ShellStorage() }))
  afterEach(() => Object.defineProperty(globalThis, 'localStorage', real))
  storageContract('the memory of the shell', open, hearOther)
})

describe('a text in localStorage', () => {
  it('is parsed once, however often it is looked at', () => {
    const texts = ['tea.a', 'tea.b'].map(textOf)
    localStorage.setItem(PROGRESS_KEY, texts[0]!)
    const parse = vi.spyOn(JSON, 'parse')
    const page = open()
    let progress = page.load()
    const stop = page.onOther(saved => progress = mergeProgress(progress, saved))
    progress = page.save(progress)
    progress = page.save({ ...progress, seen: { 'tea.start': 1 } })
    localStorage.setItem(PROGRESS_KEY, texts[1]!)
    hearOther()
    hearOther()
    progress = page.save(progress)
    progress = page.save(progress)
    stop()
    expect(parse.mock.calls.map(([text]) => text)).toEqual(texts)
    expect(progress.answers.length).toBe(2)
  })

  it('is not written where nothing changed', () => {
    localStorage.setItem(PROGRESS_KEY, textOf('tea.a'))
    const write = vi.spyOn(Storage.prototype, 'setItem')
    const page = open()
    const progress = page.load()
    page.save(progress)
    page.save(mergeProgress(progress, emptyProgress()))
    expect(write).not.toHaveBeenCalled()
  })

  it('that cannot be read in an event throws nothing, and is read at the next', () => {
    const page = open()
    page.load()
    const heard: unknown[] = []
    const stop = page.onOther(saved => heard.push(saved))
    localStorage.setItem(PROGRESS_KEY, textOf('tea.a'))
    vi.spyOn(Storage.prototype, 'getItem').mockImplementationOnce(() => {
      throw new Error('an extension')
    })
    expect(hearOther).not.toThrow()
    hearOther()
    stop()
    expect(heard.length).toBe(1)
  })
})

afterEach(() => vi.restoreAllMocks())
