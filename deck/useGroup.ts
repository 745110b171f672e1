import type { Group } from '../core/group.ts'
import { computed, shallowRef, watch } from 'vue'
import { answeredBy, mergeGroups, newGroup, withShared } from '../core/group.ts'
import { GROUP_KEY } from '../stores/keys.ts'
import { talk } from './useTalk.ts'

/** Windows of one browser answer each other within a few ms. */
const ANSWER_MS = 250
/** Changes come in a run, when a box is scrolled: the last is saved. */
const SAVE_MS = 200
/** A tab that is loaded anew goes on with its group, unless that is so old that another one sits there. */
const OLDEST_MS = 12 * 3600_000

type Message = { kind: 'hello' } | { kind: 'group', group: Group }

const current = shallowRef<Group>()
const id = Math.random().toString(36).slice(2)
const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(`${__COURSE_ID__}.group ${import.meta.env.BASE_URL}`)
let saving: ReturnType<typeof setTimeout> | undefined

const isOn = () => talk.keeper === 'group'

/** @returns the group this tab belonged to before it was loaded anew; another tab begins with none */
function ownGroup(): Group | undefined {
  try {
    const saved: Group = JSON.parse(localStorage.getItem(GROUP_KEY) ?? 'null')
    if (saved?.id === sessionStorage.getItem(GROUP_KEY) && Date.now() - saved.startedAtMs < OLDEST_MS)
      return saved
  }
  catch {
    // Denied, or somebody else's text: the group begins blank.
  }
}

function save(): void {
  clearTimeout(saving)
  saving = undefined
  if (!current.value)
    return
  try {
    sessionStorage.setItem(GROUP_KEY, current.value.id)
    localStorage.setItem(GROUP_KEY, JSON.stringify(current.value))
  }
  catch {
    // The other windows hold it.
  }
}

function hold(next: Group): void {
  if (next === current.value)
    return
  current.value = next
  saving ??= setTimeout(save, SAVE_MS)
}

function tell(): void {
  if (current.value)
    channel?.postMessage({ kind: 'group', group: current.value } satisfies Message)
}

function begin(): void {
  hold(newGroup(Math.random().toString(36).slice(2), Date.now(), current.value))
  save()
  tell()
}

/** Enters the talk: what its windows hold is asked for, and where there are none, a presenter's view begins a new group. */
function enter(): void {
  const own = ownGroup()
  if (own)
    hold(own)
  channel?.postMessage({ kind: 'hello' } satisfies Message)
  setTimeout(() => isOn() && talk.isPresenter && !current.value && begin(), ANSWER_MS)
}

/** The group in front of whom this window is shown (core/group.ts), in step with all other windows of the talk. */
export const group = {
  isOn,
  /** Another value after each change */
  changed: () => current.value,
  startedAtMs: computed(() => current.value?.startedAtMs),
  answered: computed(() => current.value ? answeredBy(current.value) : 0),
  get: (name: string): unknown => current.value?.shared[name]?.value,
  set(name: string, value: unknown): void {
    if (!current.value)
      begin()
    hold(withShared(current.value!, name, value, id))
    tell()
  },
  begin,
}

/** Keeps this window in step with the group as long as it is part of a talk. */
export function useGroup(): void {
  channel?.addEventListener('message', ({ data }: MessageEvent<Message>) => {
    if (!isOn())
      return
    if (data.kind === 'hello')
      tell()
    else
      hold(current.value ? mergeGroups(current.value, data.group) : data.group)
  })
  watch(isOn, on => on && enter(), { immediate: true })
  // A window that was covered, or comes back from memory, may have missed something.
  const ask = () => isOn() && channel?.postMessage({ kind: 'hello' } satisfies Message)
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' ? ask() : saving && save())
  window.addEventListener('pageshow', ({ persisted }) => persisted && ask())
  window.addEventListener('pagehide', () => saving && save())
}
