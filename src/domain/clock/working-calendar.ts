import * as v from 'valibot'
import {
  addDays,
  calendarDaySchema,
  weekdayOf,
  type CalendarDay,
  type Weekday,
} from '../calendar-day'
import type { Immutable } from '../immutable'

const minuteOfDay = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_440))
const days = v.pipe(v.array(calendarDaySchema), v.maxLength(400))

/** When a community's people work (工作日历). */
export const workingCalendarSchema = v.object({
  /** Weekdays worked, 1 is Monday. */
  weekdays: v.pipe(
    v.array(v.picklist([1, 2, 3, 4, 5, 6, 7] satisfies Weekday[])),
    v.minLength(1),
    v.maxLength(7),
  ),
  hours: v.pipe(
    v.object({ from: minuteOfDay, to: minuteOfDay }),
    v.check(({ from, to }) => from < to),
  ),
  /** Somebody on duty (值班), on days off too; an end before its beginning is tomorrow's. */
  duty: v.nullable(v.object({ from: minuteOfDay, to: minuteOfDay })),
  /** Public holidays (节假日). */
  daysOff: days,
  /** Days worked instead (调休上班). */
  daysOn: days,
})
export type WorkingCalendar = Immutable<v.InferOutput<typeof workingCalendarSchema>>

/** 上班时间 · 上班和值班时间 · 工作日 (the whole day) · 全天候 */
export const HOURS = ['work', 'duty', 'days', 'always'] as const
export type Hours = (typeof HOURS)[number]

/** From and to in minutes of a day. */
type Window = readonly [from: number, to: number]

/** [CK1] A day named as worked counts whatever else it is; one named as off does not; else its weekday. */
export const isWorkingDay = (
  day: CalendarDay,
  { weekdays, daysOff, daysOn }: WorkingCalendar,
): boolean => daysOn.includes(day) || (!daysOff.includes(day) && weekdays.includes(weekdayOf(day)))

const merged = (windows: readonly Window[]): readonly Window[] =>
  [...windows]
    .sort(([a], [b]) => a - b)
    .reduce<Window[]>((known, [from, to]) => {
      const last = known.at(-1)
      if (last && from <= last[1]) known.splice(-1, 1, [last[0], Math.max(last[1], to)])
      else if (from < to) known.push([from, to])
      return known
    }, [])

const WHOLE: Window = [0, 1_440]

/** [CK2] When time counts on a day, in order and apart. */
export const windowsOn = (
  day: CalendarDay,
  calendar: WorkingCalendar,
  hours: Hours,
): readonly Window[] => {
  if (hours === 'always') return [WHOLE]
  const isWorked = isWorkingDay(day, calendar)
  if (hours === 'days') return isWorked ? [WHOLE] : []
  const work: readonly Window[] = isWorked ? [[calendar.hours.from, calendar.hours.to]] : []
  if (hours === 'work' || !calendar.duty) return work
  const { from, to } = calendar.duty
  return merged(from < to ? [...work, [from, to]] : [...work, [from, 1_440], [0, to]])
}

/** What of a calendar matters for so many days from one on. */
export const calendarFrom = (
  calendar: WorkingCalendar,
  first: CalendarDay,
  many: number,
): WorkingCalendar => {
  const last = addDays(first, many)
  const isNear = (day: CalendarDay) => day >= first && day <= last
  const { daysOff, daysOn } = calendar
  return { ...calendar, daysOff: daysOff.filter(isNear), daysOn: daysOn.filter(isNear) }
}
