import type { Engine } from './engine.ts'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { SECOND_PRESS_MS } from '../../core/asking.ts'
import { askedOf } from '../e2e/course.ts'

/** Something on the page, by a selector; by its name, whole or by its beginning; and by a selector inside of it. */
export interface Target {
  css: string
  name?: string
  begins?: string
  inside?: string
}

/** A limit that only what will never come reaches, also on a busy machine */
const PATIENCE_MS = 90_000

/** Runs in the page. @returns the first that is seen and fits */
function find({ css, name, begins, inside }: Target): HTMLElement | undefined {
  const plain = (text: string | null | undefined) => (text ?? '').replaceAll(/\s+/g, ' ').trim()
  const nameOf = (element: HTMLElement) => plain(
    element.getAttribute('aria-label')
    ?? (element.hasAttribute('aria-labelledby') ? element.getAttribute('aria-labelledby')!.split(' ').map(id => document.getElementById(id)?.textContent).join(' ') : null)
    ?? (element as HTMLInputElement).labels?.[0]?.textContent
    ?? element.textContent,
  )
  const found = Array.from(document.querySelectorAll<HTMLElement>(css)).find(element =>
    element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) && (name === undefined || nameOf(element) === name) && (begins === undefined || nameOf(element).startsWith(begins)))
  return inside && found ? found.querySelector<HTMLElement>(inside) ?? undefined : found
}

/** Runs in the page: brings something into view. @returns its middle once it stands still with nothing over it, or why it cannot be pressed */
async function place(target: Target): Promise<{ x: number, y: number } | string> {
  const element = find(target)
  // What a mouse presses of a button or a box that is drawn anew is its label.
  const shown = (element as HTMLInputElement | undefined)?.type === 'radio' || (element as HTMLInputElement | undefined)?.type === 'checkbox' ? (element as HTMLInputElement).labels?.[0] ?? element : element
  if (!element || !shown || (element as HTMLButtonElement).disabled)
    return element ? 'it is disabled' : 'it is not there'
  shown.scrollIntoView({ block: 'center', behavior: 'instant' })
  const frame = () => new Promise(resolve => requestAnimationFrame(resolve))
  await frame()
  const before = shown.getBoundingClientRect()
  await frame()
  await frame()
  const { left, top, width, height } = shown.getBoundingClientRect()
  if (left !== before.left || top !== before.top || width * height === 0)
    return 'it moves, or has no size'
  // A link over two lines has no middle of its own.
  const box = shown.getClientRects().length > 1 ? shown.getClientRects()[0]! : { left, top, width, height }
  const [x, y] = [box.left + box.width / 2, box.top + box.height / 2]
  const over = document.elementFromPoint(x, y)
  return over && (shown.contains(over) || over.contains(shown) || over.closest('label')?.control === element) ? { x, y } : `at ${x}, ${y} there is ${over?.outerHTML.slice(0, 80)}`
}

/** Somebody who uses the course in an engine: looks, clicks and presses keys, and waits for what comes. */
export class Visitor {
  readonly engine: Engine
  readonly name: string
  /** Where the site is served, without a slash at the end */
  at = ''

  constructor(name: string, engine: Engine) {
    this.name = name
    this.engine = engine
  }

  open(path: string): Promise<void> {
    return this.engine.open(this.at + path)
  }

  /** Runs a function in the page; it knows nothing of what stands around it. What it takes and gives is JSON. */
  evaluate<Result, Argument = undefined>(run: (argument: Argument) => Result, argument?: Argument): Promise<Awaited<Result>> {
    return this.engine.run(`(${run})(${JSON.stringify(argument) ?? ''})`) as Promise<Awaited<Result>>
  }

  private onTarget<Result>(run: (target: Target) => Result, target: Target): Promise<Awaited<Result>> {
    return this.engine.run(`(() => { const find = ${find}; return (${run})(${JSON.stringify(target)}) })()`) as Promise<Awaited<Result>>
  }

  /** Asks again and again until the answer is no longer false, empty or an error, as while a page changes. */
  async until<Answer>(what: string, ask: () => Promise<Answer | null | undefined | false>, patienceMs = PATIENCE_MS): Promise<Answer> {
    const endMs = Date.now() + patienceMs
    let last: unknown
    do {
      const answer = await ask().catch(error => void (last = error))
      if (answer)
        return answer
      await new Promise(resolve => setTimeout(resolve, 60))
    } while (Date.now() < endMs)
    await this.screenshot('waited in vain').catch(() => {})
    throw new Error(`${this.name}: waited in vain for ${what}${last ? ` (${last})` : ''}`)
  }

  /** Waits until something is seen. */
  see(target: Target): Promise<true> {
    return this.until(`${JSON.stringify(target)} to be seen`, () => this.onTarget(target => find(target) !== undefined, target) as Promise<true>)
  }

  /** Waits until something is seen no more. */
  async gone(target: Target): Promise<void> {
    await this.until(`${JSON.stringify(target)} to go`, () => this.onTarget(target => find(target) === undefined, target))
  }

  /** Waits until the address ends so. */
  async arrive(end: string): Promise<void> {
    await this.until(`the address to end in ${end}`, async () => (await this.evaluate(() => location.href)).endsWith(end))
  }

  /** Waits until the focus is on something that fits the selector. */
  async focusOn(css: string): Promise<void> {
    await this.until(`the focus on ${css}`, () => this.evaluate(css => document.activeElement?.matches(css), css))
  }

