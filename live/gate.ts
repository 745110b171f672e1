import type { IncomingMessage } from 'node:http'
import type { Role } from '../core/room/messages.ts'
import { createHmac, timingSafeEqual } from 'node:crypto'
import { steers } from '../core/room/view.ts'

/** Who has more than a phone's right. */
export type Granted = Exclude<Role, 'phone'>

const grants: Granted[] = ['speaker', 'remote', 'projector']

/** What each right is good for, besides itself and a phone. */
const alsoAs: Record<Granted, Role[]> = { speaker: ['remote', 'projector'], remote: [], projector: [] }

/**
 * Secrets are made of one key, so that they hold over a restart and on every process that has the key.
 * @returns 128 bits as text
 */
export function secretOf(key: string, code: string, role: Granted): string {
  return textOf(key, `${role} ${code}`)
}

/** @returns by what phones know the room again at another address; gives no right */
export const markOf = (key: string, code: string) => textOf(key, `mark ${code}`)

function textOf(key: string, what: string): string {
  return createHmac('sha256', key).update(what).digest('base64url').slice(0, 22)
}

function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}

/** @returns the right that a secret gives */
export function rightOf(key: string, code: string, secret: string): Granted | undefined {
  return grants.find(role => isSame(secretOf(key, code, role), secret))
}

const cookieName = (code: string) => `room-${code}`

/** @returns the header that keeps a right in a browser: no script sees it, no other site sends it */
export function cookieFor(key: string, code: string, role: Granted, isSecure: boolean): string {
  return `${cookieName(code)}=${secretOf(key, code, role)}; Path=/; HttpOnly; SameSite=Strict; Max-Age=172800${isSecure ? '; Secure' : ''}`
}

/** @returns the right that a browser has in a room */
export function rightIn({ headers }: IncomingMessage, key: string, code: string): Granted | undefined {
  const name = `${cookieName(code)}=`
  const secret = headers.cookie?.split(/;\s*/).find(cookie => cookie.startsWith(name))?.slice(name.length)
  return secret === undefined ? undefined : rightOf(key, code, secret)
}

/** @returns the role that is asked for where the right is enough for it; else a phone's */
export function roleFor(wanted: string | null, right: Granted | undefined): Role {
  return right !== undefined && (right === wanted || alsoAs[right].includes(wanted as Role)) ? wanted as Role : 'phone'
}

/** @returns whether this browser may see notes */
export const mayReadNotes = (right: Granted | undefined) => right !== undefined && steers(right)

/** @returns the name that was asked for, without its port; `''` where none was */
export function nameAsked({ headers: { host = '' } }: IncomingMessage): string {
  return host.replace(/:\d+$/, '').toLowerCase()
}

/** @returns whether the name that was asked for is one of ours: else a foreign name could be led to this machine */
export function isOurName(request: IncomingMessage, isOurs: (host: string) => boolean): boolean {
  return request.headers.host !== undefined && isOurs(nameAsked(request))
}

/** Another site must neither read nor steer: the name that was asked for is one of ours, and where a page asks it is a page of that name. */
export function isOwnPage(request: IncomingMessage, isOurs: (host: string) => boolean, needsOrigin: boolean): boolean {
  const { host, origin } = request.headers
  if (!isOurName(request, isOurs))
    return false
  if (origin === undefined)
    return !needsOrigin
  return origin === `http://${host}` || origin === `https://${host}`
}

export interface Allowance {
  /** @returns whether one more message may be taken now */
  take: () => boolean
}

/** Of who steers: a key that is held does so many times a second. */
export const STEERING = [50, 100] as const

/** A few messages at once and five a second from then on: more than a finger does. */
export function allowance(now: () => number, perSecond = 5, most = 20): Allowance {
  let left = most
  let atMs = now()
  return {
    take() {
      const nowMs = now()
      // A clock that is set back takes nothing away.
      left = Math.min(most, left + Math.max(0, nowMs - atMs) / 1000 * perSecond)
      atMs = nowMs
      if (left < 1)
        return false
      left--
      return true
    },
  }
}
