import * as v from 'valibot'
import { calendarDay, daysBetween, type CalendarDay } from './calendar-day'

/** A month as people name it, `YYYY-MM`. */
export const monthSchema = v.pipe(v.string(), v.regex(/^\d{4}-(0[1-9]|1[0-2])$/), v.brand('Month'))
export type Month = v.InferOutput<typeof monthSchema>

const LENGTH = 'YYYY-MM'.length

export const monthOf = (day: CalendarDay): Month => day.slice(0, LENGTH) as Month

export const dateOf = (day: CalendarDay): number => Number(day.slice(LENGTH + 1))

export const dayIn = (month: Month, date: number): CalendarDay => {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return calendarDay(year, number, date)
}

const LAST_MONTH = 12

/** So many months on, or back. */
export const monthAfter = (month: Month, months: number): Month => {
  const [year = 0, number = 0] = month.split('-').map(Number)
  const count = year * LAST_MONTH + (number - 1) + months
  const at = ((count % LAST_MONTH) + LAST_MONTH) % LAST_MONTH
  return monthOf(calendarDay(Math.floor(count / LAST_MONTH), at + 1, 1))
}

export const daysIn = (month: Month): number =>
  daysBetween(dayIn(month, 1), dayIn(monthAfter(month, 1), 1))

/** The same day so many months later; the last of a month that has none of that number. */
export const addMonths = (day: CalendarDay, months: number): CalendarDay => {
  const month = monthAfter(monthOf(day), months)
  return dayIn(month, Math.min(dateOf(day), daysIn(month)))
}

/** The first of the month a day is in. */
export const firstOfMonth = (day: CalendarDay): CalendarDay => dayIn(monthOf(day), 1)
