import type { Asking, Policy } from './asking.ts'
import type { Answer } from './progress.ts'
import { askingOf } from './asking.ts'

/**
 * A group in front of whom slides are shown: what it answered, how figures stand, how far boxes are scrolled. It begins
 * blank, is a plain value that several windows hold, and nobody's own progress has any of it.
 */
export interface Group {
  id: string
  startedAtMs: number
  /** By name; the highest version of each counts in every window, in whatever order messages come */
  shared: Readonly<Record<string, Shared>>
}

interface Shared {
  value: unknown
  version: number
  /** The window that set it; decides between two changes of one version */
  by: string
}

/** What a group did with one question. */
export interface GroupAsking {
  /** Oldest first */
  answers: readonly Answer[]
  /** Chosen; sent or not */
  response?: unknown
  /** Whether the solution is shown before a second try */
  gaveUp?: boolean
  /** Answers until then are as if never given */
  takenUpAtMs?: number
}

/** @returns a group that has done nothing yet, and that counts wherever `before` did */
export function newGroup(id: string, nowMs: number, before?: Group): Group {
  return { id, startedAtMs: Math.max(nowMs, (before?.startedAtMs ?? -1) + 1), shared: {} }
}

const isNewer = (a: Shared, b: Shared) => a.version > b.version || (a.version === b.version && a.by > b.by)

/** @returns what both windows then hold, whichever tells the other: the later group, and of one group the latest of everything */
export function mergeGroups(a: Group, b: Group): Group {
  if (a.startedAtMs !== b.startedAtMs || a.id !== b.id)
    return a.startedAtMs > b.startedAtMs || (a.startedAtMs === b.startedAtMs && a.id > b.id) ? a : b
  const news = Object.entries(b.shared).filter(([name, shared]) => !Object.hasOwn(a.shared, name) || isNewer(shared, a.shared[name]!))
  return news.length === 0 ? a : { ...a, shared: { ...a.shared, ...Object.fromEntries(news) } }
}

/** @returns the group after a window set something */
export function withShared(group: Group, name: string, value: unknown, by: string): Group {
  const version = (group.shared[name]?.version ?? 0) + 1
  return { ...group, shared: { ...group.shared, [name]: { value, version, by } } }
}

/** @returns how many questions the group has answered */
export function answeredBy({ shared }: Group): number {
  return Object.entries(shared).filter(([name, { value }]) => name.startsWith('question ') && (value as GroupAsking).answers.length > 0).length
}

/** @returns the name under which a group keeps what it did with a question */
export function questionName(id: string): string {
  return `question ${id}`
}

/** @returns what the group has done once it gave this answer */
export function answeredWith(asking: GroupAsking, answer: Omit<Answer, 'atMs'>, nowMs: number): GroupAsking {
  const atMs = Math.max(nowMs, (asking.answers.at(-1)?.atMs ?? -1) + 1)
  return { ...asking, answers: [...asking.answers, { ...answer, atMs }], gaveUp: false }
}

/** @returns the question as taken up once more */
export function takenUp({ answers }: GroupAsking): GroupAsking {
  return { answers, takenUpAtMs: answers.at(-1)?.atMs }
}

/** @returns in which phase the question is for the group */
export function groupAskingOf({ answers, gaveUp, takenUpAtMs = -Infinity }: GroupAsking, policy: Policy): Asking {
  const asking = askingOf(answers.filter(({ atMs }) => atMs > takenUpAtMs), policy)
  return gaveUp && asking.phase === 'second-try' ? { ...asking, phase: 'done' } : asking
}
