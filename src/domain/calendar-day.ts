import * as v from 'valibot'

/** A day as people name it, `YYYY-MM-DD`, without a zone. */
export type CalendarDay = v.InferOutput<typeof calendarDaySchema>

export const calendarDaySchema = v.pipe(
  v.string(),
  v.regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/),
  v.brand('CalendarDay'),
)

export const isCalendarDay = (text: string): text is CalendarDay => v.is(calendarDaySchema, text)

/** 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

/** Whole days since 1970-01-01 in the proleptic Gregorian calendar (H. Hinnant, days_from_civil). */
export const dayNumber = (day: CalendarDay): number => {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

/** The day with that number; the inverse of `dayNumber`. */
export const dayOfNumber = (number: number): CalendarDay => {
  const shifted = number + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1_460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const date = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1
  const month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9)
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return calendarDay(year, month, date)
}

const pad = (value: number, width: number) => String(value).padStart(width, '0')

export const calendarDay = (year: number, month: number, date: number): CalendarDay =>
  `${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}` as CalendarDay

export const addDays = (day: CalendarDay, days: number): CalendarDay =>
  dayOfNumber(dayNumber(day) + days)

export const weekdayOf = (day: CalendarDay): Weekday =>
  (((((dayNumber(day) + 3) % 7) + 7) % 7) + 1) as Weekday

/** Days from the first to the second, negative when the second is earlier. */
export const daysBetween = (first: CalendarDay, second: CalendarDay): number =>
  dayNumber(second) - dayNumber(first)
