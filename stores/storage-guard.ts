/*
 * Where the browser denies storage, even asking for `localStorage` throws, and Slidev asks at its start. Then a storage
 * that lasts as long as the tab stands in for it. deck/patches.ts has this run before anything of Slidev.
 */

const MARK = `${__COURSE_ID__} `

/** What a tab remembers from page to page without any storage: its name, which no other site gets to see. */
function namedItems(): Map<string, string> {
  try {
    return new Map(window.name.startsWith(MARK) ? JSON.parse(window.name.slice(MARK.length)) : [])
  }
  catch {
    return new Map()
  }
}

class TabStorage implements Storage {
  readonly #items = namedItems()
  get length() {
    return this.#items.size
  }

  getItem = (key: string) => this.#items.get(key) ?? null
  key = (index: number) => [...this.#items.keys()][index] ?? null
  clear = () => this.#change(() => this.#items.clear())
  removeItem = (key: string) => this.#change(() => this.#items.delete(key))
  setItem = (key: string, value: string) => this.#change(() => this.#items.set(key, String(value)))

  #change(how: () => void): void {
    how()
    window.name = MARK + JSON.stringify([...this.#items])
  }
}

function deniesStorage(): boolean {
  // Pages are drawn without a browser first.
  if (typeof window === 'undefined')
    return false
  try {
    return window.localStorage === null
  }
  catch {
    return true
  }
}

/** Whether the browser denies storage: then nothing outlives the tab. */
export const storageIsBlocked = deniesStorage()

if (storageIsBlocked) {
  // One for both, as the tab has one name: of two, each would write over what the other keeps there.
  const value = new TabStorage()
  for (const name of ['localStorage', 'sessionStorage'])
    Object.defineProperty(window, name, { value, configurable: true })
}
