import * as v from 'valibot'
import { FIGURES } from '../clock/timing'
import { HOURS, workingCalendarSchema } from '../clock/working-calendar'
import type { Immutable } from '../immutable'
import { instantSchema } from '../instant'
import { timeZoneSchema } from '../time-zone'

/** 报领导 · 到场 · 首次答复 · 复清 · 办结 · 书面答复 · 不失联 */
const CLOCKS = [
  ...(['leader', 'onSite', 'firstAnswer', 'verify', 'resolve', 'written', 'silence'] as const),
] as const
export type ClockName = (typeof CLOCKS)[number]

/**
 * [CK6] The clocks of a ticket as they were set when it began: the figures, and the calendar for the
 * days it may take. A calendar corrected later moves no ticket that was timed before.
 */
export const ticketTimingSchema = v.object({
  from: instantSchema,
  zone: timeZoneSchema,
  calendar: workingCalendarSchema,
  clocks: v.pipe(
    v.array(
      v.object({
        ...{ clock: v.picklist(CLOCKS), figure: v.picklist(FIGURES) },
        minutes: v.pipe(v.number(), v.integer(), v.minValue(1)),
        hours: v.picklist(HOURS),
      }),
    ),
    v.maxLength(8),
  ),
})
export type TicketTiming = Immutable<v.InferOutput<typeof ticketTimingSchema>>
