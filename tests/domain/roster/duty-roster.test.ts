import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { v5 } from 'uuid'
import type { CalendarDay } from '../../../src/domain/calendar-day'
import type { CommunityId } from '../../../src/domain/community'
import type { ChangeId, StaffId } from '../../../src/domain/id'
import {
  dutyRosterId,
  dutyRosterKind,
  type DutyRoster,
  type DutyRosterAct,
} from '../../../src/domain/roster/duty-roster'
import { asFourWeeksBefore, goRound } from '../../../src/domain/roster/fill-row'
import { monthAfter, dayIn, daysIn, monthOf, type Month } from '../../../src/domain/month'
import { dutiesOf, onDutyAt } from '../../../src/domain/roster/on-duty'
import { lengthOf, usualShifts, type Shift, type ShiftKey } from '../../../src/domain/roster/shift'
import { instantOf, localDay } from '../../../src/domain/time-zone'

const nameId = (space: string, name: string) => v5(name, space)
const idOf = (name: string) => v5(name, '019ab12c-7a00-7000-8000-000000000000')
const COMMUNITY = idOf('community') as CommunityId
const MONTH = '2026-11' as Month
const ZONE = 'Asia/Shanghai'
const wu = idOf('wu') as StaffId
const ma = idOf('ma') as StaffId
const SHIFTS = [...usualShifts(['行政班', '早班', '中班', '夜班'])]
const a = 'a' as ShiftKey
const c = 'c' as ShiftKey

let changes = 0
const contextFor = (act: DutyRosterAct, at = 0) => ({
  ...{ at, by: wu, nameId, change: idOf(`change ${(changes += 1)}`) as ChangeId },
  record: dutyRosterId(act.community, act.month, nameId),
})
type Cell = readonly [StaffId, number, ShiftKey | null, ShiftKey | null]
const planOf = (cells: readonly Cell[], shifts?: DutyRosterAct['shifts']): DutyRosterAct => ({
  ...{ act: 'plan', community: COMMUNITY, month: MONTH },
  ...(shifts ? { shifts } : {}),
  rows: [...new Set(cells.map(([staff]) => staff))].map((staff) => ({
    staff,
    days: cells
      .filter(([who]) => who === staff)
      .map(([, date, seen, meant]) => ({ date, seen, meant })),
  })),
})
const planned = (record: DutyRoster | null, act: DutyRosterAct): DutyRoster => {
  const done = dutyRosterKind.apply(record, act, contextFor(act))
  if (done.outcome === 'refused') throw new Error('refused')
  return done.record
}
const begun = (cells: readonly Cell[]) => planned(null, planOf(cells, { seen: [], meant: SHIFTS }))
const shiftOf = (roster: DutyRoster, staff: StaffId, date: number) =>
  roster.rows.find((row) => row.staff === staff)?.days[date - 1] ?? null

describe('a duty roster', () => {
  it('[RO1] is one per community and month, and refuses another id', () => {
    const act = planOf([], { seen: [], meant: SHIFTS })
    const context = { ...contextFor(act), record: idOf('another') }
    expect(dutyRosterKind.apply(null, act, context)).toEqual({
      ...{ outcome: 'refused', why: 'malformed' },
    })
    expect(begun([[wu, 24, null, a]])).toMatchObject({ month: MONTH, shifts: SHIFTS })
  })

  it('[RO2] lets two people fill different days, and keeps what moved since it was seen', () => {
    const held = begun([[wu, 24, null, a]])
    const other = planned(held, planOf([[ma, 24, null, c]]))
    expect([shiftOf(other, wu, 24), shiftOf(other, ma, 24)]).toEqual([a, c])
    const late = planOf([
      [wu, 24, null, c],
      [wu, 25, null, c],
    ])
    const done = dutyRosterKind.apply(other, late, contextFor(late))
    expect(done).toMatchObject({ outcome: 'noted', why: 'field-lost' })
    const after = planned(other, late)
    expect([shiftOf(after, wu, 24), shiftOf(after, wu, 25)]).toEqual([a, c])
  })

  it('[RO2] is the same whichever of two who see the same comes first, where they mean different days', () => {
    const cells = fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 10 })
    fc.assert(
      fc.property(cells, cells, (one, two) => {
        const mine = planOf(one.map((date) => [wu, date, null, a]))
        const theirs = planOf(
          two.filter((date) => !one.includes(date)).map((date) => [wu, date, null, c]),
        )
        const held = begun([])
        const there = planned(planned(held, mine), theirs)
        const back = planned(planned(held, theirs), mine)
        expect(there.rows).toEqual(back.rows)
      }),
    )
  })

  it('says nothing twice of a change it carries already', () => {
    const act = planOf([[wu, 24, null, a]], { seen: [], meant: SHIFTS })
    const context = contextFor(act)
    const first = dutyRosterKind.apply(null, act, context)
    if (first.outcome === 'refused') throw new Error('refused')
    expect(dutyRosterKind.apply(first.record, act, context)).toEqual(first)
  })

  it('[RO3] lets nobody work a shift that was taken out', () => {
    const held = begun([
      [wu, 24, null, a],
      [wu, 25, null, c],
    ])
    const meant = SHIFTS.filter(({ key }) => key !== c)
    const after = planned(held, planOf([], { seen: SHIFTS, meant }))
    expect([shiftOf(after, wu, 24), shiftOf(after, wu, 25)]).toEqual([a, null])
    const named = planOf([[wu, 26, null, c]])
    expect(dutyRosterKind.apply(after, named, contextFor(named))).toMatchObject({
      ...{ outcome: 'noted', why: 'field-lost' },
    })
  })

  it('keeps no day a month does not have', () => {
    const act = planOf([[wu, 31, null, a]], { seen: [], meant: SHIFTS })
    expect(dutyRosterKind.apply(null, act, contextFor(act))).toMatchObject({ outcome: 'noted' })
    expect(begun([]).rows).toEqual([])
  })
})

