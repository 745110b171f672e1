/** A machine's clock is brought into line by less than this, little by little; by more it was set. */
const SET_BACK_MS = 1000

/**
 * A clock that goes on where that of the machine is set back: what comes after the close of a question must not be dated
 * before it. It follows where that is set forward, as it is when a machine wakes.
 * @param wall the clock of the machine
 * @param elapsed how long the machine has run, which nobody sets
 */
export function steadyClock(wall: () => number = () => Date.now(), elapsed: () => number = () => performance.now()): () => number {
  let wallMs = wall()
  let elapsedMs = elapsed()
  let aheadMs = 0
  let toldMs = wallMs
  return () => {
    const [nowMs, runMs] = [wall(), elapsed()]
    const setBackMs = wallMs + (runMs - elapsedMs) - nowMs
    if (setBackMs > SET_BACK_MS)
      aheadMs += Math.round(setBackMs)
    wallMs = nowMs
    elapsedMs = runMs
    return toldMs = Math.max(toldMs, nowMs + aheadMs)
  }
}
