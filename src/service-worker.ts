/// <reference lib="webworker" />
import { clientsClaim } from 'workbox-core'
import {
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  precacheAndRoute,
} from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'
import { keepShared, SHARE_PATH } from './device/shared-files'

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

// Photos another app shares with this one, with or without a network: kept, then the snap opens.
registerRoute(
  ({ url }) => url.origin === self.location.origin && url.pathname === SHARE_PATH,
  async ({ request }) =>
    Response.redirect(await keepShared(await request.formData(), Date.now()), 303),
  'POST',
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

/** The app that is open goes there by itself: opened anew, a form on its screen would be cut off. */
const openAt = async (path: string): Promise<void> => {
  const [open] = await self.clients.matchAll({ type: 'window' })
  if (!open) {
    await self.clients.openWindow(path)
    return
  }
  await open.focus()
  open.postMessage({ type: 'OPEN', path })
}

self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  const { path } = event.notification.data as { path: string }
  event.waitUntil(openAt(path))
})

self.addEventListener('message', (event: ExtendableMessageEvent) => {
  const { type } = event.data as { type?: string }
  if (type === 'SKIP_WAITING') void self.skipWaiting()
})

// The first page loaded is already offline-able, without a reload.
clientsClaim()
