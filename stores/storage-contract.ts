import type { Progress } from '../core/progress.ts'
import type { ProgressStorage } from './persistence.ts'
import { describe, expect, it } from 'vitest'
import { emptyProgress, mergeProgress } from '../core/progress-parts/index.ts'
import { answerTo, progressOf } from '../tests/fixtures/build.ts'

const answered = (question: string, atMs: number): Progress => progressOf({ answers: [answerTo(question, 1, atMs)] })
const [a, b, c] = [answered('tea.a', 1), answered('tea.b', 2), answered('tea.c', 3)] as const
const all = (...parts: Progress[]) => parts.reduce(mergeProgress, emptyProgress())

/**
 * What every `ProgressStorage` must do. `open` gives one as a page that is opened has it; `hearOther` tells all that
 * are open that another page changed something, as their surroundings would.
 */
export function storageContract(name: string, open: () => ProgressStorage, hearOther: () => void): void {
  describe(`progress in ${name}`, () => {
    it('is empty before anything is saved', () => {
      expect(open().load()).toEqual(emptyProgress())
    })

    it('is there, whole, for the next page', () => {
      open().save(a)
      expect(open().load()).toEqual(a)
    })

    it('is given back as it was where nobody else saved anything', () => {
      const page = open()
      page.load()
      expect(page.save(a)).toBe(a)
      expect(page.save(a)).toBe(a)
    })

    it('saved by another page meanwhile is not saved over, and comes back', () => {
      const [page, other] = [open(), open()]
      page.save(a)
      other.load()
      other.save(all(a, b))
      expect(page.save(all(a, c))).toEqual(all(a, b, c))
      expect(open().load()).toEqual(all(a, b, c))
    })

    it('is not saved over by a page that never looked', () => {
      open().save(a)
      expect(open().save(b)).toEqual(all(a, b))
    })

    it('of another page is heard of, once, and not after the page stopped listening', () => {
      const [page, other] = [open(), open()]
      page.load()
      const heard: [Progress, boolean][] = []
      const stop = page.onOther((saved, afresh) => heard.push([saved, afresh]))
      other.save(a)
      hearOther()
      hearOther()
      stop()
      other.save(all(a, b))
      hearOther()
      expect(heard).toEqual([[a, false]])
    })

    it('is forgotten for every page, and what is new since then is kept', () => {
      const [page, other] = [open(), open()]
      page.save(a)
      other.load()
      const heard: [Progress, boolean][] = []
      const stop = page.onOther((saved, afresh) => heard.push([saved, afresh]))
      other.forget()
      other.save(b)
      hearOther()
      stop()
      expect(heard).toEqual([[b, true]])
      expect(open().load()).toEqual(b)
    })

    it('that was forgotten stays so, also by a page that did not hear of it', () => {
      const [page, other] = [open(), open()]
      page.save(a)
      other.load()
      other.forget()
      other.save(b)
      expect(page.save(all(a, c))).toEqual(all(b, c))
      expect(open().load()).toEqual(all(b, c))
    })
  })
}
