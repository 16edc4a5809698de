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
  // Half an hour of change, and a change at midnight.
  'Australia/Lord_Howe',
  'America/Santiago',
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
/** What its wall shows less what UTC does, by the runtime's own calendar. */
const offsetOf = (wall: (at: number) => string, at: number): number =>
  Date.parse(`${wall(at).replace(' ', 'T')}Z`) - at

/**
 * When a wall there shows it: the first time, where it is shown twice; where it is skipped, after the
 * gap, as the clock before it would have counted.
 */
const instantWhen = (wall: (at: number) => string, on: string, minutes: number): number => {
  const asUtc = Date.parse(`${on}T00:00:00Z`) + minutes * 60_000
  const read = [asUtc - DAY, asUtc + DAY].map((near) => asUtc - offsetOf(wall, near))
  const shown = read.filter((at) => wall(at) === intended(on, minutes))
  return shown.length > 0 ? Math.min(...shown) : Math.max(...read)
}

/** The days about every change of the clocks, and one in so many of the others. */
const daysToLookAt = (wall: (at: number) => string): ReadonlySet<string> => {
  const offsets = DAYS.map(({ day: each }) => offsetOf(wall, Date.parse(`${each}T00:00:00Z`)))
  const isNearChange = (index: number) =>
    offsets.slice(Math.max(0, index - 2), index + 3).some((each) => each !== offsets[index])
  return new Set(
    DAYS.filter((_, index) => index % 23 === 0 || isNearChange(index)).map(({ day: each }) => each),
  )
}
const walls = new Map(
  ZONES.map((zone) => [zone, { wall: wallOf(zone), days: daysToLookAt(wallOf(zone)) }]),
)

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

  it('open and close when the clocks on the wall there say so, to the minute', () => {
    let changes = 0
    fc.assert(
      fc.property(plan, fc.constantFrom(...walls.entries()), (asked, [zone, { wall, days }]) => {
        const due = roundsDue([asked], FIRST, LAST, zone, nameId)
        for (const { day: on, slot: asks, opensAt, closesAt } of due) {
          if (!days.has(on)) continue
          expect([opensAt, closesAt]).toEqual([
            instantWhen(wall, on, asks.opens),
            instantWhen(wall, on, asks.closes),
          ])
          if (offsetOf(wall, opensAt) !== offsetOf(wall, opensAt + DAY)) changes += 1
        }
      }),
      { numRuns: 40 },
    )
    expect(changes).toBeGreaterThan(20)
  })
})
