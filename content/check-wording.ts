import type { AskedQuestion } from '../core/question-types/index.schema.ts'
import type { CourseFiles } from './course-files.ts'
import type { Problem } from './problem.ts'
import { HEADLINES } from '../core/course.ts'

type Trial = NonNullable<CourseFiles['sections'][number]['evidence']['data']>['trials'][number]

/** How a prompt may call what each kind of trial tested. */
const deviceWords: Record<Trial['device'], RegExp> = {
  'implant': /\bimplant/i,
  'neck-skin': /\bneck/i,
  'ear-skin': /\bears?\b/i,
  'ear-needles': /\bneedle/i,
  'several': /\bdevice/i,
  'none': /./,
}

/** Words that say nothing of an illness, though they stand where a trial tells what it asked and of whom. */
const NO_ILLNESS = new Set('about adults after again against ages alone asked before better beside could device devices during enough first group healthy helped implant implants ischaemic least lower lowers medicine medicines months nerve number other people result severe sham since still surgery their these those three treatment treatments trial under vagus weeks where which while whose women without years young'.split(' '))

/** `RESET-RA, 2025` is called RESET-RA. */
const nameOf = ({ name }: Trial) => name.split(',')[0]!

/** Only names of their own, such as RESET-RA, need explaining; "Ear trial" says what it is. */
const namesIt = (prompt: string, trial: Trial) => /^[A-Z]+[A-Z0-9]/.test(nameOf(trial)) && prompt.includes(nameOf(trial))

/** @returns what gives a question away or leaves it unclear weeks later, bank by bank */
export function checkWording({ sections, headlines }: CourseFiles): Problem[] {
  const trials = sections.flatMap(({ evidence }) => evidence.data?.trials ?? [])
  return [...sections, { id: HEADLINES, bank: headlines }].flatMap(({ id, bank }) => (bank.data as AskedQuestion[] | undefined ?? []).flatMap((question, index) =>
    [...unclear(question, trials), ...givenAway(question)].map(([field, message, remedy]) => ({
      file: bank.file,
      line: bank.lineOf(index, field),
      message: `"${id}.${question.id}" ${message}`,
      remedy,
    }))))
}

type Found = [field: string, message: string, remedy: string]

/** A review asks a question long after its slides, beside questions of other sections. */
function unclear({ prompt }: AskedQuestion, trials: Trial[]): Found[] {
  const context = /\b(?:this|the) (?:section|slide|chapter|course above)\b|\bthese studies\b/i.exec(prompt)
  const bare = trials.find(trial => namesIt(prompt, trial) && !(deviceWords[trial.device].test(prompt) && namesIllness(prompt, trial)))
  return [
    ...context ? [['prompt', `says "${context[0]}"`, 'Name what is meant: the question may come up alone, weeks later.'] as Found] : [],
    ...bare ? [['prompt', `names ${nameOf(bare)} without its device and illness`, `Say both: "… a trial of an implant in people with …".`] as Found] : [],
  ]
}

function namesIllness(prompt: string, { asked, who }: Trial): boolean {
  const illness = `${asked} ${who}`.toLowerCase().match(/[a-z]{5,}/g)?.filter(word => !NO_ILLNESS.has(word)) ?? []
  return illness.some(word => prompt.toLowerCase().includes(word))
}

function givenAway(question: AskedQuestion): Found[] {
  if (question.type === 'match') {
    const used = new Set(Object.values(question.answer))
    return Object.keys(question.targets).length === used.size && used.size === Object.keys(question.options).length
      ? [['targets', 'has one partner for each item, so the last pair tells itself', 'Add a spare partner that somebody might believe.']]
      : []
  }
  if (question.type !== 'choices')
    return []
  const right = question.answer.length
  return right === 1 || right === Object.keys(question.options).length
    ? [['answer', right === 1 ? 'has a single right option, though it asks for all that fit' : 'has no wrong option', 'Give it two right options at least and a wrong one, or make it "choice".']]
    : []
}
