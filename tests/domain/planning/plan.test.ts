import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type CalendarDay } from '../../../src/domain/calendar-day'
import type { StaffId } from '../../../src/domain/id'
import { dateOf, daysIn, monthOf } from '../../../src/domain/month'
import type { PatrolPlan } from '../../../src/domain/patrol-plan'
import { isPlannedOn } from '../../../src/domain/planned'
import { changePlan, stopPlan } from '../../../src/domain/planning/change-plan'
import { daysAhead, loadOf } from '../../../src/domain/planning/plan-load'
import { newId } from '../../support/build/ids'

const TODAY = '2026-11-30' as CalendarDay
const day = (after: number) => addDays(TODAY, after)
const plan = (over: Partial<PatrolPlan> = {}): PatrolPlan => ({
  ...{ id: newId(), community: newId(), name: '夜间巡查', route: newId() },
  ...{ weekdays: [1, 2, 3, 4, 5, 6, 7], roles: ['steward'], walkers: null },
  slots: [{ key: 'a', name: '早', opens: 480, closes: 600 }],
  ...{ from: day(-30), until: null },
  ...over,
})
const asked = (of: PatrolPlan, from: number, days: number) =>
  Array.from({ length: days }, (_, each) => day(from + each)).filter((each) =>
    isPlannedOn(of, each),
  )

/** The plans after some deeds, among those there were. */
const after = (plans: readonly PatrolPlan[], deeds: ReturnType<typeof changePlan>) => {
  const all = new Map(plans.map((each) => [each.id, each]))
  for (const { record, act } of deeds) all.set(record, act.plan)
  return [...all.values()]
}

describe('the rhythm of a plan', () => {
  it('[PA9] of dates asks on those, and on the last day of a month that has none of that number', () => {
    const monthly = plan({
      from: '2026-01-01' as CalendarDay,
      rhythm: { by: 'dates', dates: [15, 31] },
    })
    expect(isPlannedOn(monthly, '2026-02-28' as CalendarDay)).toBe(true)
    expect(isPlannedOn(monthly, '2028-02-29' as CalendarDay)).toBe(true)
    expect(isPlannedOn(monthly, '2028-02-28' as CalendarDay)).toBe(false)
    expect(isPlannedOn(monthly, '2026-04-30' as CalendarDay)).toBe(true)
    expect(isPlannedOn(monthly, '2026-05-30' as CalendarDay)).toBe(false)
  })

  it('[PA9] of dates asks each month as often as it names dates it can tell apart', () => {
    const dates = fc.uniqueArray(fc.integer({ min: 1, max: 31 }), { minLength: 1 })
    fc.assert(
      fc.property(dates, fc.integer({ min: 0, max: 2000 }), (named, at) => {
        const some = plan({
          from: '2020-01-01' as CalendarDay,
          rhythm: { by: 'dates', dates: named },
        })
        const first = addDays(day(at), 1 - dateOf(day(at)))
        const length = daysIn(monthOf(first))
        const held = Array.from({ length }, (_, each) => addDays(first, each))
        const wanted = new Set(named.map((date) => Math.min(date, length)))
        expect(held.filter((each) => isPlannedOn(some, each)).length).toBe(wanted.size)
      }),
    )
  })

  it('[PA9] of days asks on the first and on every so many after it', () => {
    const third = plan({ from: day(1), rhythm: { by: 'days', every: 3 } })
    expect(asked(third, -5, 14)).toEqual([day(1), day(4), day(7)])
  })
})

describe('a plan that is changed', () => {
  it('[PA10] asks in the past for what it asked for, and ahead for what is asked now', () => {
    const some = fc.record({
      slots: fc.integer({ min: 1, max: 4 }),
      ahead: fc.integer({ min: 1, max: 9 }),
    })
    fc.assert(
      fc.property(some, ({ slots, ahead }) => {
        const held = plan()
        const next = plan({
          from: day(ahead),
          slots: Array.from({ length: slots }, (_, each) => ({
            ...{ key: `s${each}`, name: '轮', opens: each * 100, closes: each * 100 + 60 },
          })),
        })
        const plans = after([held], changePlan(held, next, TODAY))
        const before = daysAhead([held], day(-20), 20 + ahead)
        expect(daysAhead(plans, day(-20), 20 + ahead).map(({ rounds }) => rounds.length)).toEqual(
          before.map(({ rounds }) => rounds.length),
        )
        for (const { rounds } of daysAhead(plans, day(ahead), 10)) expect(rounds.length).toBe(slots)
      }),
    )
  })

  it('[PA10] is changed where it stands while it has not begun, and once ended goes on anew', () => {
    const ahead = plan({ from: day(3) })
    const deeds = changePlan(ahead, plan({ from: day(5) }), TODAY)
    expect(deeds).toMatchObject([
      { record: ahead.id, act: { act: 'amend', plan: { from: day(5) } } },
    ])
    const ended = plan({ until: day(-3) })
    const next = plan({ from: day(1) })
    expect(changePlan(ended, next, TODAY)).toEqual([
      { record: next.id, act: { act: 'plan', plan: next } },
    ])
  })

  it('[PA10] stopped, is still walked today and no more tomorrow; before its first day never', () => {
    const [held, ahead] = [plan(), plan({ from: day(3) })]
    expect(asked(stopPlan(held, TODAY).act.plan, -1, 5)).toEqual([day(-1), TODAY])
    expect(asked(stopPlan(ahead, TODAY).act.plan, -1, 30)).toEqual([])
  })
})

describe('the days ahead', () => {
  it('[PA11] say what falls to whom, a round of many as one', () => {
    const [one, other] = [newId<StaffId>(), newId<StaffId>()]
    const shared = plan({ walkers: [one, other] })
    const weekly = plan({
      weekdays: [1],
      slots: [
        { key: 'b', name: '二', opens: 900, closes: 960 },
        { key: 'a', name: '一', opens: 480, closes: 600 },
      ],
    })
    const days = daysAhead([weekly, shared], TODAY, 14)
    expect(days.map(({ rounds }) => rounds.length)).toEqual([
      3, 1, 1, 1, 1, 1, 1, 3, 1, 1, 1, 1, 1, 1,
    ])
    expect(days[0]?.rounds.map(({ slot }) => slot.opens)).toEqual([480, 480, 900])
    const loads = loadOf(days, (of) => (of === weekly ? 5 : 2))
    expect(loads).toMatchObject([
      { walkers: [one, other], rounds: 14, most: 1, stops: 28 },
      { roles: ['steward'], walkers: null, rounds: 4, most: 2, stops: 20 },
    ])
  })
})
