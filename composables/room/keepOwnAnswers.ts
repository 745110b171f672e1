import type { BallotView } from '../../core/room/messages.ts'
import type { JoinedRoom } from './roomKey.ts'
import { onScopeDispose, watch } from 'vue'
import { scoredAnswer, validate } from '../../core/question-types/index.ts'
import { momentOf } from '../../core/room/events.ts'
import { isBelief } from '../../core/room/tally.ts'
import { useProgressStore } from '../../stores/progress.ts'
import { keepText } from './keepText.ts'
import { keptKeys } from './keptKeys.ts'
import { ownAnswer } from './ownAnswer.ts'
import { loadRoomQuestion } from './roomQuestion.ts'

/**
 * What a person answers in a room is theirs: it goes into their progress when the speaker closes the question, so that a
 * changed mind is one answer; at once where the room is lost, and when the page is left. A mind that is changed after
 * that is a second answer.
 */
export function keepOwnAnswers(room: JoinedRoom): void {
  const store = useProgressStore()
  /** What this page knows to be in progress already, by ballot */
  const own = savedOwn(room.code)

  /** Notes an answer. @returns whether it is new, here and in every other tab of this person: then it must be kept at once */
  function note(ballot: string, text: string): boolean {
    const saved = savedOwn(room.code)
    const isKnown = own[ballot] === text || saved[ballot] === text
    own[ballot] = text
    if (!isKnown)
      keepText(keptKeys(room.code).own, JSON.stringify({ ...saved, [ballot]: text }))
    return !isKnown
  }

  async function keep({ id, subject, round }: BallotView): Promise<void> {
    const answer = ownAnswer(room, id)
    const text = JSON.stringify(answer?.response)
    if (!answer || own[id] === text)
      return
    const { response, confidence } = answer
    if ('belief' in subject) {
      if (isBelief(response) && note(id, text))
        store.place([{ section: subject.belief, moment: momentOf(round), ...response }])
      return
    }
    const question = await loadRoomQuestion(subject.question)
    // Nothing is waited for between the look and the answer, or another tab, or this one, would keep it meanwhile.
    if (question && validate(question, response) === undefined && note(id, text))
      store.answer(scoredAnswer(question, response, 'quiz', confidence))
  }

  const ballots = () => room.state.value.room?.ballots ?? []
  const keepAll = () => ballots().forEach(keep)
  watch(room.state, ({ line }) => ballots().filter(({ phase }) => phase !== 'open' || line === 'lost').forEach(keep))
  const leave = () => document.visibilityState === 'hidden' && keepAll()
  document.addEventListener('visibilitychange', leave)
  window.addEventListener('pagehide', keepAll)
  onScopeDispose(() => {
    document.removeEventListener('visibilitychange', leave)
    window.removeEventListener('pagehide', keepAll)
  })
}

/** @returns which answers in a room are in progress already: what was answered, as JSON, by ballot */
export function savedOwn(code: string): Record<string, string> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keptKeys(code).own) ?? '{}')
    return typeof kept === 'object' && kept !== null ? { ...kept } : {}
  }
  catch {
    return {}
  }
}
