import { ref } from 'vue'
import { after } from '../device/after'
import { now } from '../device/clock'
import { hashBlob } from '../device/hash'
import { nameId, newId } from '../device/ids'
import { oneTab } from '../device/one-tab'
import { SECOND } from '../domain/instant'
import { openPhoneDatabase } from '../storage/phone-database'
import { uploadUrls } from '../storage/upload-url'
import type { Person, Phone } from '../stores/phone'
import { createSync } from '../sync/create-sync'
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
    maySendPhotos: async () => (await import('../stores/wifi-only')).maySendPhotos(database),
    oneTab: oneTab(`mengya/sync/${company}/${staff}`),
  })
  // [ST11] Deleted under the open app, it is fetched anew while the page stays as it is.
  database.on('versionchange', ({ newVersion }) => {
    if (newVersion === null) sync.wake()
  })
  const tick = ref(now())
  setInterval(() => (tick.value = now()), 10 * SECOND)
  return { person, database, sync, now, newId, nameId, tick }
}
