import { HOUR, type Instant } from '../instant'
import type { Due } from '../ticket/ticket'

/** [IN4] Its sort is answered within so many hours, day and night, where that is sooner. */
export const answeredBy = (due: Due, hours: number | null, from: Instant): Due => {
  if (hours === null) return due
  const minutes = hours * 60
  const at = Math.min(due.at, from + hours * HOUR)
  const { timing } = due
  if (!timing) return { ...due, at }
  const clocks = timing.clocks.map((each) =>
    each.clock === 'firstAnswer' && minutes < each.minutes
      ? { ...each, minutes, hours: 'always' as const }
      : each,
  )
  return { ...due, at, timing: { ...timing, clocks } }
}
