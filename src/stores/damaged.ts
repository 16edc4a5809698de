import { computed, ref } from 'vue'
import { saveFile } from '../device/save-file'
import { localDay } from '../domain/time-zone'
import { damagedAsText, damagedItems, dropDamaged } from '../storage/damaged'
import type { DamagedItem } from '../storage/damaged-item'
import { noteSeen, seenHints } from '../storage/seen'
import { useEstate } from './estate'
import { useLive } from './live'
import { usePhone } from './phone'

const hintOf = ({ key, at }: DamagedItem) => `damaged/${key}/${at}`

/** [ST12] What no longer read on this phone, as it was found. */
export const useDamaged = () => {
  const { database, now } = usePhone()
  const estate = useEstate()
  const items = useLive<readonly DamagedItem[]>(() => () => damagedItems(database), [])
  const seen = useLive<readonly string[] | null>(() => () => seenHints(database), null)
  const saved = ref<readonly string[]>([])

  return {
    items,
    isNew: computed(() => {
      const known = seen.value
      return known !== null && items.value.some((item) => !known.includes(hintOf(item)))
    }),
    /** All of it was written to a file since. */
    isSaved: computed(() => items.value.every(({ key }) => saved.value.includes(key))),
    noteSeen: async (): Promise<void> => {
      for (const item of items.value) await noteSeen(database, hintOf(item), true)
    },
    save: async (): Promise<void> => {
      const held = items.value
      const text = await damagedAsText(held)
      const day = localDay(now(), estate.zone)
      saveFile(`mengya-${day}.json`, new Blob([text], { type: 'application/json' }))
      saved.value = held.map(({ key }) => key)
    },
    drop: async (): Promise<void> => {
      await dropDamaged(database, saved.value)
      for (const item of items.value) await noteSeen(database, hintOf(item), false)
    },
  }
}
