import { createHash, randomBytes } from 'node:crypto'

const FREE_TRIES = 10
const FORGIVEN_MS = 60_000
/** From then on an address is answered so slowly, one code after the other. */
const SLOW_MS = 250
const MOST_WAITING = 20
const MOST_KEPT = 10_000

export interface Guesses {
  /** Notes a wrong secret */
  wrong: (address: string) => void
  /** @returns whether so many were wrong that this address is slowed */
  isSlowed: (address: string) => boolean
  /** @returns what is found by a code, `undefined` where it leads nowhere, `too-many` where it was not looked for */
  lookUp: <Found>(address: string, code: string, find: () => Promise<Found | undefined>) => Promise<Found | undefined | 'too-many'>
}

/**
 * Slows down who tries codes, by address: also where a code is right, as else that would be told by its speed. A hall
 * behind one address is not shut out: a code that was right from there is never slowed, and many who ask for the same
 * code wait once. Addresses are in memory, for a minute; later as a hash with a salt of this process.
 */
export function guesses(now: () => number): Guesses {
  const salt = randomBytes(16)
  const tries = new Map<string, { count: number, untilMs: number }>()
  const rows = new Map<string, { last: Promise<unknown>, waiting: number }>()
  const looking = new Map<string, Promise<unknown>>()
  const right = new Set<string>()
  const markOf = (address: string, code: string) => createHash('sha256').update(salt).update(`${address} ${code}`).digest('base64url')

  function note(address: string, by: 1 | -1): void {
    const known = tries.get(address)
    if (tries.size >= MOST_KEPT && !known)
      tries.clear()
    tries.set(address, { count: Math.max(0, (known && known.untilMs > now() ? known.count : 0) + by), untilMs: now() + FORGIVEN_MS })
  }
  function isSlowed(address: string): boolean {
    const known = tries.get(address)
    return known !== undefined && known.untilMs > now() && known.count >= FREE_TRIES
  }

  /** Waits in the row of an address. @returns `false` where that is too long */
  async function turn(address: string): Promise<boolean> {
    const row = rows.get(address) ?? { last: Promise.resolve(), waiting: 0 }
    if (row.waiting >= MOST_WAITING)
      return false
    rows.set(address, row)
    row.waiting++
    row.last = row.last.then(() => new Promise(resolve => setTimeout(resolve, SLOW_MS).unref()))
    await row.last
    if (--row.waiting === 0)
      rows.delete(address)
    return true
  }

  async function look<Found>(address: string, mark: string, find: () => Promise<Found | undefined>): Promise<Found | undefined | 'too-many'> {
    const mustWait = isSlowed(address)
    // Noted before it is known: else a thousand at once were free.
    note(address, 1)
    if (mustWait && !await turn(address))
      return 'too-many'
    const found = await find().catch((error) => {
      note(address, -1)
      throw error
    })
    if (found !== undefined) {
      note(address, -1)
      if (right.size >= MOST_KEPT)
        right.clear()
      right.add(mark)
    }
    return found
  }

  return {
    wrong: address => note(address, 1),
    isSlowed,
    async lookUp<Found>(address: string, code: string, find: () => Promise<Found | undefined>) {
      const mark = markOf(address, code)
      if (right.has(mark)) {
        const found = await find()
        if (found === undefined)
          right.delete(mark)
        return found
      }
      const same = looking.get(mark) as ReturnType<typeof look<Found>> | undefined
      if (same)
        return same
      const looked = look(address, mark, find).finally(() => looking.delete(mark))
      looking.set(mark, looked)
      return looked
    },
  }
}
