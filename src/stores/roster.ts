import { computed } from 'vue'
import { addDays, type CalendarDay } from '../domain/calendar-day'
import { localDay } from '../domain/time-zone'
import type { DutyRoster } from '../domain/roster/duty-roster'
import { monthAfter, monthOf, type Month } from '../domain/month'
import { dutiesOf, onDutyAt, type Duty } from '../domain/roster/on-duty'
import { rostersHeld } from '../storage/roster'
import { useEstate } from './estate'
import { useLive } from './live'
import { usePhone } from './phone'

/** The rosters of these months of the community; null until they were read. */
export const useRosters = (months: () => readonly Month[]) => {
  const { database } = usePhone()
  const estate = useEstate()
  return useLive<readonly DutyRoster[] | null>(() => {
    const { community } = estate
    const asked = months()
    return community ? () => rostersHeld(database, community.id, asked) : null
  }, null)
}

const today = () => {
  const { tick } = usePhone()
  const estate = useEstate()
  return computed<CalendarDay>(() => localDay(tick.value, estate.zone))
}
const around = (day: CalendarDay): readonly Month[] => [
  ...new Set([monthOf(addDays(day, -1)), monthOf(day), monthAfter(monthOf(day), 1)]),
]

/** [RO4] Who is on duty now, by the minute; nobody while nobody asks. */
export const useOnDuty = (isAsked: () => boolean) => {
  const { tick } = usePhone()
  const estate = useEstate()
  const day = today()
  const rosters = useRosters(() => (isAsked() ? around(day.value) : []))
  return computed<readonly Duty[]>(() => onDutyAt(rosters.value ?? [], tick.value, estate.zone))
}

const AHEAD = 14

/** One's own duties of the next fourteen days, what runs since yesterday first. */
export const useMyDuties = () => {
  const { tick, person } = usePhone()
  const estate = useEstate()
  const day = today()
  const rosters = useRosters(() => around(day.value))
  return computed<readonly Duty[]>(() =>
    dutiesOf(
      ...([rosters.value ?? [], person.staff, addDays(day.value, -1), AHEAD + 1] as const),
      estate.zone,
    ).filter(({ until }) => until > tick.value),
  )
}
