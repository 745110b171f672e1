/**
 * A talk is shown by several windows of one browser: the presenter's view and any number of windows for the room. What
 * they show is one register with a version; the highest version wins in every window, in whatever order messages come.
 * A window that is opened asks first and joins what is there, so that opening one moves nobody. A window that somebody
 * only reads in takes no part. No DOM here: talk.test.ts plays several windows against each other.
 */

/** What every window of the talk shows. */
export interface Shown {
  /** 1-based */
  page: number
  clicks: number
  black: boolean
}

export type Part = 'presenter' | 'audience' | 'reader'

export type TalkMessage
  = { kind: 'hello' }
    | { kind: 'shown', shown: Shown, version: number, by: string, from: Part }

export interface TalkOptions {
  /** Of this window; decides between two moves of the same version */
  id: string
  part: () => Part
  here: () => Pick<Shown, 'page' | 'clicks'>
  show: (shown: Shown) => void
  post: (message: TalkMessage) => void
  /** Calls back when every window that is there has had the time to answer */
  afterAnswers: (then: () => void) => void
}

export interface Talk {
  /** Asks what is shown: when this window opens, and when it is seen again */
  ask: () => void
  receive: (message: TalkMessage) => void
  /** This window shows something else now */
  moved: () => void
  setBlack: (black: boolean) => void
  /** Takes part from now on, as audience */
  join: () => void
  leave: () => void
  shown: () => Shown | undefined
  /** Whether a presenter was heard of */
  hasPresenter: () => boolean
}

const isSame = (a: Shown | undefined, b: Pick<Shown, 'page' | 'clicks'>) => a?.page === b.page && a.clicks === b.clicks

/** @returns one window's side of the talk */
export function createTalk({ id, part, here, show, post, afterAnswers }: TalkOptions): Talk {
  let shown: Shown | undefined
  let version = 0
  let by = ''
  let heard: Extract<TalkMessage, { kind: 'shown' }> | undefined

  const takesPart = () => shown !== undefined && part() !== 'reader'
  const tell = () => shown && post({ kind: 'shown', shown, version, by, from: part() })

  function change(next: Shown): void {
    shown = next
    version++
    by = id
    tell()
  }

  function adopt(message: Extract<TalkMessage, { kind: 'shown' }>): void {
    const isNews = !isSame(message.shown, here()) || (shown?.black ?? false) !== message.shown.black
    ;({ shown, version, by } = message)
    if (isNews)
      show(shown)
  }

  /** A presenter whom nobody has told anything begins a talk. */
  function begin(): void {
    if (!shown && part() === 'presenter')
      change({ ...here(), black: false })
  }

  return {
    ask() {
      post({ kind: 'hello' })
      if (!shown && part() === 'presenter')
        afterAnswers(begin)
    },
    receive(message) {
      if (message.kind === 'hello') {
        if (takesPart())
          tell()
        return
      }
      if (message.from === 'presenter')
        heard = message
      if (part() === 'reader')
        return
      if (!shown && part() === 'presenter' && message.from !== 'presenter' && here().page !== 1) {
        // Opened at a slide of the speaker's choice, the room will follow; at the first, the printed address, it joins the room.
        version = Math.max(version, message.version)
        return
      }
      if (!shown || message.version > version || (message.version === version && message.by > by))
        adopt(message)
    },
    moved() {
      if (isSame(shown, here()) || part() === 'reader')
        return
      if (shown || part() === 'presenter')
        change({ ...here(), black: false })
    },
    setBlack(black) {
      if (takesPart() || part() === 'presenter')
        change({ ...here(), black })
    },
    join() {
      if (heard)
        adopt(heard)
      else
        post({ kind: 'hello' })
    },
    leave() {
      shown = undefined
    },
    shown: () => shown,
    hasPresenter: () => heard !== undefined,
  }
}
