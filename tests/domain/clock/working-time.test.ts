import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  calendarDay,
  type CalendarDay,
  type Weekday,
} from '../../../src/domain/calendar-day'
import {
  HOURS,
  isWorkingDay,
  windowsOn,
  type WorkingCalendar,
} from '../../../src/domain/clock/working-calendar'
import { addWorking, workingBetween, type Pace } from '../../../src/domain/clock/working-time'
import { DAY, HOUR, MINUTE } from '../../../src/domain/instant'
import { instantOf, wallClock } from '../../../src/domain/time-zone'

const FIRST = calendarDay(2026, 9, 14)
const near = fc.integer({ min: 0, max: 40 }).map((days): CalendarDay => addDays(FIRST, days))
const minute = fc.integer({ min: 0, max: 1_440 })
const hours = fc
  .tuple(minute, minute)
  .filter(([one, other]) => one !== other)
  .map(([one, other]) => ({ from: Math.min(one, other), to: Math.max(one, other) }))
const calendars: fc.Arbitrary<WorkingCalendar> = fc.record({
  weekdays: fc.uniqueArray(fc.constantFrom<Weekday>(1, 2, 3, 4, 5, 6, 7), { minLength: 1 }),
  hours,
  duty: fc.option(fc.record({ from: minute, to: minute })),
  daysOff: fc.uniqueArray(near, { maxLength: 12 }),
  daysOn: fc.uniqueArray(near, { maxLength: 6 }),
})
const paces: fc.Arbitrary<Pace> = fc.record({
  zone: fc.constantFrom('Asia/Shanghai', 'Europe/Berlin'),
  calendar: calendars,
  hours: fc.constantFrom(...HOURS),
})
const BEGIN = instantOf(FIRST, 0, 'Asia/Shanghai')
const instants = fc.integer({ min: 0, max: 35 * 24 * 60 }).map((each) => BEGIN + each * MINUTE)
const spans = fc.integer({ min: 0, max: 5 * 24 * 60 }).map((each) => each * MINUTE)

/** Minute by minute, as one would count on paper. */
const counted = (from: number, to: number, { zone, calendar, hours }: Pace): number => {
  let minutes = 0
  for (let at = from; at < to; at += MINUTE) {
    const { day, minutes: now } = wallClock(at, zone)
    if (windowsOn(day, calendar, hours).some(([begins, ends]) => now >= begins && now < ends))
      minutes += 1
  }
  return minutes * MINUTE
}

const OFFICE: WorkingCalendar = {
  ...{ weekdays: [1, 2, 3, 4, 5], hours: { from: 540, to: 1_080 } },
  ...{ duty: { from: 1_080, to: 480 }, daysOff: [calendarDay(2026, 9, 25)] },
  daysOn: [calendarDay(2026, 9, 20)],
}
const china = (hours: Pace['hours']): Pace => ({ zone: 'Asia/Shanghai', calendar: OFFICE, hours })
const at = (date: number, minutes: number) =>
  instantOf(calendarDay(2026, 9, date), minutes, 'Asia/Shanghai')

describe('the working calendar', () => {
  it('[CK1] counts a day worked instead, and leaves out a holiday', () => {
    expect(isWorkingDay(calendarDay(2026, 9, 20), OFFICE)).toBe(true)
    expect(isWorkingDay(calendarDay(2026, 9, 19), OFFICE)).toBe(false)
    expect(isWorkingDay(calendarDay(2026, 9, 25), OFFICE)).toBe(false)
    expect(isWorkingDay(calendarDay(2026, 9, 24), OFFICE)).toBe(true)
  })

  it('[CK2] counts hours of work, duty through the night, whole working days, or all time', () => {
    const thursday = calendarDay(2026, 9, 24)
    const holiday = calendarDay(2026, 9, 25)
    expect(windowsOn(thursday, OFFICE, 'work')).toEqual([[540, 1_080]])
    expect(windowsOn(thursday, OFFICE, 'duty')).toEqual([
      [0, 480],
      [540, 1_440],
    ])
    expect(windowsOn(holiday, OFFICE, 'duty')).toEqual([
      [0, 480],
      [1_080, 1_440],
    ])
    expect(windowsOn(holiday, OFFICE, 'days')).toEqual([])
    expect(windowsOn(holiday, OFFICE, 'always')).toEqual([[0, 1_440]])
  })

  it('[CK3] goes over a holiday and a weekend as people would say it', () => {
    // Thursday five o’clock and eight hours of work: Monday four o’clock, the Friday being a holiday.
    expect(addWorking(at(24, 17 * 60), 8 * HOUR, china('work'))).toBe(at(28, 16 * 60))
    // A working day from Thursday five o’clock is Monday five o’clock.
    expect(addWorking(at(24, 17 * 60), DAY, china('days'))).toBe(at(28, 17 * 60))
    expect(addWorking(at(24, 17 * 60), DAY, china('always'))).toBe(at(25, 17 * 60))
  })

  it('[CK3] counts as one would minute by minute', () => {
    fc.assert(
      fc.property(instants, spans, paces, (from, span, pace) => {
        expect(workingBetween(from, from + span, pace)).toBe(counted(from, from + span, pace))
      }),
      { numRuns: 40 },
    )
  })

  it('[CK3] adds what it counts, and reaches it at the first instant', () => {
    fc.assert(
      fc.property(instants, spans, paces, (from, span, pace) => {
        const reached = addWorking(from, span, pace)
        expect(workingBetween(from, reached, pace)).toBe(span)
        if (span > 0) expect(workingBetween(from, reached - MINUTE, pace)).toBeLessThan(span)
      }),
    )
  })

  it('[CK3] nothing added is the same instant, and two additions are one', () => {
    fc.assert(
      fc.property(instants, spans, spans, paces, (from, one, other, pace) => {
        expect(addWorking(from, 0, pace)).toBe(from)
        expect(addWorking(addWorking(from, one, pace), other, pace)).toBe(
          addWorking(from, one + other, pace),
        )
      }),
    )
  })

  it('[CK3] never goes backwards, whenever it begins and however much is added', () => {
    fc.assert(
      fc.property(instants, spans, spans, spans, paces, (from, later, span, more, pace) => {
        expect(addWorking(from + later, span, pace)).toBeGreaterThanOrEqual(
          addWorking(from, span, pace),
        )
        expect(addWorking(from, span + more, pace)).toBeGreaterThanOrEqual(
          addWorking(from, span, pace),
        )
      }),
    )
  })
})
