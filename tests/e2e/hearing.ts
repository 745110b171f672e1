import type { CDPSession, Page } from '@playwright/test'

/** What of the accessibility tree of Chromium is used here. */
interface Heard {
  nodeId: string
  parentId?: string
  childIds?: string[]
  ignored: boolean
  role?: { value: string }
  name?: { value: string }
  description?: { value: string }
  value?: { value: string | number }
  properties?: { name: string, value: { value: unknown } }[]
}

const LANDMARKS = ['banner', 'navigation', 'main', 'complementary', 'contentinfo', 'form', 'search', 'region']
const GROUPS = [...LANDMARKS, 'group', 'radiogroup', 'dialog', 'figure', 'article']

const quoted = (text: unknown) => `"${String(text).replaceAll(/\s+/g, ' ').trim()}"`

/** The state of a control in the words of a screen reader. */
function statesOf({ properties = [], value }: Heard): string[] {
  const state = new Map(properties.map(({ name, value }) => [name, value.value]))
  const is = (name: string) => state.get(name) === true || state.get(name) === 'true'
  const told = (name: string, on: string, off: string) => !state.has(name) ? [] : [state.get(name) === 'mixed' ? 'partly' : is(name) ? on : off]
  return [
    ...state.has('level') ? [`level ${state.get('level')}`] : [],
    ...told('checked', 'checked', 'not checked'),
    ...told('pressed', 'pressed', 'not pressed'),
    ...told('expanded', 'expanded', 'collapsed'),
    ...is('disabled') ? ['unavailable'] : [],
    ...is('required') ? ['required'] : [],
    ...is('invalid') ? ['invalid'] : [],
    ...state.get('hasPopup') && state.get('hasPopup') !== 'false' ? [`opens a ${state.get('hasPopup')}`] : [],
    ...value && value.value !== '' ? [quoted(value.value)] : [],
  ]
}

/** A control or a group in one line; `text` and `value` where the tree has none. */
function lineOf(node: Heard, text = '', value?: string): string {
  const name = node.name?.value || text
  const role = node.role?.value === 'DisclosureTriangle' ? 'disclosure button' : node.role?.value
  return [
    [role, name && quoted(name)].filter(Boolean).join(' '),
    ...statesOf(value ? { ...node, value: { value } } : node),
    ...node.description?.value ? [`described as ${quoted(node.description.value)}`] : [],
  ].join(', ')
}

/** Runs in the page before it is opened: keeps what is announced, for `announced`. */
export function keepAnnouncements(): void {
  const announced: string[] = []
  Object.assign(window, { announced })
  const last = new WeakMap<Element, string>()
  new MutationObserver((changes) => {
    for (const { target } of changes) {
      const live = (target instanceof Element ? target : target.parentElement)?.closest('[role="status"], [role="alert"], [aria-live]')
      const text = live?.textContent?.replaceAll(/\s+/g, ' ').trim() ?? ''
      if (!live || last.get(live) === text)
        continue
      last.set(live, text)
      if (text)
        announced.push(text)
    }
  }).observe(document, { subtree: true, childList: true, characterData: true })
}

/** @returns what was announced since it was asked last; what something sets off is drawn, and said, with the next frames */
export function announced(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    for (let frames = 0; frames < 3; frames++)
      await new Promise(resolve => requestAnimationFrame(resolve))
    return (window as unknown as { announced: string[] }).announced.splice(0)
  })
}

/**
 * Hears a page as a screen reader does, out of the accessibility tree: every key that is pressed, where the focus is
 * then, what it is called and how it stands, and what is announced. One line each.
 */
export class Listener {
  readonly lines: string[] = []
  private within: string[] = []
  private readonly page: Page
  private readonly session: CDPSession

  private constructor(page: Page, session: CDPSession) {
    this.page = page
    this.session = session
  }

  /** Begins to listen; call it before the page is opened, so that no announcement is lost. */
  static async to(page: Page): Promise<Listener> {
    const session = await page.context().newCDPSession(page)
    await session.send('Accessibility.enable')
    await page.addInitScript(keepAnnouncements)
    const listener = new Listener(page, session)
    const press = page.keyboard.press.bind(page.keyboard)
    page.keyboard.press = async (key, options) => {
      await press(key, options)
      await listener.hear(key)
    }
    const type = page.keyboard.type.bind(page.keyboard)
    page.keyboard.type = async (text, options) => {
      await type(text, options)
      await listener.hear(quoted(text))
    }
    return listener
  }

  /** A heading of the transcript itself. */
  say(line: string): void {
    this.lines.push(...this.lines.length > 0 ? [''] : [], `# ${line}`, '')
    this.within = []
  }

  /** Landmarks and headings of the page, in their order; what was said while it came is not told. */
  async outline(): Promise<void> {
    await announced(this.page)
    const { nodes } = await this.session.send('Accessibility.getFullAXTree') as unknown as { nodes: Heard[] }
    const all = new Map(nodes.map(node => [node.nodeId, node]))
    const tell = (node: Heard | undefined, depth: number) => {
      if (!node)
        return
      const role = node.ignored ? '' : node.role?.value ?? ''
      const isTold = role === 'heading' || (LANDMARKS.includes(role) && (role !== 'region' || !!node.name?.value))
      if (isTold)
        this.lines.push(`${'  '.repeat(depth)}${lineOf(node)}`)
      node.childIds?.forEach(id => tell(all.get(id), depth + Number(isTold && role !== 'heading')))
    }
    tell(nodes[0], 0)
  }

  /** @returns what has the focus: `undefined` when the focus is on nothing of the page */
  async focus(): Promise<string | undefined> {
    const { result } = await this.session.send('Runtime.evaluate', { expression: 'document.activeElement === document.body ? null : document.activeElement' })
    if (!result.objectId)
      return undefined
    const { nodes } = await this.session.send('Accessibility.getPartialAXTree', { objectId: result.objectId, fetchRelatives: true }) as unknown as { nodes: Heard[] }
    const all = new Map(nodes.map(node => [node.nodeId, node]))
    const own = nodes[0]!
    const within: string[] = []
    for (let node = all.get(own.parentId ?? ''); node; node = all.get(node.parentId ?? '')) {
      if (!node.ignored && GROUPS.includes(node.role?.value ?? '') && (node.name?.value || LANDMARKS.includes(node.role!.value)))
        within.unshift(lineOf(node))
    }
    const entered = within.filter((group, depth) => this.within[depth] !== group)
    this.within = within
    for (const group of entered)
      this.lines.push(`  into ${group}`)
    const { text, value } = await this.page.evaluate(() => ({
      text: document.activeElement!.textContent?.trim().slice(0, 120),
      value: document.activeElement!.getAttribute('aria-valuetext') ?? undefined,
    }))
    return lineOf(own, text, value)
  }

  /** Adds what a key led to. */
  private async hear(key: string): Promise<void> {
    const said = await announced(this.page)
    const focus = await this.focus()
    this.lines.push(`${key}: ${focus ?? 'out of the page'}`)
    for (const text of said)
      this.lines.push(`  is said: ${quoted(text)}`)
  }
}
