import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  calendarDay,
  dayNumber,
  dayOfNumber,
  weekdayOf,
} from '../../src/domain/calendar-day'
import { MINUTE } from '../../src/domain/instant'
import { instantOf, wallClock } from '../../src/domain/time-zone'

const days = fc.integer({ min: -30_000, max: 60_000 })
const ZONES = ['Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'UTC']

describe('calendar days', () => {
  it('agree with the platform’s calendar over the years', () => {
    fc.assert(
      fc.property(days, (number) => {
        const day = dayOfNumber(number)
        expect(day).toBe(new Date(number * 86_400_000).toISOString().slice(0, 10))
        expect(dayNumber(day)).toBe(number)
        expect(weekdayOf(day) % 7).toBe(new Date(number * 86_400_000).getUTCDay())
      }),
    )
  })

  it('know leap days', () => {
    expect(addDays(calendarDay(2028, 2, 28), 1)).toBe('2028-02-29')
    expect(addDays(calendarDay(2100, 2, 28), 1)).toBe('2100-03-01')
  })
})

describe('wall clocks', () => {
  it('an instant made from a wall clock shows that wall clock, wherever it exists', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 10_000, max: 30_000 }),
        fc.integer({ min: 0, max: 1_439 }),
        fc.constantFrom(...ZONES),
        (number, minutes, zone) => {
          const day = dayOfNumber(number)
          const shown = wallClock(instantOf(day, minutes, zone), zone)
          const gap = (dayNumber(shown.day) - number) * 1_440 + shown.minutes - minutes
          // A spring change skips at most an hour; everything else is exact.
          expect(gap >= 0 && gap <= 60).toBe(true)
          if (zone === 'Asia/Shanghai' || zone === 'UTC') expect(gap).toBe(0)
        },
      ),
    )
  })

  it('show what the platform’s calendar shows, on days of change too', () => {
    const zones = [...ZONES, 'Africa/Casablanca', 'Australia/Lord_Howe', 'America/Santiago']
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2_000_000_000 }),
        fc.constantFrom(...zones),
        (seconds, timeZone) => {
          const { day, minutes } = wallClock(seconds * 1_000, timeZone)
          const two = (value: number) => String(value).padStart(2, '0')
          const shown = `${day} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
          const options = { timeZone, dateStyle: 'short', timeStyle: 'short' } as const
          const asked = new Intl.DateTimeFormat('sv-SE', options).format(seconds * 1_000)
          expect(shown).toBe(asked)
        },
      ),
      { numRuns: 500 },
    )
  })

  it('minutes past midnight lead into tomorrow', () => {
    const day = calendarDay(2026, 11, 24)
    const evening = instantOf(day, 1_260, 'Asia/Shanghai')
    expect(instantOf(day, 1_560, 'Asia/Shanghai') - evening).toBe(300 * MINUTE)
  })
})
