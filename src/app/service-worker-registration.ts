import * as v from 'valibot'
import { shallowRef } from 'vue'
import type { Router } from 'vue-router'
import type { Workbox } from 'workbox-window'
import { after } from '../device/after'
import { HOUR } from '../domain/instant'

/** Set when a newer app waits; calling it takes the newer one over. */
export const waitingUpdate = shallowRef<(() => void) | null>(null)

/** Set when what is open was built for what no longer is: it is opened anew at a moment that is quiet. */
export const mustReopen = shallowRef(false)

let registered: Workbox | null = null

/** Without a network there is nothing newer to be had: the next hour asks again. */
export const lookForUpdate = (): void => void registered?.update().catch(() => undefined)

const lookHourly = (): void => {
  after(HOUR, () => {
    lookForUpdate()
    lookHourly()
  })
}

const bringCodeReader = async (): Promise<void> => {
  await navigator.serviceWorker.ready
  const { fetchCodeReader } = await import('../device/scanner/code-reader')
  await fetchCodeReader()
}

/** Pages with a form open are never interrupted: the person decides when to change over. */
export const registerServiceWorker = async (): Promise<void> => {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return
  // The page is shown first.
  const { Workbox } = await import('workbox-window')
  const workbox = new Workbox('/service-worker.js')
  let isOurs = false
  workbox.addEventListener('waiting', () => {
    waitingUpdate.value = () => {
      isOurs = true
      workbox.messageSkipWaiting()
    }
  })
  workbox.addEventListener('controlling', ({ isUpdate }) => {
    if (isOurs) location.reload()
    else if (isUpdate) mustReopen.value = true
  })
  void workbox.register()
  registered = workbox
  lookHourly()
  // The second offline set, once the first is safe: scanning must work in the basement too.
  void bringCodeReader().catch(() => undefined)
}

/** A system notice that was touched leads to what it spoke of, in the app that is open. */
export const followNotices = (router: Router): void => {
  if (!('serviceWorker' in navigator)) return
  navigator.serviceWorker.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const told = v.safeParse(v.object({ type: v.literal('OPEN'), path: v.string() }), data)
    if (told.success) void router.push(told.output.path)
  })
}
