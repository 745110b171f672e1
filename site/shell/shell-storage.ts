/** Stands in for `localStorage` in a learning system: what is kept goes to the learner's record, not into a browser that others use too. */
export class ShellStorage implements Storage {
  readonly #items = new Map<string, string>()
  readonly #changed: (key: string) => void

  constructor(changed: (key: string) => void = () => {}) {
    this.#changed = changed
  }

  get length() {
    return this.#items.size
  }

  getItem = (key: string) => this.#items.get(key) ?? null
  key = (index: number) => [...this.#items.keys()][index] ?? null

  clear = () => {
    [...this.#items.keys()].forEach(this.removeItem)
  }

  removeItem = (key: string) => {
    if (this.#items.delete(key))
      this.#changed(key)
  }

  setItem = (key: string, value: string) => {
    if (this.#items.get(key) === String(value))
      return
    this.#items.set(key, String(value))
    this.#changed(key)
  }
}
