import type { CalendarDay } from '../calendar-day'
import { listOf, type VisitedHome } from './visited-home'
import { CLOCK_STATES } from './visit-state'

/** How many are offered in passing. */
const NEAR_MOST = 3

/** [VI15] Due close by (顺路): what presses more first, then the nearer level. */
export const nearHomes = (
  homes: readonly VisitedHome[],
  level: number | null,
  today: CalendarDay,
): readonly VisitedHome[] => {
  const away = ({ unit }: VisitedHome) => (level === null ? 0 : Math.abs(unit.level - level))
  const presses = ({ occasions, state }: VisitedHome) =>
    occasions.length > 0 ? 0 : 1 + CLOCK_STATES.indexOf(state)
  return homes
    .filter((home) => listOf(home, today) === 'door')
    .sort((one, other) => presses(one) - presses(other) || away(one) - away(other))
    .slice(0, NEAR_MOST)
}
