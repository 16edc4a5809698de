import '../ui/tokens.css'
import '../ui/base.css'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { after } from '../device/after'
import { now } from '../device/clock'
import { openSoundAtFirstTouch } from '../device/feedback'
import { keepInstallOffer } from '../device/install-offer'
import { isServedOffline } from '../device/served-offline'
import { SECOND } from '../domain/instant'
import { useAppearance } from '../stores/appearance'
import { useBusy } from '../stores/busy'
import { useEstate } from '../stores/estate'
import { isLocked, noteOpened } from '../stores/lock'
import { phoneKey, type Person } from '../stores/phone'
import { rememberedPerson } from '../stores/remembered'
import App from './App.vue'
import { followNetwork } from './follow-network'
import { createWording } from './i18n'
import { openPhone } from './open-phone'
import { livingPage } from './look/living-page'
import { createAppRouter } from './router'
import { followNotices, mustReopen, registerServiceWorker } from './service-worker-registration'

/** Should the page not come to show anything, what waits goes up all the same. */
const LATEST = 5 * SECOND

/** The first page has the phone to itself; then the rest begins, once. */
const afterPage = (begin: () => Promise<void>): (() => void) => {
  let hasBegun = false
  const once = () => {
    if (hasBegun) return
    hasBegun = true
    void begin()
  }
  after(LATEST, once)
  return once
}

/** [LK3] Whom the app opens for by itself; locked, nothing of theirs is read before their code. */
const personHere = (): Person | null => {
  const person = rememberedPerson()
  if (!person || isLocked(person, now())) return null
  noteOpened(person, now())
  return person
}

const start = async (): Promise<void> => {
  const person = personHere()
  const wording = createWording()
  const router = createAppRouter(person !== null, wording)
  const pinia = createPinia()
  // Should its words not come, the app opens in Chinese, which it always has.
  const words = wording.setLanguage(useAppearance(pinia).language).catch(() => undefined)
  const opening = person ? openPhone(person) : null
  const begin = afterPage(async () => {
    await registerServiceWorker()
    if (!opening) return
    const phone = await opening
    followNetwork(phone)
    const { mindMemory } = await import('./mind-memory')
    mindMemory(app, phone, () => (mustReopen.value = true))
    const { watchDoor } = await import('./watch-door')
    watchDoor(phone, { isBusy: () => useBusy(pinia).isBusy, elapsed: () => performance.now() })
    const { keepToday } = await import('./look/keep-today')
    keepToday(phone, router, () => useEstate(pinia).zone)
    // A browser may remember a script that did not come, and never ask for it again.
    if (!isServedOffline()) return
    const { readTabsAhead } = await import('./read-tabs-ahead')
    await readTabsAhead(router, wording)
  })
  const { root, show } = livingPage(router)
  const onShown = () => {
    show()
    begin()
  }
  // Should the page not come to show anything, no picture of another day's work stands in its place.
  after(LATEST, show)
  const { setLanguage } = wording
  const app = createApp(App, { isSignedIn: person !== null, setLanguage, onShown })
  // The page and its words are fetched while the database opens.
  app.use(pinia).use(wording).use(router)
  if (opening) app.provide(phoneKey, await opening)
  await words
  app.mount(root)
  followNotices(router)
}

keepInstallOffer()
openSoundAtFirstTouch()
void start()
