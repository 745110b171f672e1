import type { Browser } from '@playwright/test'
import type { FirstLoad } from '../first-load.ts'
import type { CourseSize } from './big-course.ts'
import type { BuiltCourse } from './contestants.ts'
import type { Pointer } from './measure-answer.ts'
import type { LoadTimes } from './measure-load.ts'
import type { Spread } from './statistics.ts'
import { rmSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { ensureChromium, launchArgs } from '../chromium.ts'
import { addressOf } from '../server.ts'
import { bigCourse, buildCourseMs, DECK, field, READING, realCourse } from './contestants.ts'
import { serveGzipped } from './gzip-server.ts'
import { measureAnswerableMs, measureFeedbackMs, pointers } from './measure-answer.ts'
import { measureLoadTimes, measureWeightKib } from './measure-load.ts'
import { measureStepsMs } from './measure-step.ts'
import { profile } from './profile.ts'
import { median, spreadOf } from './statistics.ts'

export interface RunOptions {
  rounds: number
  /** Also the course of 400 slides */
  growth: boolean
  /** Leave what was built where it is */
  keep: boolean
  /** Folder with an earlier build of the public site, measured in turn with this one */
  beside?: string
}

interface Growth {
  size: CourseSize
  buildMs: number
  readingKib: FirstLoad
  steps: Spread
}

/** What a run found. Times are medians of the rounds. */
export interface BenchResult {
  takenAt: string
  rounds: number
  profile: typeof profile
  /** With the load average of the last minute: above 0.5 something else was running, and times are rough */
  machine: { cpu: string, cores: number, node: string, chromium: string, loadAtStart: number }
  /** By the name of the contestant */
  loads: Record<string, { weightKib: FirstLoad, median: LoadTimes, rounds: LoadTimes[] }>
  /** By the name of the page; feedback where it was asked for */
  answers: Record<string, { answerable: { medianMs: number, roundsMs: number[] }, feedback?: Record<Pointer, Spread> }>
  steps: Record<string, Spread>
  course: { size: CourseSize, buildMs: number }
  growth?: Growth
}

const FOLDER = '.bench'
/** A build is slow and varies little */
const BUILDS = 2

/** Builds everything, measures it in turn, round by round, and takes away what was built. */
export async function runBench(options: RunOptions): Promise<BenchResult> {
  rmSync(FOLDER, { recursive: true, force: true })
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: launchArgs })
  try {
    return await measure(browser, options)
  }
  finally {
    await browser.close()
    if (!options.keep)
      rmSync(FOLDER, { recursive: true, force: true })
  }
}

async function measure(browser: Browser, { rounds, growth, beside }: RunOptions): Promise<BenchResult> {
  const loadAtStart = Math.round(loadavg()[0]! * 10) / 10
  const course = await realCourse()
  const big = growth ? await bigCourse(FOLDER) : undefined
  build([course, ...big ? [big] : []], Math.min(rounds, BUILDS))

  const { contestants, asking, decks, close } = await field(FOLDER, join(FOLDER, 'course'), course.size.slides, beside)
  const bigServer = big && await serveGzipped(join(big.root, 'dist'))
  const BIG_DECK = `${DECK} of the big course`
  if (big)
    decks.push({ name: BIG_DECK, url: `${addressOf(bigServer!)}${DECK}?slides`, tool: 'slidev', slides: big.size.slides })

  const weights = new Map<string, FirstLoad>()
  for (const { name, url } of contestants)
    weights.set(name, await measureWeightKib(browser, url))
  const bigReadingKib = bigServer && await measureWeightKib(browser, addressOf(bigServer) + READING)

  const loads: Record<string, LoadTimes[]> = {}
  const steps: Record<string, number[][]> = {}
  const answers = asking.map(page => ({ ...page, answerableMs: [] as number[], feedbackMs: [] as Record<Pointer, number[]>[] }))
  for (let round = 1; round <= rounds; round++) {
    const tell = (what: string, found: string) => console.log(`round ${round} of ${rounds}  ${what.padEnd(22)}  ${found}`)
    for (const { name, url } of contestants) {
      const times = await measureLoadTimes(browser, url)
      ;(loads[name] ??= []).push(times)
      tell(name, `FCP ${ms(times.fcpMs)}  LCP ${ms(times.lcpMs)}  CLS ${times.cls.toFixed(3)}  longest task ${ms(times.longestTaskMs)}`)
    }
    for (const { name, url, repeated, answerableMs, feedbackMs } of answers) {
      answerableMs.push(await measureAnswerableMs(browser, url))
      tell(`questions, ${name}`, `answered at ${ms(answerableMs.at(-1)!)}`)
      if (repeated === undefined)
        continue
      const feedback = await measureFeedbackMs(browser, url, repeated)
      feedbackMs.push(feedback)
      for (const pointer of pointers)
        tell(`feedback, ${name}`, `${pointer}  p50 ${ms(spreadOf([feedback[pointer]]).p50Ms)}  p95 ${ms(spreadOf([feedback[pointer]]).p95Ms)}`)
    }
    for (const deck of decks) {
      const times = await measureStepsMs(browser, deck)
      ;(steps[deck.name] ??= []).push(times)
      tell(`steps, ${deck.name}`, `p50 ${ms(spreadOf([times]).p50Ms)}  p95 ${ms(spreadOf([times]).p95Ms)}`)
    }
  }
  close()
  bigServer?.close()

  const spreads = Object.fromEntries(Object.entries(steps).map(([name, times]) => [name, spreadOf(times)]))
  return {
    takenAt: new Date().toISOString(),
    rounds,
    profile,
    /** With the load average of the last minute: above 0.5 something else was running, and times are rough */
    machine: { cpu: cpus()[0]?.model ?? 'unknown', cores: cpus().length, node: process.version, chromium: browser.version(), loadAtStart },
    loads: Object.fromEntries(Object.entries(loads).map(([name, rounds]) => [name, { weightKib: weights.get(name)!, median: medianOf(rounds), rounds }])),
    answers: Object.fromEntries(answers.map(({ name, repeated, answerableMs, feedbackMs }) => [name, {
      answerable: { medianMs: median(answerableMs), roundsMs: answerableMs },
      ...repeated !== undefined && { feedback: { mouse: spreadOf(feedbackMs.map(({ mouse }) => mouse)), finger: spreadOf(feedbackMs.map(({ finger }) => finger)) } },
    }])),
    steps: spreads,
    course: { size: course.size, buildMs: median(course.buildsMs) },
    ...(big && { growth: { size: big.size, buildMs: median(big.buildsMs), readingKib: bigReadingKib!, steps: spreads[BIG_DECK]! } }),
  }
}

/** Builds each course several times, in turn. */
function build(courses: BuiltCourse[], times: number): void {
  for (let time = 1; time <= times; time++) {
    for (const course of courses) {
      course.buildsMs.push(buildCourseMs(course.root, course.root === '.' ? join(FOLDER, 'course') : 'dist'))
      console.log(`build ${time} of ${times}  ${course.size.slides} slides, ${course.size.questions} questions  ${(course.buildsMs.at(-1)! / 1000).toFixed(1)} s`)
    }
  }
}

function medianOf(rounds: LoadTimes[]): LoadTimes {
  const of = (key: keyof LoadTimes) => median(rounds.map(round => round[key]))
  return { fcpMs: of('fcpMs'), lcpMs: of('lcpMs'), cls: of('cls'), longestTaskMs: of('longestTaskMs'), tasksOver200Ms: of('tasksOver200Ms') }
}

function ms(time: number): string {
  return `${Math.round(time)} ms`
}
