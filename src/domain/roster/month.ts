import * as v from 'valibot'
import { calendarDay, daysBetween, type CalendarDay } from '../calendar-day'

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

/** So many months on, or back. */
export const addMonths = (month: Month, months: number): Month => {
  const [year = 0, number = 0] = month.split('-').map(Number)
  const count = year * 12 + (number - 1) + months
  return monthOf(calendarDay(Math.floor(count / 12), (((count % 12) + 12) % 12) + 1, 1))
}

export const daysIn = (month: Month): number =>
  daysBetween(dayIn(month, 1), dayIn(addMonths(month, 1), 1))
