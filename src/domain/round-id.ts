import type * as v from 'valibot'
import type { CalendarDay } from './calendar-day'
import { idSchema, type NameId } from './id'
import type { PatrolPlanId } from './patrol-plan'

export const roundIdSchema = idSchema('RoundId')
export type RoundId = v.InferOutput<typeof roundIdSchema>

/** [PA3] The same round has the same id on every phone: plan, local day, the slot's permanent key. */
export const roundId = (
  plan: PatrolPlanId,
  day: CalendarDay,
  slotKey: string,
  nameId: NameId,
): RoundId => nameId(plan, `${day}/${slotKey}`) as RoundId
