import { addDays } from '../domain/calendar-day'
import { MINUTE, type Instant } from '../domain/instant'
import { instantOf, localDay } from '../domain/time-zone'
import { useDaysAhead } from './days-ahead'
import { useEstate } from './estate'
import { usePhone } from './phone'

const NOON = 12 * 60
const EVENING = 18 * 60
const MORNING = 10 * 60
/** Sooner than that nobody says a time, but rings. */
const SOONEST = 30 * MINUTE

/** [TK25] When an owner may be told to hear from us: today still, tomorrow morning, then day by day. */
export const useNextWordTimes = (): readonly Instant[] => {
  const { tick } = usePhone()
  const { zone } = useEstate()
  const today = localDay(tick.value, zone)
  const near = [
    instantOf(today, NOON, zone),
    instantOf(today, EVENING, zone),
    instantOf(addDays(today, 1), MORNING, zone),
  ]
  return [...near.filter((at) => at - tick.value >= SOONEST), ...useDaysAhead()]
}
