import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, calendarDay, weekdayOf } from '../../src/domain/calendar-day'
import { checkpointIdSchema } from '../../src/domain/checkpoint'
import { tokenOf } from '../../src/domain/token'
import type { ActContext } from '../../src/domain/record-kind'
import type { PatrolPlan } from '../../src/domain/patrol-plan'
import type { Round } from '../../src/domain/round'
import type { RoundAct } from '../../src/domain/round-act'
import { roundKind } from '../../src/domain/round-apply'
import { roundsDue } from '../../src/domain/round-due'
import { roundId } from '../../src/domain/round-id'
import { judgeRound } from '../../src/domain/round-judgement'
import { nameId, newId } from '../support/build/ids'
import * as v from 'valibot'

const DAY = calendarDay(2026, 11, 24)
const plan: PatrolPlan = {
  ...{
    id: newId(),
    community: newId(),
    name: '消防巡查',
    route: newId(),
    weekdays: [1, 2, 3, 4, 5],
  },
  slots: [{ key: 'night', name: '夜间', opens: 1_260, closes: 1_560 }],
  ...{ roles: ['steward'], walkers: null, from: DAY, until: null },
}

const start = (): RoundAct => ({
  ...{ act: 'start', community: plan.community, plan: plan.id, day: DAY, slot: 'night' },
  ...{ route: plan.route, name: '夜间消防巡查', order: 'any', opensAt: 1_000, closesAt: 2_000 },
  stops: [{ checkpoint: newId(), form: newId() }],
})

const context = (at: number, over: Partial<ActContext> = {}): ActContext => ({
  ...{ at, by: newId(), change: newId(), nameId },
  record: roundId(plan.id, DAY, 'night', nameId),
  ...over,
})

const begun = (): Round => {
  const result = roundKind.apply(null, start(), context(1_100))
  if (result.outcome !== 'applied') throw new Error('not begun')
  return result.record
}

describe('rounds', () => {
  it('[PA3] the same round has the same id on every phone, whatever the order of slots', () => {
    const other = {
      ...plan,
      slots: [{ key: 'day', name: '白天', opens: 0, closes: 60 }, ...plan.slots],
    }
    const night = (plans: PatrolPlan[]) =>
      roundsDue(plans, DAY, DAY, 'Asia/Shanghai', nameId).find(({ slot }) => slot.key === 'night')
        ?.id
    expect(night([plan])).toBe(night([other]))
  })

  it('[PA1] rounds fall on the plan’s weekdays and nowhere else', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3_650 }), (offset) => {
        const day = addDays(DAY, offset)
        const due = roundsDue([plan], day, day, 'Asia/Shanghai', nameId)
        expect(due).toHaveLength(weekdayOf(day) <= 5 ? 1 : 0)
        for (const each of due) expect(each.closesAt - each.opensAt).toBe(300 * 60_000)
      }),
    )
  })

  it('[RD1] an id that does not follow from plan, day and slot is malformed', () => {
    expect(roundKind.apply(null, start(), context(1_100, { record: newId() })).outcome).toBe(
      'refused',
    )
  })

  it('[RD2] begun twice it is one round with two walkers', () => {
    const first = begun()
    const joined = roundKind.apply(first, start(), context(1_050))
    expect(joined).toMatchObject({ outcome: 'applied', record: { startedAt: 1_050 } })
    if (joined.outcome === 'applied') expect(joined.record.walkers).toHaveLength(2)
  })

  it('[RD3] finished by two offline, the second is kept as a late step', () => {
    const act = { act: 'finish', from: 'underway' } as const
    const once = roundKind.apply(begun(), act, context(1_500))
    if (once.outcome !== 'applied') throw new Error('not finished')
    const twice = roundKind.apply(once.record, act, context(1_600))
    expect(twice).toMatchObject({
      outcome: 'noted',
      why: 'came-too-late',
      record: { endedAt: 1_500 },
    })
  })

  it('[RD5] is judged by when people acted, not by when it arrived', () => {
    const due = { opensAt: 1_000, closesAt: 2_000 }
    const ended = (at: number): Round => ({ ...begun(), status: 'finished', endedAt: at })
    expect(judgeRound(due, ended(1_900), 9_999_999)).toBe('done')
    expect(judgeRound(due, ended(2_100), 9_999_999)).toBe('late')
    expect(judgeRound(due, null, 999)).toBe('not-open')
    expect(judgeRound(due, null, 2_001)).toBe('overdue')
    expect(judgeRound(due, null, 99_999_999)).toBe('missed')
  })

  it('every act applied a second time changes nothing', () => {
    const round = begun()
    const skip: RoundAct = {
      act: 'skip',
      checkpoint: v.parse(checkpointIdSchema, newId()),
      reason: '锁着',
    }
    const once = context(1_200)
    const first = roundKind.apply(round, skip, once)
    if (first.outcome !== 'applied') throw new Error('not skipped')
    expect(roundKind.apply(first.record, skip, once)).toEqual(first)
  })
})

describe('labels', () => {
  it('[PA4] reads the token bare or at the end of an address, and nothing else', () => {
    const token = 'Zx81kQ0bT4mPq7sV'
    expect(tokenOf(token)).toBe(token)
    expect(tokenOf(`https://example.test/c/${token}`)).toBe(token)
    expect(tokenOf('https://example.test/menu')).toBeNull()
    expect(tokenOf('')).toBeNull()
  })
})
