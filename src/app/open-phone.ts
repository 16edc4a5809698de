import { ref } from 'vue'
import { after } from '../device/after'
import { now } from '../device/clock'
import { hashBlob } from '../device/hash'
import { nameId, newId } from '../device/ids'
import { oneTab } from '../device/one-tab'
import { takeStream } from '../device/take-stream'
import { DAY, MINUTE, SECOND } from '../domain/instant'
import { openPhoneDatabase, type PhoneDatabase } from '../storage/phone-database'
import { prune } from '../storage/prune'
import { uploadUrls } from '../storage/upload-url'
import type { Person, Phone } from '../stores/phone'
import { createSync } from '../sync/create-sync'
import { listenLive } from '../sync/live'
import { tusPhotoWire } from '../sync/photo-wire'
import { fetchWire } from '../sync/wire'

/** Everything one person works with, built once and handed down. */
export const openPhone = async (person: Person): Promise<Phone> => {
  const { company, staff } = person
  const database = await openPhoneDatabase(company, staff)
  const fetchHere: typeof fetch = (input, init) => fetch(input, init)
  const sync = createSync({
    ...{ database, staff, now, newId, nameId, after, app: __APP_VERSION__ },
    wire: fetchWire(fetchHere),
    photos: tusPhotoWire({ fetch: fetchHere, staff, urlStorage: uploadUrls(database), after }),
    hashOf: hashBlob,
    oneTab: oneTab(`mengya/sync/${company}/${staff}`),
  })
  // [ST11] Deleted under the open app, it is fetched anew while the page stays as it is.
  database.on('versionchange', ({ newVersion }) => {
    if (newVersion === null) sync.wake()
  })
  const tick = ref(now())
  setInterval(() => (tick.value = now()), 10 * SECOND)
  wakeWhenUseful(sync.wake.bind(sync), staff)
  after(MINUTE, () => pruneDaily(database))
  return { person, database, sync, now, newId, nameId, tick }
}

/** An app that stays open for weeks prunes like one that is opened every morning. */
const pruneDaily = (database: PhoneDatabase): void => {
  void prune(database, now())
  after(DAY, () => pruneDaily(database))
}

const wakeWhenUseful = (wake: () => void, staff: Person['staff']): void => {
  window.addEventListener('online', wake)
  const live = listenLive({
    ...{ staff, wake, after, takeStream, chance: Math.random },
    open: (address) => new EventSource(address),
  })
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible') return
    live.seen()
    wake()
  })
  wake()
}
