import * as v from 'valibot'
import { changeIdSchema, staffIdSchema } from '../id'
import type { Immutable } from '../immutable'
import { instantSchema } from '../instant'
import { HOURS, workingCalendarSchema } from './working-calendar'

const minutes = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(60 * 24 * 60))

/** Figures a community had from the first. */
export const deadlineFields = {
  urgentOnSite: minutes,
  ordinaryRepair: minutes,
  complaintFirstAnswer: minutes,
  majorToLeader: minutes,
  defect: minutes,
  hazard: minutes,
}

/** Figures that came with the clocks of a whole matter. */
const figureFields = {
  complaintVerify: minutes,
  complaintResolve: minutes,
  enquiry: minutes,
  writtenAnswer: minutes,
  silenceOrdinary: minutes,
  silenceMajor: minutes,
}

export const FIGURES = [
  ...(['urgentOnSite', 'ordinaryRepair', 'complaintFirstAnswer', 'complaintVerify'] as const),
  ...(['complaintResolve', 'writtenAnswer', 'enquiry', 'hazard', 'defect'] as const),
  ...(['majorToLeader', 'silenceOrdinary', 'silenceMajor'] as const),
] as const
export type Figure = (typeof FIGURES)[number]

const hours = v.picklist(HOURS)

/** Who is told of a clock, and how many minutes before or after it ran out (升级). */
const escalationSchema = v.object({
  warnBefore: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_440)),
  supervisorAfter: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_080)),
  managerAfter: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_080)),
  /** A ticket nobody has: told to the supervisor after so many minutes. */
  unassignedAfter: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_080)),
})
export type Escalation = Immutable<v.InferOutput<typeof escalationSchema>>

const timingFields = {
  figures: v.object(figureFields),
  /** By which time each figure goes. */
  hours: v.object(
    Object.fromEntries(FIGURES.map((figure) => [figure, hours])) as {
      readonly [Name in Figure]: typeof hours
    },
  ),
  calendar: workingCalendarSchema,
  escalation: escalationSchema,
}

/** Everything a community says of its clocks, as people set it on one page. */
export const clockSettingsSchema = v.object({
  deadlines: v.object(deadlineFields),
  ...timingFields,
})
export type ClockSettings = Immutable<v.InferOutput<typeof clockSettingsSchema>>

export const timingSchema = v.object({
  ...timingFields,
  /** What each change was from, or what it meant where somebody was faster; newest last. */
  changed: v.pipe(
    v.array(
      v.object({
        ...{ change: changeIdSchema, at: instantSchema, by: staffIdSchema },
        /** False: it came too late, and these are the settings it meant. */
        stands: v.boolean(),
        settings: clockSettingsSchema,
      }),
    ),
    v.maxLength(12),
  ),
})
export type Timing = Immutable<v.InferOutput<typeof timingSchema>>
