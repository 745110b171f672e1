import type { Buffer } from 'node:buffer'

/** A browser with one page, as far as every engine's protocol goes; what a person does with it is made of these (visitor.ts). */
export interface Engine {
  open: (url: string) => Promise<void>
  /** Runs an expression in the page. @returns its value, or what its promise comes to, as JSON tells it */
  run: (expression: string) => Promise<unknown>
  /** Presses the button of the mouse at a place of the window, in CSS pixels */
  click: (x: number, y: number) => Promise<void>
  /** Presses keys one after the other, by their names in `KeyboardEvent.key` */
  press: (keys: string[]) => Promise<void>
  /** Gives the window a size inside, in CSS pixels */
  resize: (width: number, height: number) => Promise<void>
  screenshot: () => Promise<Buffer>
  close: () => Promise<void>
  /** Errors that the page has printed, where the engine tells them */
  errors: string[]
}

/** Keys that are no letter, as WebDriver spells them. */
const KEYS: Record<string, string> = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Escape: '\uE00C',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
}

/** The actions of WebDriver and of WebDriver BiDi, which are the same. */
export const actions = {
  click: (x: number, y: number) => [{
    type: 'pointer',
    id: 'mouse',
    parameters: { pointerType: 'mouse' },
    actions: [{ type: 'pointerMove', x: Math.round(x), y: Math.round(y), duration: 0 }, { type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }],
  }],
  press: (keys: string[]) => [{
    type: 'key',
    id: 'keyboard',
    actions: keys.map(key => KEYS[key] ?? key).flatMap(value => [{ type: 'keyDown', value }, { type: 'keyUp', value }]),
  }],
}
