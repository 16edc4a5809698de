import { computed, shallowReactive, toRefs } from 'vue'
import { localMoment, momentToInstant } from '../domain/local-moment'
import type { RepairNote } from '../domain/repair/repair-note'
import { useEstate } from './estate'
import { useKeptDraft } from './kept-draft'
import { act } from './act'
import { usePhone } from './phone'
import { useRepairActs } from './repair-note'
import { useSaving } from './saving'

interface Presence {
  from: string
  until: string
}

/** [RN11] Customer service says from their own phone that they were there, from when to when. */
export const useRepairPresence = (note: () => RepairNote) => {
  const phone = usePhone()
  const estate = useEstate()
  const { mayDo } = useRepairActs()
  const { failure, isBusy, saving } = useSaving()
  const { staff } = phone.person
  const { id, sheet } = note()
  const written = shallowReactive<Presence>({
    from: localMoment(sheet.arrivedAt, estate.zone),
    until: localMoment(sheet.endedAt, estate.zone),
  })
  const draft = useKeptDraft<Presence>(`repair-presence/${id}`, {
    read: () => ({ from: written.from, until: written.until }),
    write: (kept) => Object.assign(written, kept),
  })
  /** Asked of whoever may, for a home, until they said so. */
  const isAsked = computed(
    () =>
      mayDo('attend') &&
      note().sheet.home !== null &&
      !note().voided &&
      !note().attended.some((each) => each.staff === staff),
  )
  const times = computed(() => ({
    from: momentToInstant(written.from, estate.zone),
    until: momentToInstant(written.until, estate.zone),
  }))
  const faults = computed<{
    readonly from?: 'missing'
    readonly until?: 'missing' | 'endFirst' | 'ahead'
  }>(() => {
    const { from, until } = times.value
    if (until === null) return { until: 'missing', ...(from === null ? { from: 'missing' } : {}) }
    if (from === null) return { from: 'missing' }
    if (until <= from) return { until: 'endFirst' }
    return until > phone.tick.value ? { until: 'ahead' } : {}
  })
  const save = (): Promise<boolean> => {
    const { from, until } = times.value
    if (from === null || until === null || Object.keys(faults.value).length > 0)
      return Promise.resolve(false)
    const deed = { act: 'attend', staff, from, until } as const
    return saving(() =>
      draft.handIn((dropDrafts) =>
        act(phone, [{ kind: 'RepairNote', record: id, act: deed }], { dropDrafts }),
      ),
    )
  }
  return { fields: toRefs(written), draft, isAsked, faults, save, isBusy, failure }
}
