import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarDay, type CalendarDay } from '../../src/domain/calendar-day'
import type { PatrolPlan } from '../../src/domain/patrol-plan'
import { roundsDue } from '../../src/domain/round-due'
import { nameId, newId } from '../support/build/ids'

const [FIRST, LAST] = [calendarDay(2020, 1, 1), calendarDay(2029, 12, 31)]
const DAY = 86_400_000
const ZONES = [
  'Asia/Shanghai',
  'Asia/Urumqi',
  'Asia/Kathmandu',
  'Europe/Berlin',
  'America/New_York',
]

/** Every day of ten years, by nothing but the Gregorian calendar of the runtime. */
const DAYS = Array.from({ length: 3_653 }, (_, index) => {
  const date = new Date(Date.UTC(2020, 0, 1) + index * DAY)
  return { day: date.toISOString().slice(0, 10), weekday: date.getUTCDay() || 7 }
})

const wallOf = (zone: string) => {
  const format = new Intl.DateTimeFormat('sv-SE', {
    ...{ timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit' },
  })
  return (at: number) => format.format(at)
}
const intended = (day: string, minutes: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + minutes * 60_000)
    .toISOString()
    .slice(0, 16)
    .replace('T', ' ')
/** How many minutes apart two walls are read. */
const apart = (a: string, b: string) =>
  Math.abs(Date.parse(`${a.replace(' ', 'T')}Z`) - Date.parse(`${b.replace(' ', 'T')}Z`)) / 60_000

const day = fc.integer({ min: 0, max: DAYS.length - 1 }).map((at) => DAYS[at]?.day as CalendarDay)
const slot = fc.tuple(fc.integer({ min: 0, max: 1_439 }), fc.integer({ min: 1, max: 1_440 }))
const plan: fc.Arbitrary<PatrolPlan> = fc
  .record({
    weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
    slots: fc.array(slot, { minLength: 1, maxLength: 4 }),
    from: day,
    until: fc.option(day),
  })
  .map(({ weekdays, slots, from, until }) => ({
    ...{ id: newId(), community: newId(), name: '巡查', route: newId(), weekdays, from, until },
    ...{ roles: ['steward'], walkers: null },
    slots: slots.map(([opens, length], index) => ({
      ...{ key: `s${index}`, name: `第${index}班`, opens, closes: opens + length },
    })),
  }))

describe('[PA5] rounds of ten years', () => {
  it('are those a plain calendar asks for, each once, leap days and month ends too', () => {
    fc.assert(
      fc.property(plan, fc.constantFrom(...ZONES), (asked, zone) => {
        const due = roundsDue([asked], FIRST, LAST, zone, nameId)
        const expected = DAYS.filter(
          (each) =>
            asked.weekdays.includes(each.weekday) &&
            each.day >= asked.from &&
            (asked.until === null || each.day <= asked.until),
        ).flatMap((each) => asked.slots.map(({ key }) => `${each.day} ${key}`))
        expect(due.map((each) => `${each.day} ${each.slot.key}`).sort()).toEqual(expected.sort())
        expect(new Set(due.map(({ id }) => id)).size).toBe(due.length)
      }),
      { numRuns: 40 },
    )
  })

  it('open and close when the clocks on the wall there say so', () => {
    fc.assert(
      fc.property(plan, fc.constantFrom(...ZONES), (asked, zone) => {
        const wall = wallOf(zone)
        const due = roundsDue([asked], FIRST, LAST, zone, nameId)
        // Twice a year an hour is missing; a time inside it is read an hour later, never another day.
        const most = zone.startsWith('Asia') ? 0 : 60
        for (const each of due.slice(0, 400)) {
          const { opens, closes } = each.slot
          expect(apart(wall(each.opensAt), intended(each.day, opens))).toBeLessThanOrEqual(most)
          expect(apart(wall(each.closesAt), intended(each.day, closes))).toBeLessThanOrEqual(most)
          expect(each.closesAt).toBeGreaterThanOrEqual(each.opensAt)
        }
      }),
      { numRuns: 40 },
    )
  })
})
