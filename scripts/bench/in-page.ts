/*
 * What runs inside the measured page, before any of its scripts. Each function is sent there as text: it may use
 * nothing from outside itself.
 */

interface PaintTimes {
  fcpMs: number
  lcpMs: number
  /** Cumulative layout shift, no unit */
  cls: number
  longTasksMs: number[]
}

/** Notes for one key or press: from the event's own time (the key going down, the finger or the mouse button going up) to the frame after which the awaited change is painted. */
interface StepNotes {
  /** Says whether what was awaited is shown */
  isDone: () => boolean
  tookMs: number | undefined
}

declare global {
  interface Window {
    benchPaint: PaintTimes
    benchStep: StepNotes
    /** Time from navigation to the first outcome of a question, in ms */
    benchOutcomeMs: number | undefined
  }
}

/** Keeps first and largest paint, layout shifts and long tasks in `window.benchPaint`. */
export function watchPaint(): void {
  const paint: PaintTimes = { fcpMs: 0, lcpMs: 0, cls: 0, longTasksMs: [] }
  window.benchPaint = paint
  const on = (type: string, note: (entry: any) => void) =>
    new PerformanceObserver(list => list.getEntries().forEach(note)).observe({ type, buffered: true })
  on('paint', (entry) => {
    if (entry.name === 'first-contentful-paint')
      paint.fcpMs = entry.startTime
  })
  on('largest-contentful-paint', entry => paint.lcpMs = entry.startTime)
  on('layout-shift', (entry) => {
    if (!entry.hadRecentInput)
      paint.cls += entry.value
  })
  on('longtask', entry => paint.longTasksMs.push(entry.duration))
}

/**
 * Times the step that `window.benchStep` awaits: it begins with the event's own time, that is, when the browser got the
 * key, or the finger or mouse button went up, and ends in the task after the frame that shows the change. Frames are
 * watched from the click on, which comes a little after a finger has gone up: asked for sooner, one would come between.
 */
export function watchSteps(): void {
  const watch = (beganMs: number) => {
    const step = window.benchStep
    if (!step || step.tookMs !== undefined)
      return
    const look = () => requestAnimationFrame(() => {
      if (!step.isDone())
        return look()
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => step.tookMs = performance.now() - beganMs
      port2.postMessage(undefined)
    })
    look()
  }
  let upMs = 0
  addEventListener('keydown', event => event.isTrusted && watch(event.timeStamp), { capture: true })
  addEventListener('pointerup', event => upMs = event.timeStamp, { capture: true })
  addEventListener('click', event => event.isTrusted && watch(upMs), { capture: true })
}

/** Notes in `window.benchOutcomeMs` when the first outcome of a question appears. */
export function watchOutcome(): void {
  const outcomes = new MutationObserver(() => {
    if (!document.querySelector('[data-question][data-outcome]'))
      return
    window.benchOutcomeMs = performance.now()
    outcomes.disconnect()
  })
  outcomes.observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-outcome'] })
}
