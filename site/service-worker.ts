/*
 * Keeps the whole course in the browser, so that it works without a connection. All files belong to one build: a page
 * never meets questions of another. A new build waits until the learner takes it, or until no page of the old is open.
 */
import { addPlugins, cleanupOutdatedCaches, getCacheKeyForURL, precacheAndRoute } from 'workbox-precaching'
import { IN_USE, TAKE_UPDATE } from '../core/update.ts'

/** The little that is used here of a service worker's world; the types of a window are those of everything else. */
interface WorkerEvent extends Event {
  data?: unknown
  request: Request
  respondWith: (response: Response) => void
  waitUntil: (work: Promise<unknown>) => void
}
declare const self: {
  addEventListener: (type: 'activate' | 'fetch' | 'message', listener: (event: WorkerEvent) => void) => void
  clients: { claim: () => Promise<void> }
  registration: { scope: string }
  skipWaiting: () => Promise<void>
}

cleanupOutdatedCaches()
// Links of a page are relative to a folder. At the root of a host they are right without the slash, too.
self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url)
  const { pathname: scope } = new URL(self.registration.scope)
  if (event.request.mode === 'navigate' && scope !== '/' && !url.pathname.endsWith('/') && getCacheKeyForURL(`${url.pathname}/index.html`)) {
    url.pathname += '/'
    event.respondWith(Response.redirect(url.href))
  }
})

/** The next file waits until nobody has used a page for so long. */
const UNUSED_MS = 2000
/** With somebody who never rests the rest is kept all the same: a browser ends what takes more than some minutes. */
const LONGEST_WAIT_MS = 60_000
const LOOK_AGAIN_MS = 250
// It is brought by a page that somebody has just opened.
let usedAtMs = Date.now()
let waitedMs = 0

async function nobodyUsesIt(): Promise<void> {
  for (; Date.now() - usedAtMs < UNUSED_MS && waitedMs < LONGEST_WAIT_MS; waitedMs += LOOK_AGAIN_MS)
    await new Promise(resolve => setTimeout(resolve, LOOK_AGAIN_MS))
}

// One file after another as it is; whatever a page asks for meanwhile goes before, and so does whoever uses it.
addPlugins([{
  async requestWillFetch({ request }) {
    await nobodyUsesIt()
    return new Request(request, { priority: 'low' })
  },
}])
precacheAndRoute(__PRECACHE__, {
  // A page is the same whatever follows its path: which questions a shared quiz asks is read in the page.
  ignoreURLParametersMatching: [/./],
  directoryIndex: 'index.html',
  // An address may be typed without the slash at its end; files lie in folders.
  urlManipulation: ({ url }) => [new URL(`${url.pathname.replace(/\/?$/, '/')}index.html`, url)],
})

// The page that brought it gets its parts from it at once.
self.addEventListener('activate', event => event.waitUntil(self.clients.claim()))
self.addEventListener('message', (event) => {
  if (event.data === IN_USE)
    usedAtMs = Date.now()
  if (event.data === TAKE_UPDATE)
    event.waitUntil(self.skipWaiting())
})
