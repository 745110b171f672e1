import { z } from 'zod'

/** Letters a–z, digits and hyphens: safe in URLs, HTML ids and reports. */
export const slug = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be letters a–z, digits and single hyphens')

/** `<section>.<slug>` */
export const fullId = z.string().regex(/^[a-z0-9-]+\.[a-z0-9-]+$/, 'must be <section>.<id>')

export const text = z.string().trim().min(1, 'must not be empty')

const optionKey = z.string().regex(/^[a-z][a-z0-9]?$/, 'must be a letter, such as a')

const option = z.strictObject({
  text: text.describe('What the learner reads and chooses'),
  feedback: text.describe('Why it is right, or what is true instead; shown after the answer'),
})

/** Options by key; the key is the option's identity, so wording and order may change. */
export function optionsOf(least: number, most: number) {
  return z.record(optionKey, option)
    .refine(o => Object.keys(o).length >= least && Object.keys(o).length <= most, `needs ${least} to ${most} options`)
}

/** Where a question of the course belongs, and what its author says of it. An invented headline has none of it. */
type Placed = 'about' | 'taughtAt' | 'sources' | 'notWith' | 'quiz' | 'level' | 'leans' | 'lessons' | 'extremes' | 'notExplained'

/** What asking, scoring and revealing need of a question. */
export type Asked<Question> = Omit<Question, Placed>

/** What every type of question has. */
export const questionBase = z.strictObject({
  id: slug.describe('Short id, unique in the file, never reused'),
  about: fullId.describe('The verdict it tests: <section>.<verdict>'),
  taughtAt: fullId.describe('The slide where it is taught: <section>.<slide>'),
  prompt: text,
  hint: text.optional().describe('Points the way without giving the answer; shown after a first try on a check'),
  explanation: text.describe('One or two sentences, shown after the answer'),
  sources: z.array(slug).min(1, 'needs at least one source'),
  revision: z.int().positive().default(1).describe('Raise it when the meaning changes'),
  notWith: z.array(slug).min(1).optional().describe('Questions of this file that may not stand in one quiz with it: one gives the other away, or both ask the same fact'),
  safety: z.literal(true).optional().describe('It asks what is safe: only the whole answer is worth anything'),
  quiz: z.boolean().default(true).describe('false keeps it out of the section quiz'),
  level: z.enum(['recall', 'explain', 'apply', 'new']).optional().describe('recall: a fact has to be remembered; explain: why or how; apply: data of the prompt are weighed; new: an invented case'),
  leans: z.enum(['favourable', 'sceptical']).optional().describe('Whether the right answer speaks for the device or the claim, or holds back; left out where it does neither'),
  lessons: z.array(slug).min(1).max(2, 'turns on two lessons at most').optional().describe('The lessons of evidence/lessons.yaml on which it turns, the first one first'),
  notExplained: z.array(slug).min(1).optional().describe('Terms of evidence/glossary.yaml that stand in it and are not explained beside it: the definition would give the answer away, or the word means something else here'),
})

/** @returns what is wrong with a question's answer key, as the end of a sentence, or `undefined`; beyond the shape that its schema asks for */
export type WrongAnswer<Question> = (question: Question) => string | undefined

export { optionKey }
