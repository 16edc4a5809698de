import { computed, ref, shallowRef } from 'vue'
import { carrier } from '../device/connection'
import { askToPersist, storageEstimate, type StorageEstimate } from '../device/storage-estimate'
import { readMeta, writeMeta } from '../storage/meta'
import { photoLines, type PhotoLine } from '../storage/photo-line'
import { weigh, type Weight } from '../storage/weigh'
import { useLive } from './live'
import { usePhone } from './phone'

/** [ST15] Each photo that is not up, and why. Null until the database has answered. */
export const usePhotoLines = () => {
  const { database } = usePhone()
  return useLive<readonly PhotoLine[] | null>(() => () => photoLines(database), null)
}

/** [ST16] What weighs how much on this phone, and what room is left. */
export const useStorageMeter = () => {
  const { database } = usePhone()
  const estimate = shallowRef<StorageEstimate | null>(null)
  const weight = shallowRef<Weight | null>(null)
  const look = async (): Promise<void> => {
    estimate.value = await storageEstimate()
    weight.value = await weigh(database)
  }
  void look()
  const persist = async (): Promise<void> => {
    await askToPersist()
    await look()
  }
  return { estimate, weight, persist }
}

/** [ST15] Whether photos wait for Wi-Fi; only where the browser says what carries the data. */
export const useWifiOnly = () => {
  const { database, sync } = usePhone()
  const held = useLive(() => async () => (await readMeta(database, 'photosOnWifi')) === true, false)
  const isKnown = ref(carrier() !== null)
  const isOn = computed({
    get: () => held.value,
    set: (isWanted) => {
      void writeMeta(database, 'photosOnWifi', isWanted).then(() => sync.wake())
    },
  })
  return { isKnown, isOn }
}

export type { PhotoLine, Weight }
