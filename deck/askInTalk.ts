import type { Ref } from 'vue'
import type { AnswerKeeper, AskingWays, QuestionState } from '../composables/useAsking.ts'
import type { GroupAsking } from '../core/group.ts'
import type { Missing } from '../core/question-types/index.ts'
import { computed, ref, shallowRef, watch } from 'vue'
import { answeredWith, groupAskingOf, questionName, takenUp } from '../core/group.ts'
import { group } from './useGroup.ts'
import { talk } from './useTalk.ts'

/** A question as the group in front of the slide does it: every window of the talk shows the same of it. */
function useGroupAsking({ question, policy }: AnswerKeeper, { showAsking, scoredAnswer, validate }: AskingWays): QuestionState {
  const name = () => questionName(question()?.id ?? '')
  const did = computed(() => group.get(name()) as GroupAsking | undefined ?? { answers: [] })
  const missing = shallowRef<Missing>()
  const response = computed({
    get: () => did.value.response,
    set: response => group.set(name(), { ...did.value, response }),
  })
  watch(response, () => missing.value = undefined, { flush: 'sync' })
  return {
    response,
    confidence: ref(),
    missing,
    isOvertaken: ref(false),
    ...showAsking(question, () => groupAskingOf(did.value, policy())),
    send() {
      missing.value = validate(question()!, response.value)
      if (!missing.value)
        group.set(name(), answeredWith(did.value, scoredAnswer(question()!, response.value, 'slide'), Date.now()))
    },
    again: () => group.set(name(), takenUp(did.value)),
    giveUp: () => group.set(name(), { ...did.value, gaveUp: true }),
  }
}

/**
 * On a slide a question is the group's while there is a talk, and the learner's own else. Until it is known which, it
 * is shown as nobody's.
 */
export function askInTalk(keeper: AnswerKeeper, by: AskingWays): QuestionState {
  const own = by.useAsking({ ...keeper, answers: () => talk.keeper === 'learner' ? keeper.answers() : [] })
  const ofGroup = useGroupAsking(keeper, by)
  const now = () => group.isOn() ? ofGroup : own
  const read = <Key extends 'phase' | 'answer' | 'outcome' | 'revealed'>(key: Key) => computed(() => now()[key].value) as QuestionState[Key]
  const write = <Key extends 'response' | 'confidence' | 'missing' | 'isOvertaken'>(key: Key) => computed({
    get: () => now()[key].value,
    set: value => (now()[key] as Ref<unknown>).value = value,
  }) as Ref<unknown> as QuestionState[Key]
  return {
    response: write('response'),
    confidence: write('confidence'),
    missing: write('missing'),
    isOvertaken: write('isOvertaken'),
    phase: read('phase'),
    answer: read('answer'),
    outcome: read('outcome'),
    revealed: read('revealed'),
    send: () => now().send(),
    again: () => now().again(),
    giveUp: () => now().giveUp(),
  }
}
