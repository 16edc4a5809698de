import { addDays, type CalendarDay } from './calendar-day'
import type { CheckpointId } from './checkpoint'
import type { NameId } from './id'
import { MINUTE, type Instant } from './instant'
import type { PatrolPlan, Slot } from './patrol-plan'
import { isPlannedOn } from './planned'
import { roundId, type RoundId } from './round-id'
import { instantOf, type TimeZone } from './time-zone'

/** A round a plan asks for, whether or not anyone has begun it. */
export interface RoundDue {
  readonly id: RoundId
  readonly plan: PatrolPlan
  readonly slot: Slot
  /** The local day on which its window opens. */
  readonly day: CalendarDay
  readonly opensAt: Instant
  readonly closesAt: Instant
  readonly zone: TimeZone
}

/** [PA7] When a stop of that round is to be looked at; null where the plan leaves it open. */
export const windowOf = (
  { plan, day, opensAt, zone }: RoundDue,
  checkpoint: CheckpointId,
): { readonly from: Instant; readonly until: Instant } | null => {
  const window = plan.windows?.find((each) => each.checkpoint === checkpoint)
  if (!window) return null
  const at = (minutes: number) =>
    window.by === 'opening' ? opensAt + minutes * MINUTE : instantOf(day, minutes, zone)
  return { from: at(window.from), until: at(window.until) }
}

/** The rounds whose windows open from `first` to `last`, both included, in order of opening. */
export const roundsDue = (
  plans: readonly PatrolPlan[],
  first: CalendarDay,
  last: CalendarDay,
  zone: TimeZone,
  nameId: NameId,
): readonly RoundDue[] => {
  const due: RoundDue[] = []
  for (let day = first; day <= last; day = addDays(day, 1))
    for (const plan of plans)
      if (isPlannedOn(plan, day))
        for (const slot of plan.slots)
          due.push({
            id: roundId(plan.id, day, slot.key, nameId),
            plan,
            slot,
            day,
            opensAt: instantOf(day, slot.opens, zone),
            closesAt: instantOf(day, slot.closes, zone),
            zone,
          })
  return due.sort((a, b) => a.opensAt - b.opensAt || a.closesAt - b.closesAt)
}
