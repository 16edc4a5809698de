import { shallowRef } from 'vue'
import { Workbox } from 'workbox-window'
import { fetchCodeReader } from '../device/scanner/code-reader'

/** Set when a newer app waits; calling it takes the newer one over. */
export const waitingUpdate = shallowRef<(() => void) | null>(null)

/** Pages with a form open are never interrupted: the person decides when to change over. */
export const registerServiceWorker = (): void => {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return
  const workbox = new Workbox('/service-worker.js')
  workbox.addEventListener('waiting', () => {
    waitingUpdate.value = () => {
      workbox.addEventListener('controlling', () => location.reload())
      workbox.messageSkipWaiting()
    }
  })
  void workbox.register()
  // The second offline set, once the first is safe: scanning must work in the basement too.
  void navigator.serviceWorker.ready.then(fetchCodeReader).catch(() => undefined)
}
