import * as v from 'valibot'
import { calendarDaySchema } from './calendar-day'
import type { Instant } from './instant'
import { dateAndTime, instantOf, type TimeZone } from './time-zone'

/** `2026-11-24T21:49` as the community's wall clocks show it: what a field for day and time holds. */
export type LocalMoment = string

export const localMoment = (at: Instant, zone: TimeZone): LocalMoment =>
  dateAndTime(at, zone).replace(' ', 'T')

/** Null for what is no day and time. */
export const momentToInstant = (moment: LocalMoment, zone: TimeZone): Instant | null => {
  const [, day = '', hours = '', minutes = ''] = /^([\d-]+)T(\d\d):(\d\d)/.exec(moment) ?? []
  const read = v.safeParse(calendarDaySchema, day)
  return read.success ? instantOf(read.output, Number(hours) * 60 + Number(minutes), zone) : null
}
