import type { Answer, Attempt, Progress } from '../core/progress.ts'
import { loadCourse } from '../content/load-course.ts'
import { dayOf } from '../core/days.ts'
import { shuffle } from '../core/draw.ts'
import { packProgress } from '../core/packed-progress.ts'
import { emptyProgress } from '../core/progress-parts/index.ts'
import { answerModes, confidences, nextTimeMs } from '../core/progress.ts'
import { quizResult, sectionRecord } from '../core/records.ts'
import { questionToReview, reviewCards } from '../core/review.ts'
import { readSaved } from '../core/saved-progress.ts'

// What a long history costs: 10,000 answers to the questions of the real course over two years, in its real shapes.
const ROUNDS = 15
const ANSWERS = 10_000
const START_MS = Date.UTC(2026, 0, 1)

const { outline, sections } = await loadCourse(process.cwd())
const questions = sections.flatMap(section => section.questions)
const roll = (seed: string, sides: number) => shuffle(Array.from({ length: sides }, (_, side) => side), seed)[0]!

function history(): Progress {
  const answers: Answer[] = []
  const attempts: Attempt[] = []
  for (let n = 0; n < ANSWERS; n++) {
    const question = questions[roll(`q${n}`, questions.length)]!
    const given: unknown = 'options' in question ? Object.keys(question.options)[roll(`r${n}`, Object.keys(question.options).length)] : question.type === 'estimate' ? roll(`r${n}`, 100) : { a: 'x', b: 'sham' }
    const response = { choice: given, hotspot: given, choices: [given], order: 'options' in question ? shuffle(Object.keys(question.options), `o${n}`) : [], match: { a: 'x', b: 'y', c: 'z' }, sort: { a: 'x', b: 'y', c: 'x', d: 'y' }, gap: given, estimate: given }[question.type]
    const confidence = roll(`c${n}`, 4)
    answers.push({
      question: question.id,
      response,
      score: [0, 1 / 3, 1, 1][roll(`s${n}`, 4)]!,
      atMs: START_MS + n * 6_307_200 + roll(`t${n}`, 1000),
      mode: answerModes[roll(`m${n}`, 4)]!,
      revision: 1,
      ...(confidence > 0 && { confidence: confidences[confidence - 1]! }),
    })
    if (n % 20 === 0) {
      const section = outline.sections[roll(`a${n}`, outline.sections.length)]!
      const startedAtMs = answers.at(-1)!.atMs
      attempts.push({ section: section.id, seed: `seed${n}`, questions: shuffle(section.questions, `d${n}`).slice(0, 6).map(({ id }) => id), sinceMs: startedAtMs, startedAtMs, feedback: 'each' })
    }
  }
  const seen = Object.fromEntries(outline.sections.flatMap(section => section.slides).map(({ id }, index) => [id, START_MS + index]))
  return { ...emptyProgress(), answers, attempts, seen }
}

/** The middle one of several rounds, in ms. */
function medianMs(work: () => void): number {
  const times = Array.from({ length: ROUNDS }, () => {
    const before = performance.now()
    work()
    return performance.now() - before
  })
  return times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)]!
}

const progress = history()
const text = JSON.stringify(packProgress(progress))
const today = dayOf(progress.answers.at(-1)!.atMs, 0)
const ids = questions.map(({ id }) => id)

/** Everything the map shows, from a history that nothing has looked at yet. */
function fold() {
  const fresh = { ...progress, answers: [...progress.answers] }
  for (const section of outline.sections)
    sectionRecord(fresh, section, atMs => dayOf(atMs, 0))
  quizResult(fresh, fresh.attempts.at(-1)!, () => true)
}

console.log(`${progress.answers.length} answers, ${progress.attempts.length} quizzes, ${ids.length} questions; medians of ${ROUNDS} rounds`)
console.log(`saved size        ${(text.length / 1024).toFixed(1)} KiB (whole answers as JSON: ${(JSON.stringify(progress).length / 1024).toFixed(1)} KiB)`)
console.log(`read              ${medianMs(() => readSaved(text)).toFixed(1)} ms`)
console.log(`fold              ${medianMs(fold).toFixed(1)} ms`)
console.log(`review cards      ${medianMs(() => reviewCards({ ...progress, answers: [...progress.answers] }, ids.map(questionToReview), atMs => dayOf(atMs, 0), today)).toFixed(1)} ms`)
console.log(`save              ${medianMs(() => JSON.stringify(packProgress({ ...progress, answers: [...progress.answers, { ...progress.answers[0]!, atMs: nextTimeMs(progress, 0) }] }))).toFixed(1)} ms`)
