import { addDays, type CalendarDay } from '../calendar-day'
import type { Instant } from '../instant'
import { localDay } from '../time-zone'
import { windowsOn } from './working-calendar'
import type { Pace } from './working-time'

/** [CK11] The days between two instants of which nothing counted, for whoever asks how a clock came about. */
export const daysLeftOut = (from: Instant, to: Instant, pace: Pace): readonly CalendarDay[] => {
  const { zone, calendar, hours } = pace
  const days: CalendarDay[] = []
  const last = localDay(to, zone)
  for (let day = localDay(from, zone); day <= last; day = addDays(day, 1))
    if (windowsOn(day, calendar, hours).length === 0) days.push(day)
  return days
}
