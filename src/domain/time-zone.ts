import * as v from 'valibot'
import { calendarDay, dayNumber, dayOfNumber, type CalendarDay } from './calendar-day'
import { DAY, MINUTE, type Instant } from './instant'

/** An IANA zone, as the community has it: `Asia/Shanghai`. */
export type TimeZone = string

export const timeZoneSchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_+\-/]{1,64}$/))

const formatters = new Map<TimeZone, Intl.DateTimeFormat>()

const formatterOf = (zone: TimeZone): Intl.DateTimeFormat => {
  const known = formatters.get(zone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  formatters.set(zone, made)
  return made
}

/** What a wall clock in that zone shows at an instant. */
export interface WallClock {
  readonly day: CalendarDay
  /** Minutes since local midnight, 0–1439. */
  readonly minutes: number
}

const partsOf = (at: Instant, zone: TimeZone): Record<string, number> => {
  const parts: Record<string, number> = {}
  for (const { type, value } of formatterOf(zone).formatToParts(at)) parts[type] = Number(value)
  return parts
}

const foundOffset = (at: Instant, zone: TimeZone): number => {
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0 } = partsOf(at, zone)
  const shown = dayNumber(calendarDay(year, month, day)) * DAY + (hour * 60 + minute) * MINUTE
  return shown - Math.floor(at / MINUTE) * MINUTE
}

const MOST_DAYS = 4_000

/** Offsets of UTC days that begin and end with the same one; null on a day of change. */
const steadyOffsets = new Map<TimeZone, Map<number, number | null>>()

/** Local time minus UTC at an instant, in milliseconds. A calendar is asked twice a day, not each time. */
const offsetAt = (at: Instant, zone: TimeZone): number => {
  const day = Math.floor(at / DAY)
  let known = steadyOffsets.get(zone)
  if (!known || known.size > MOST_DAYS) {
    known = new Map<number, number | null>()
    steadyOffsets.set(zone, known)
  }
  let steady = known.get(day)
  if (steady === undefined) {
    const first = foundOffset(day * DAY, zone)
    steady = first === foundOffset((day + 1) * DAY, zone) ? first : null
    known.set(day, steady)
  }
  return steady ?? foundOffset(at, zone)
}

export const wallClock = (at: Instant, zone: TimeZone): WallClock => {
  const shown = Math.floor((at + offsetAt(at, zone)) / MINUTE)
  const minutes = ((shown % 1_440) + 1_440) % 1_440
  return { day: dayOfNumber(Math.floor(shown / 1_440)), minutes }
}

export const localDay = (at: Instant, zone: TimeZone): CalendarDay => wallClock(at, zone).day

/**
 * The instant at which that zone's wall clock shows `minutes` after midnight of `day`. Minutes may
 * pass 1440 (a window that ends tomorrow). A time a spring change skips falls after the gap; one an
 * autumn change repeats is its first showing.
 */
export const instantOf = (day: CalendarDay, minutes: number, zone: TimeZone): Instant => {
  const asUtc = dayNumber(day) * DAY + minutes * MINUTE
  const before = asUtc - offsetAt(asUtc - DAY, zone)
  if (before + offsetAt(before, zone) === asUtc) return before
  const after = asUtc - offsetAt(asUtc + DAY, zone)
  if (after + offsetAt(after, zone) === asUtc) return after
  return before
}

/** `2026-11-24 21:49`, for what outlives the day: pictures and paper never say “today”. */
export const dateAndTime = (at: Instant, zone: TimeZone): string => {
  const { day, minutes } = wallClock(at, zone)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${day} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}
