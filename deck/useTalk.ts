import type { Shown, TalkMessage } from './talk.ts'
import { useNav } from '@slidev/client/composables/useNav.ts'
import { getSlidePath } from '@slidev/client/logic/slides.ts'
import { addSyncMethod, disableBuiltinSync } from '@slidev/client/state/syncState.ts'
import { computed, shallowReactive } from 'vue'
import { useRouter } from 'vue-router'
import { createTalk } from './talk.ts'

/** Windows of one browser answer each other within a few ms. */
const ANSWER_MS = 250
const FOLLOW_KEY = `${__COURSE_ID__}.follow-presenter`

/** What this window knows of the talk. */
export const talk = shallowReactive({
  /** Is the screen black, where there is a talk or not? */
  black: false,
  /** Does it show what the presenter shows? */
  follows: false,
  /** Was a presenter heard of? */
  hasPresenter: false,
  isPresenter: false,
  /** A live room says whether the screen is black: what the windows tell each other is older than what a remote does. */
  isLed: false,
  /** Whose are the answers that are given here? Not known yet when a window opens: the other windows are asked first. */
  keeper: undefined as 'learner' | 'group' | undefined,
  setBlack: (_black: boolean) => {},
  setFollows: (_follows: boolean) => {},
})

/**
 * Somebody who comes from a page of the course reads; whoever types the address, or comes from the presenter's view,
 * opens a window for the room.
 */
function opensToRead(): boolean {
  const chosen = sessionStorage.getItem(FOLLOW_KEY)
  if (chosen)
    return chosen === 'no'
  if (!document.referrer.startsWith(location.origin + import.meta.env.BASE_URL))
    return false
  const from = new URL(document.referrer).pathname.slice(import.meta.env.BASE_URL.length)
  return !/^(?:presenter\/.*|\d+\/?)$/.test(from)
}

/** Takes part in a talk (talk.ts): in Slidev's place, whose own way moves the speaker when a window is opened. */
export function useTalk(): void {
  const router = useRouter()
  const { currentSlideNo, isPresenter, slides } = useNav()
  let reads = opensToRead()
  const channel = new BroadcastChannel(`${__COURSE_ID__}.room ${import.meta.env.BASE_URL} ${slides.value.length}`)
  const clicksOf = () => Number(router.currentRoute.value.query.clicks ?? 0)
  function part() {
    // Slidev's other views (notes, overview) show no slide of their own.
    if (reads || !router.currentRoute.value.params.no)
      return 'reader'
    return isPresenter.value ? 'presenter' : 'audience'
  }

  function show({ page, clicks }: Shown): void {
    router.replace({
      path: getSlidePath(page, isPresenter.value),
      query: { ...router.currentRoute.value.query, clicks: clicks || undefined },
    })
  }

  const here = () => ({ page: currentSlideNo.value, clicks: clicksOf() })
  const windowOfTalk = createTalk({
    id: Math.random().toString(36),
    part,
    here,
    show,
    post: message => channel.postMessage(message),
    afterAnswers: then => setTimeout(then, ANSWER_MS),
  })
  let isAnswered = false
  function update() {
    const follows = part() === 'audience' && windowOfTalk.shown() !== undefined
    const isAlone = part() === 'reader' || isAnswered
    Object.assign(talk, {
      ...!talk.isLed && { black: windowOfTalk.shown()?.black ?? false },
      follows,
      hasPresenter: windowOfTalk.hasPresenter(),
      isPresenter: part() === 'presenter',
      keeper: part() === 'presenter' || follows ? 'group' : isAlone ? 'learner' : undefined,
    })
  }
  talk.setBlack = (black) => {
    windowOfTalk.setBlack(black)
    update()
    // Where there is no talk, this window alone.
    talk.black = black
  }
  talk.setFollows = (follows) => {
    reads = !follows
    sessionStorage.setItem(FOLLOW_KEY, follows ? 'yes' : 'no')
    follows ? windowOfTalk.join() : windowOfTalk.leave()
    update()
  }

  router.isReady().then(() => {
    reads &&= !isPresenter.value
    channel.onmessage = ({ data }: MessageEvent<TalkMessage>) => {
      const before = windowOfTalk.shown()
      windowOfTalk.receive(data)
      update()
      const now = windowOfTalk.shown()
      // A key in another window; one that goes along with the room presses none.
      if (talk.isLed && isPresenter.value && now && before?.page === now.page && before.clicks === now.clicks && before.black !== now.black)
        talk.black = now.black
    }
    windowOfTalk.ask()
    update()
    setTimeout(() => {
      isAnswered = true
      update()
    }, ANSWER_MS)
    router.afterEach((_to, _from, failure) => {
      if (failure)
        return
      // A reader who becomes the presenter is one from then on.
      reads &&= !isPresenter.value
      windowOfTalk.moved()
      update()
    })
  })
  // A window that was covered, or comes back from memory, may have missed something.
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && windowOfTalk.ask())
  window.addEventListener('pageshow', ({ persisted }) => persisted && windowOfTalk.ask())

  shareCursor(computed(() => isPresenter.value || talk.follows))
}

/** Slidev shares where the presenter points, too, and a timer that is not shown here. The dev server does it in its own way. */
function shareCursor(takesPart: { value: boolean }): void {
  if (import.meta.env.DEV)
    return
  disableBuiltinSync()
  addSyncMethod({
    init(key, onUpdate) {
      if (!key.endsWith('- shared'))
        return
      const channel = new BroadcastChannel(`${__COURSE_ID__}.cursor ${import.meta.env.BASE_URL}`)
      channel.onmessage = ({ data }) => takesPart.value && onUpdate({ cursor: data })
      let sent = ''
      return ({ cursor }, isUpdate) => {
        const text = JSON.stringify(cursor ?? null)
        if (isUpdate || text === sent)
          return
        sent = text
        channel.postMessage(JSON.parse(text) ?? undefined)
      }
    },
  })
}
