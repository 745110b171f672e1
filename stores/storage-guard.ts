/*
 * Where the browser denies storage, even asking for `localStorage` throws, and Slidev asks at its start. Then a storage
 * that forgets stands in for it. setup/vite-plugins.ts has this run before anything of Slidev.
 */

class ForgetfulStorage implements Storage {
  readonly #items = new Map<string, string>()
  get length() {
    return this.#items.size
  }

  clear = () => this.#items.clear()
  getItem = (key: string) => this.#items.get(key) ?? null
  key = (index: number) => [...this.#items.keys()][index] ?? null
  removeItem = (key: string) => void this.#items.delete(key)
  setItem = (key: string, value: string) => void this.#items.set(key, String(value))
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

/** Whether the browser denies storage: then nothing outlives the page. */
export const storageIsBlocked = deniesStorage()

if (storageIsBlocked) {
  for (const name of ['localStorage', 'sessionStorage'])
    Object.defineProperty(window, name, { value: new ForgetfulStorage(), configurable: true })
}
