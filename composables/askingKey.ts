import type { InjectionKey } from 'vue'
import type { AnswerKeeper, AskingWays, QuestionState } from './useAsking.ts'

/** Where the windows of a talk ask a group, and not one learner, the deck gives what asks it (deck/askInTalk.ts). */
export const askingKey: InjectionKey<(keeper: AnswerKeeper, by: AskingWays) => QuestionState> = Symbol('asking')
