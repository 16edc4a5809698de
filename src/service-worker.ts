/// <reference lib="webworker" />
import { clientsClaim } from 'workbox-core'
import {
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  precacheAndRoute,
} from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'

declare const self: ServiceWorkerGlobalScope & {
  __WB_MANIFEST: { url: string; revision: string | null }[]
}

const TOOLS = 'mengya-tools'

precacheAndRoute(self.__WB_MANIFEST)
cleanupOutdatedCaches()

// The shell answers every page; calls to the server never come through here.
registerRoute(
  new NavigationRoute(createHandlerBoundToURL('/index.html'), { denylist: [/^\/api\//] }),
)

// The second offline set: the code reader. Hashed names never change, so the first answer is kept.
registerRoute(
  ({ url }) => url.origin === self.location.origin && url.pathname.endsWith('.wasm'),
  async ({ request }) => {
    const cache = await caches.open(TOOLS)
    const kept = await cache.match(request)
    if (kept) return kept
    const answer = await fetch(request)
    if (answer.ok) await cache.put(request, answer.clone())
    return answer
  },
)

self.addEventListener('message', (event: ExtendableMessageEvent) => {
  const { type } = event.data as { type?: string }
  if (type === 'SKIP_WAITING') void self.skipWaiting()
})

// The first page loaded is already offline-able, without a reload.
clientsClaim()
