import { addDays } from '../domain/calendar-day'
import type { Instant } from '../domain/instant'
import { instantOf, localDay } from '../domain/time-zone'
import { useEstate } from './estate'
import { usePhone } from './phone'

const DAYS_AHEAD = 14
const DAY_ENDS = 18 * 60

/** The ends of the next two weeks’ days, where the estate is. */
export const useDaysAhead = (): readonly Instant[] => {
  const { tick } = usePhone()
  const { zone } = useEstate()
  const today = localDay(tick.value, zone)
  return Array.from({ length: DAYS_AHEAD }, (_, index) =>
    instantOf(addDays(today, index + 1), DAY_ENDS, zone),
  )
}
