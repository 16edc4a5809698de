import { after } from '../device/after'
import { takeStream } from '../device/take-stream'
import { DAY, MINUTE } from '../domain/instant'
import type { Phone } from '../stores/phone'
import { listenLive } from '../sync/live'

/** An app that stays open for weeks prunes like one that is opened every morning. */
const pruneDaily = async ({ database, now }: Phone): Promise<void> => {
  const { prune } = await import('../storage/prune')
  await prune(database, now())
}

const pruneEvery = (phone: Phone, milliseconds: number): void => {
  after(milliseconds, () => {
    void pruneDaily(phone)
    pruneEvery(phone, DAY)
  })
}

/** Sends and brings in whenever there is a reason to, for as long as the app is open. */
export const followNetwork = (phone: Phone): void => {
  const wake = () => phone.sync.wake()
  window.addEventListener('online', () => phone.sync.tryAnew())
  const live = listenLive({
    ...{ staff: phone.person.staff, wake, after, takeStream, chance: Math.random },
    open: (address) => new EventSource(address),
  })
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible') return
    live.seen()
    phone.sync.tryAnew()
  })
  pruneEvery(phone, MINUTE)
  wake()
}
