import type { Progress } from '../../core/progress.ts'
import { afterEach, expect, it, vi } from 'vitest'
import { packProgress } from '../../core/packed-progress.ts'
import { emptyProgress, mergeProgress } from '../../core/progress-parts/index.ts'
import { readSaved } from '../../core/saved-progress.ts'
import { AFRESH_KEY, PROGRESS_KEY } from '../../stores/keys.ts'
import { answerTo, progressOf } from '../../tests/fixtures/build.ts'
import { OtherWindows } from './other-windows.ts'
import { ShellStorage } from './shell-storage.ts'

/** As a browser's; the document of these tests has none. */
class Channel {
  static readonly open = new Set<Channel>()
  onmessage?: (event: { data: unknown }) => void
  readonly #name: string

  constructor(name: string) {
    this.#name = name
    Channel.open.add(this)
  }

  postMessage(data: unknown): void {
    const others = [...Channel.open].filter(other => other !== this && other.#name === this.#name)
    others.forEach(other => queueMicrotask(() => Channel.open.has(other) && other.onmessage?.({ data: structuredClone(data) })))
  }

  close(): void {
    Channel.open.delete(this)
  }
}
vi.stubGlobal('BroadcastChannel', Channel)

const open: OtherWindows[] = []
afterEach(() => {
  open.splice(0).forEach(windows => windows.close())
})

let nowMs = Date.UTC(2026, 10, 28, 13)

/** A window of a learner: what its shell keeps, and what is done in it. */
function windowOf(learner: string) {
  const heard: string[] = []
  let windows: OtherWindows | undefined
  const storage = new ShellStorage(key => windows?.kept(key, nowMs += 1000))
  windows = new OtherWindows(learner, storage, key => heard.push(key))
  open.push(windows)
  const progress = (): Progress => readSaved(storage.getItem(PROGRESS_KEY) ?? JSON.stringify(packProgress(emptyProgress()))).progress
  return {
    storage,
    heard,
    answer: (question: string) => storage.setItem(PROGRESS_KEY, JSON.stringify(packProgress(mergeProgress(progress(), progressOf({ answers: [answerTo(question, 1, nowMs += 1000)] }))))),
    startAfresh() {
      storage.removeItem(PROGRESS_KEY)
      storage.setItem(AFRESH_KEY, String(Math.random()))
    },
    answered: () => progress().answers.map(({ question }) => question).sort(),
  }
}

it('know what the learner did in each of them, whoever saves last', async () => {
  const [one, other] = [windowOf('ann'), windowOf('ann')]
  one.answer('tea.a')
  other.answer('tea.b')
  one.answer('tea.c')
  await expect.poll(() => [one.answered(), other.answered()]).toEqual([['tea.a', 'tea.b', 'tea.c'], ['tea.a', 'tea.b', 'tea.c']])
  expect(one.heard).toContain(PROGRESS_KEY)
  const late = windowOf('ann')
  await expect.poll(() => late.answered()).toEqual(['tea.a', 'tea.b', 'tea.c'])
})

it('forget together what a fresh start in one forgets, and nothing that is done after it', async () => {
  const [one, other] = [windowOf('ann'), windowOf('ann')]
  one.answer('tea.a')
  await expect.poll(() => other.answered()).toEqual(['tea.a'])
  one.startAfresh()
  one.answer('tea.b')
  await expect.poll(() => other.answered()).toEqual(['tea.b'])
  other.answer('tea.c')
  await expect.poll(() => one.answered()).toEqual(['tea.b', 'tea.c'])
  one.startAfresh()
  await expect.poll(() => other.answered()).toEqual([])
})

it('hear nothing of another learner', async () => {
  const [ann, bob, alsoAnn] = [windowOf('ann'), windowOf('bob'), windowOf('ann')]
  ann.answer('tea.a')
  await expect.poll(() => alsoAnn.answered()).toEqual(['tea.a'])
  expect(bob.answered()).toEqual([])
})