describe('[RO4] who is on duty', () => {
  const roster = begun([
    [wu, 24, null, c],
    [ma, 24, null, a],
  ])
  const at = (day: string, hours: number) => instantOf(day as CalendarDay, hours * 60, ZONE)
  const names = (when: number) => onDutyAt([roster], when, ZONE).map(({ staff }) => staff)

  it('has the night shift until it ends the next morning, and not a minute longer', () => {
    expect(names(at('2026-11-24', 22.9))).toEqual([])
    expect(names(at('2026-11-24', 23))).toEqual([wu])
    expect(names(at('2026-11-25', 6.9))).toEqual([wu])
    expect(names(at('2026-11-25', 7))).toEqual([])
    expect(names(at('2026-11-24', 7))).toEqual([ma])
  })

  it('goes over the end of a month', () => {
    const last = begun([[wu, 30, null, c]])
    expect(onDutyAt([last], at('2026-12-01', 3), ZONE)).toMatchObject([{ staff: wu }])
    expect(dutiesOf([last], wu, '2026-11-30' as CalendarDay, 3, ZONE)).toHaveLength(1)
  })

  it('has somebody on at every moment of a month of three shifts, and never two of one person', () => {
    const day = (date: number): Cell[] => [
      ...([[wu, date, null, a]] as Cell[]),
      ...([[ma, date, null, 'b' as ShiftKey]] as Cell[]),
      ...([[idOf('gao') as StaffId, date, null, c]] as Cell[]),
    ]
    const whole = begun(Array.from({ length: 30 }, (_, each) => day(each + 1)).flat())
    const first = at('2026-11-01', 7)
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 29 * 24 * 60 }), (minutes) => {
        expect(onDutyAt([whole], first + minutes * 60_000, ZONE)).toHaveLength(1)
      }),
    )
  })
})

describe('[RO6] filling a roster', () => {
  it('lets a pattern go round from a day on', () => {
    const days = Array.from({ length: 6 }, (): ShiftKey | null => null)
    expect(goRound(days, [a, c, null], 3)).toEqual([null, null, a, c, null, a])
    expect(goRound(days, [], 3)).toEqual(days)
  })

  it('takes a month as four weeks before, over its own first days too', () => {
    const weekday = begun([
      [wu, 3, null, a],
      [wu, 30, null, c],
    ])
    const december = monthAfter(MONTH, 1)
    const days = asFourWeeksBefore(december, wu, [weekday], SHIFTS)
    expect(days).toHaveLength(31)
    expect(days[0]).toBe(a)
    expect(days[27]).toBe(c)
    expect(days[28]).toBe(a)
    expect(asFourWeeksBefore(december, wu, [weekday], [])).toEqual(days.map(() => null))
  })
})

describe('a month', () => {
  it('has its days, in leap years too, and goes on and back over years', () => {
    expect(daysIn('2028-02' as Month)).toBe(29)
    expect(monthAfter('2026-12' as Month, 1)).toBe('2027-01')
    expect(monthAfter('2026-01' as Month, -1)).toBe('2025-12')
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 400 }), (months) => {
        const there = monthAfter(MONTH, months)
        expect(monthAfter(there, -months)).toBe(MONTH)
        expect(monthOf(dayIn(there, 1))).toBe(there)
      }),
    )
  })

  it('counts how long a shift lasts', () => {
    const shift = (from: number, until: number): Shift => ({
      ...{ key: a, name: '班', from: from * 60, until: until * 60 },
    })
    expect(lengthOf(shift(23, 7))).toBe(480)
    expect(lengthOf(shift(8, 8))).toBe(1_440)
    expect(localDay(instantOf('2026-11-24' as CalendarDay, 0, ZONE), ZONE)).toBe('2026-11-24')
  })
})
