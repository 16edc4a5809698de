import { computed, ref } from 'vue'
import type { CalendarDay } from '../domain/calendar-day'
import type { Facility, FacilityState } from '../domain/facility'
import { TURN_OF } from '../domain/facility/act'
import type { ChangeId } from '../domain/id'
import type { Instant } from '../domain/instant'
import { dateAndTime, instantOf } from '../domain/time-zone'
import { act } from './act'
import { useEstate } from './estate'
import { useKeptDraft } from './kept-draft'
import { usePhone } from './phone'
import { useSaving } from './saving'

/** [FA8] Why it is in another state now, and since when; kept until it is saved. */
export const useFacilityTurn = (facility: Facility, to: FacilityState) => {
  const phone = usePhone()
  const { zone } = useEstate()
  const { failure, isBusy, saving } = useSaving()
  const minute = (at: Instant) => dateAndTime(at, zone).replace(' ', 'T')
  const opened = minute(phone.now())
  const why = ref('')
  const since = ref(opened)
  const draft = useKeptDraft<{ readonly why: string; readonly since: string }>(
    `facility/${facility.id}/turn/${to}`,
    {
      read: () => ({ why: why.value, since: since.value }),
      write: (kept) => {
        why.value = kept.why
        since.value = kept.since
      },
    },
  )
  /** Null where it is now, and where it cannot be read. */
  const sinceAt = computed<Instant | null>(() => {
    const [day = '', time = ''] = since.value.split('T')
    const [hour = Number.NaN, minutes = Number.NaN] = time.split(':').map(Number)
    const isSaid = since.value !== opened && !Number.isNaN(hour + minutes)
    return isSaid ? instantOf(day as CalendarDay, hour * 60 + minutes, zone) : null
  })
  const faults = computed<Readonly<Record<string, string | undefined>>>(() => ({
    ...(why.value.trim() ? {} : { why: 'why' }),
    ...((sinceAt.value ?? 0) > phone.now() ? { since: 'sinceLater' } : {}),
  }))
  /** The change that did it, for its way back. */
  const save = async (): Promise<ChangeId | null> => {
    if (Object.keys(faults.value).length > 0) return null
    let change: string | undefined
    await saving(async () => {
      const deed = {
        ...{ act: TURN_OF[to], from: facility.state, why: why.value.trim(), since: sinceAt.value },
      }
      const saved = await draft.handIn((dropDrafts) =>
        act(phone, [{ kind: 'Facility', record: facility.id, act: deed }], { dropDrafts }),
      )
      if (saved.ok) change = saved.value.at(-1)
      return saved
    })
    return (change as ChangeId | undefined) ?? null
  }
  return { why, since, draft, faults, save, failure, isBusy }
}