  async text(target: Target): Promise<string> {
    await this.see(target)
    // eslint-disable-next-line unicorn/prefer-dom-node-text-content -- what is hidden is not read
    return this.onTarget(target => find(target)!.innerText.trim(), target)
  }

  async click(target: Target): Promise<void> {
    let last = ''
    const { x, y } = await this.until(`${JSON.stringify(target)} to be there for a click`, async () => {
      const found = await this.onTarget(place, target)
      if (typeof found === 'string')
        throw new TypeError(found)
      // What came into the page a moment ago may still push it away.
      const at = `${found.x} ${found.y}`
      if (at !== last) {
        last = at
        throw new TypeError('it moves')
      }
      return found
    })
    await this.engine.click(x, y)
  }

  /** Presses a button that decides something, waits until the page has decided, and for as long as another press would count as the same one. */
  async decide(target: Target): Promise<void> {
    await this.click(target)
    await this.gone(target)
    await new Promise(resolve => setTimeout(resolve, SECOND_PRESS_MS))
  }

  press(...keys: string[]): Promise<void> {
    return this.engine.press(keys)
  }

  type(text: string): Promise<void> {
    return this.engine.press([...text])
  }

  /** Chooses in a list. By its value: the list itself is drawn by the system, out of reach. */
  async choose(target: Target, value: string): Promise<void> {
    await this.see(target)
    await this.engine.run(`(() => { const list = (${find})(${JSON.stringify(target)}); list.value = ${JSON.stringify(value)}; list.dispatchEvent(new Event('input', { bubbles: true })); list.dispatchEvent(new Event('change', { bubbles: true })) })()`)
  }

  /** Loads the page anew, or goes in its history, and waits until another document is there. */
  async leave(how: 'reload' | 'back' | 'forward'): Promise<void> {
    const mark = `${how} ${Math.random()}`
    // A page that comes back from memory brings its own old mark along.
    await this.evaluate(mark => (window as any).leftBy = mark, mark)
    await this.evaluate(how => void setTimeout(() => how === 'reload' ? location.reload() : history[how]()), how)
    await this.until(`another document after ${how}`, () => this.evaluate(mark => (window as any).leftBy !== mark && document.readyState === 'complete', mark))
  }

  async screenshot(name: string): Promise<void> {
    const file = join('test-results', 'engines', this.name, `${name}.png`)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, await this.engine.screenshot())
  }

  /** Gives a question its right answer, or a wrong one, by what is seen of it, and waits for what is said. */
  async answer(id: string, right = true): Promise<string> {
    const question = askedOf(id)
    const root = `[data-question="${id}"]`
    await this.until(`${id} to be alive`, () => this.evaluate(root => !document.querySelector(root)?.closest('[data-hydrating]') || void document.querySelector(root)!.scrollIntoView({ block: 'center', behavior: 'instant' }), root))
    const keys = 'options' in question ? Object.keys(question.options) : []
    const option = (key: string) => this.click({ css: `${root} .options input[value="${key}"]` })
    switch (question.type) {
      case 'choice':
      case 'hotspot':
        await option(right ? question.answer : keys.find(key => key !== question.answer)!)
        break
      case 'choices':
        for (const key of keys) {
          if (question.answer.includes(key) === right)
            await option(key)
        }
        break
      case 'match':
        for (const [key, goal] of Object.entries(question.answer))
          await this.choose({ css: `${root} select`, name: question.options[key]!.text }, right ? goal : Object.keys(question.targets).find(other => other !== goal)!)
        break
      case 'sort':
        for (const [key, bin] of Object.entries(question.answer))
          await this.click({ css: `${root} [role=radiogroup]`, name: question.options[key]!.text, inside: `input[value="${right ? bin : Object.keys(question.bins).find(other => other !== bin)}"]` })
        break
      case 'gap':
        for (const [index, gap] of Object.values(question.gaps).entries()) {
          const field = { css: `${root} :is(input, select)`, begins: `Gap ${index + 1} of` }
          if ('choices' in gap) {
            await this.choose(field, right ? gap.answer : Object.keys(gap.choices).find(key => key !== gap.answer)!)
          }
          else {
            await this.click(field)
            await this.type(right ? gap.accept[0]! : 'something else')
          }
        }
        break
      case 'estimate':
        await this.click({ css: `${root} input`, name: 'Your guess' })
        await this.type(String(right ? question.answer : question.answer - 3 * question.tolerance >= question.min ? question.min : question.max))
        break
      case 'order':
        await this.click({ css: `${root} button`, begins: 'Move down' })
        for (const [index, key] of (right ? question.answer : question.answer.toReversed()).entries()) {
          const indexOf = () => this.evaluate(({ root, key }) => Array.from(document.querySelectorAll<HTMLElement>(`${root} li[data-key]`)).findIndex(item => item.dataset.key === key), { root, key })
          for (let at = await indexOf(); at > index; at--) {
            await this.click({ css: `${root} button`, name: `Move up: ${question.options[key]!.text}` })
            await this.until('the move', async () => await indexOf() === at - 1)
          }
        }
    }
    const check = { css: `${root} button`, begins: 'Check a' }
    await this.decide({ css: check.css, name: await this.text(check) })
    return this.until(`what is said of ${id}`, () => this.evaluate((root) => {
      const said = document.querySelector(`${root} [role=status]`)?.textContent?.trim() ?? ''
      return /^(?:Correct|Partly right|Not quite)/.test(said) ? said : ''
    }, root))
  }
}
