import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  calendarDay,
  dayNumber,
  dayOfNumber,
  daysBetween,
} from '../../../src/domain/calendar-day'
import { instantOf } from '../../../src/domain/time-zone'
import type { OwnerVisit } from '../../../src/domain/visit/owner-visit'
import { USUAL_VISIT_RULE } from '../../../src/domain/visit/usual-rule'
import { addMonths } from '../../../src/domain/month'
import { homeClocks } from '../../../src/domain/visit/visit-clock'
import { VISIT_CHANNELS, VISIT_RESULTS } from '../../../src/domain/visit/visit-fields'
import { clockState, homeVisitState } from '../../../src/domain/visit/visit-state'
import { doVisit, visited } from '../../support/build/visit'

const ZONE = 'Asia/Shanghai'
const FIRST = dayNumber(calendarDay(2023, 12, 1))
const days = fc.integer({ min: 0, max: 900 }).map((n) => dayOfNumber(FIRST + n))
const months = fc.integer({ min: 1, max: 12 })
const occupancies = fc.constantFrom('owner' as const, 'let' as const, 'vacant' as const)
const visits = fc
  .record({
    day: days,
    minutes: fc.integer({ min: 0, max: 1_439 }),
    channel: fc.constantFrom(...VISIT_CHANNELS),
    result: fc.constantFrom(...VISIT_RESULTS),
  })
  .map(({ day, minutes, ...said }) => visited(instantOf(day, minutes, ZONE), said))
const manyVisits = fc.array(visits, { maxLength: 8 })
const today = calendarDay(2026, 11, 24)

const clocks = (
  occupancy: 'owner' | 'let' | 'vacant',
  all: readonly OwnerVisit[],
  rule = USUAL_VISIT_RULE,
) => homeClocks({ occupancy }, all, rule, ZONE, today)

describe('so many months later', () => {
  it('[VI5] is the same day, or the last of a month without it, leap years too', () => {
    expect(addMonths(calendarDay(2026, 8, 31), 6)).toBe('2027-02-28')
    expect(addMonths(calendarDay(2023, 8, 31), 6)).toBe('2024-02-29')
    expect(addMonths(calendarDay(2024, 2, 29), 12)).toBe('2025-02-28')
    expect(addMonths(calendarDay(2026, 12, 31), 1)).toBe('2027-01-31')
    expect(addMonths(calendarDay(2026, 11, 30), 3)).toBe('2027-02-28')
  })

  it('[VI5] never goes back where the day goes on, and is about so many days', () => {
    fc.assert(
      fc.property(days, days, months, (one, other, n) => {
        const [early, late] = one < other ? [one, other] : [other, one]
        expect(addMonths(early, n) <= addMonths(late, n)).toBe(true)
        const length = daysBetween(one, addMonths(one, n))
        expect(length).toBeGreaterThanOrEqual(n * 28)
        expect(length).toBeLessThanOrEqual(n * 31)
      }),
    )
  })
})

describe('the clocks of a home', () => {
  it('[VI6] are moved by no attempt, no refusal and no word of moving', () => {
    const vain = fc.constantFrom('notHome' as const, 'refused' as const, 'moved' as const)
    fc.assert(
      fc.property(manyVisits, days, vain, occupancies, (all, day, result, occupancy) => {
        const attempt = visited(instantOf(day, 600, ZONE), { result })
        const [before, after] = [clocks(occupancy, all), clocks(occupancy, [...all, attempt])]
        for (const which of ['contact', 'door'] as const) {
          expect(after[which].lastAt).toBe(before[which].lastAt)
          expect(after[which].dueOn).toBe(before[which].dueOn)
        }
      }),
    )
  })

  it('[VI5] are never due earlier for one visit more, and the same in any order', () => {
    fc.assert(
      fc.property(manyVisits, visits, occupancies, (all, more, occupancy) => {
        const [before, after] = [clocks(occupancy, all), clocks(occupancy, [...all, more])]
        for (const which of ['contact', 'door'] as const)
          expect((after[which].dueOn ?? '') >= (before[which].dueOn ?? '')).toBe(true)
        expect(clocks(occupancy, [more, ...[...all].reverse()])).toEqual(after)
      }),
    )
  })

  it('[VI5] count nothing that was voided', () => {
    fc.assert(
      fc.property(manyVisits, visits, occupancies, (all, wrong, occupancy) => {
        const voided = doVisit(wrong, { act: 'void', reason: '记错了' }, wrong.made.at + 1)
        if (voided.outcome !== 'applied') throw new Error(voided.outcome)
        expect(clocks(occupancy, [...all, voided.record])).toEqual(clocks(occupancy, all))
      }),
    )
  })

  it('[VI6] count the attempts since somebody was met', () => {
    const on = (day: number, said: Parameters<typeof visited>[1] = {}) =>
      visited(instantOf(calendarDay(2026, 11, day), 600, ZONE), said)
    const tried = (day: number) => on(day, { result: 'notHome' })
    const all = [tried(1), on(2), tried(3), on(4, { channel: 'phone' }), tried(5)]
    expect(clocks('owner', all).door.attempts).toBe(2)
    expect(clocks('owner', all).contact.attempts).toBe(1)
    expect(clocks('owner', all).contact.dueOn).toBe('2026-12-04')
    expect(clocks('owner', all).door.dueOn).toBe('2027-05-02')
  })

  it('[VI4] [VI8] go by the month for a key household, and by inspection where nobody lives', () => {
    const until = calendarDay(2026, 12, 31)
    const key = visited(instantOf(calendarDay(2026, 11, 1), 600, ZONE), {
      heeds: [{ what: 'key', reason: '独居老人', until }],
    })
    expect(clocks('owner', [key]).door.dueOn).toBe('2026-12-01')
    const looked = visited(instantOf(calendarDay(2026, 11, 10), 600, ZONE), { result: 'inspected' })
    expect(clocks('vacant', [looked]).door).toMatchObject({ name: 'inspection', months: 1 })
    expect(clocks('vacant', [looked]).door.dueOn).toBe('2026-12-10')
    expect(clocks('vacant', [looked]).contact.dueOn).toBeNull()
    expect(clocks('owner', [looked]).door.dueOn).toBeNull()
  })
})

describe('the state of a clock', () => {
  const met = visited(instantOf(calendarDay(2026, 5, 24), 600, ZONE))
  const { door } = clocks('owner', [met])
  const on = (day: typeof today) => clockState(door, USUAL_VISIT_RULE, day)

  it('[VI7] goes from in time to soon, past its day, and unreached a term later', () => {
    expect(door.dueOn).toBe('2026-11-24')
    expect(on(addDays(today, -8))).toBe('met')
    expect(on(addDays(today, -7))).toBe('soon')
    expect(on(today)).toBe('soon')
    expect(on(addDays(today, 1))).toBe('overdue')
    expect(on(calendarDay(2027, 5, 24))).toBe('overdue')
    expect(on(calendarDay(2027, 5, 25))).toBe('unreached')
  })

  it('[VI7] of a home is that which presses more', () => {
    expect(homeVisitState(clocks('owner', [met]), USUAL_VISIT_RULE, today)).toBe('unreached')
    const rung = visited(instantOf(today, 600, ZONE), { channel: 'phone' })
    expect(homeVisitState(clocks('owner', [met, rung]), USUAL_VISIT_RULE, today)).toBe('soon')
  })
})
