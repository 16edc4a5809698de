import { shallowRef } from 'vue'
import { useI18n } from 'petite-vue-i18n'
import { discard } from '../storage/discard'
import { alreadyReplaced, isBeingReplaced, replacing } from '../storage/replaced'
import { saveActs } from '../storage/save-acts'
import { putAway, refusedWork, type RefusedLists, type RefusedWork } from '../storage/refused-work'
import { useLive } from './live'
import { usePhone } from './phone'
import { useSaving } from './saving'

/** [EX5] What the server refused, and what may be done about it. Null until it was looked up. */
export const useRefusedWork = () => {
  const { t } = useI18n()
  const { database, person, now, newId, nameId, sync } = usePhone()
  const { failure, isBusy, saving } = useSaving()
  const lists = useLive<RefusedLists | null>(() => () => refusedWork(database), null)
  /** What was put away last, for as long as its way back is shown. */
  const last = shallowRef<RefusedWork | null>(null)

  /**
   * [EX6] The same again as a new act of the time it was done: duties may have changed, or the server.
   */
  const sendAgain = async ({ acts, at, clockOffset, orders }: RefusedWork): Promise<boolean> => {
    // A second tap: the first one sent it.
    if (await alreadyReplaced(database, orders)) return true
    if (await isBeingReplaced(database, orders)) {
      failure.value = t('upload.unsent.refused.inForm')
      return false
    }
    return saving(async () => {
      const author = { staff: person.staff, at, clockOffset, newId, nameId }
      const extras = { also: replacing(database, orders), whole: acts.length > 1 }
      const saved = await saveActs(database, acts, author, extras)
      if (saved.ok) sync.wake()
      return saved
    })
  }

  const setAway = async (work: RefusedWork) => {
    await putAway(database, work.orders, true)
    last.value = work
  }
  const takeBack = async (work: RefusedWork) => {
    last.value = null
    await putAway(database, work.orders, false)
  }
  /** [EX9] Its words were read when it was put away; for a while it can be taken back all the same. */
  const getRid = async (work: RefusedWork) => {
    await discard(database, work.orders, now())
    sync.wake()
  }
  const keepAfterAll = (work: RefusedWork) => discard(database, work.orders, null)
  return { lists, last, failure, isBusy, sendAgain, setAway, takeBack, getRid, keepAfterAll }
}

export type { RefusedWork }
