import type { BallotView } from '../../core/room/messages.ts'
import type { JoinedRoom } from './roomKey.ts'
import { onScopeDispose, watch } from 'vue'
import { scoredAnswer, validate } from '../../core/question-types/index.ts'
import { momentOf } from '../../core/room/events.ts'
import { isBelief } from '../../core/room/tally.ts'
import { useProgressStore } from '../../stores/progress.ts'
import { keptKeys } from './keptKeys.ts'
import { loadRoomQuestion } from './roomQuestion.ts'
import { ownAnswer } from './useRoomAsking.ts'

/**
 * What a person answers in a room is theirs: it goes into their progress when the speaker closes the question, so that a
 * changed mind is one answer; at once where the room is lost, and when the page is left. A mind that is changed after
 * that is a second answer.
 */
export function keepOwnAnswers(room: JoinedRoom): void {
  const store = useProgressStore()
  const key = keptKeys(room.code).own
  /** What is in progress already, by ballot */
  const own = savedOwn(room.code)

  async function keep({ id, subject, round }: BallotView): Promise<void> {
    const answer = ownAnswer(room, id)
    const text = JSON.stringify(answer?.response)
    if (!answer || own[id] === text)
      return
    // Noted before anything is waited for, so that nothing is kept twice.
    own[id] = text
    const { response, confidence } = answer
    if ('belief' in subject) {
      if (isBelief(response))
        store.place([{ section: subject.belief, moment: momentOf(round), ...response }])
    }
    else {
      const question = await loadRoomQuestion(subject.question)
      if (question && validate(question, response) === undefined)
        store.answer(scoredAnswer(question, response, 'quiz', confidence))
      else
        delete own[id]
    }
    localStorage.setItem(key, JSON.stringify(own))
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
