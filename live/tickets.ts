import { randomBytes } from 'node:crypto'

/** So long the QR for a remote may be scanned. */
const TICKET_MS = 60_000

export interface Tickets {
  /** @returns a new ticket; what was given before is worth nothing from then on */
  issue: (code: string) => string
  /** @returns whether it was the room's ticket; it works once */
  redeem: (code: string, ticket: string) => boolean
}

/** One-time tickets for remotes, of which each room has one at a time. */
export function tickets(now: () => number): Tickets {
  const open = new Map<string, { ticket: string, untilMs: number }>()
  return {
    issue(code) {
      const ticket = randomBytes(16).toString('base64url')
      open.set(code, { ticket, untilMs: now() + TICKET_MS })
      return ticket
    },
    redeem(code, ticket) {
      const known = open.get(code)
      if (known?.ticket !== ticket)
        return false
      open.delete(code)
      return known.untilMs > now()
    },
  }
}
