import { describe, expect, it } from 'vitest'
import type { StaffId } from '../../src/domain/id'
import { HOUR, MINUTE } from '../../src/domain/instant'
import { patrolPlanKind, type PatrolPlan, type StopWindow } from '../../src/domain/patrol-plan'
import { isWalkerOf } from '../../src/domain/planned'
import type { ActContext } from '../../src/domain/record-kind'
import { roundsDue, windowOf } from '../../src/domain/round-due'
import { tooSoonAfter } from '../../src/domain/round-judgement'
import { instantOf } from '../../src/domain/time-zone'
import { nameId, newId } from '../support/build/ids'
import { NIGHT, nightRound, roundOf } from '../support/build/round'

const ZONE = 'Asia/Shanghai'
const pump = newId<StopWindow['checkpoint']>()
const planWith = (over: Partial<PatrolPlan>): PatrolPlan => ({
  ...{ id: newId(), community: newId(), name: '夜间巡查', route: newId(), weekdays: [2] },
  slots: [
    { key: 'evening', name: '上半夜', opens: 1_320, closes: 1_500 },
    { key: 'morning', name: '下半夜', opens: 60, closes: 300 },
  ],
  ...{ roles: ['security'], walkers: null, from: NIGHT, until: null },
  ...over,
})
const eveningOf = (plan: PatrolPlan) => {
  const due = roundsDue([plan], NIGHT, NIGHT, ZONE, nameId)
  const evening = due.find(({ slot }) => slot.key === 'evening')
  if (!evening) throw new Error('No such round')
  return { due, evening }
}

describe('a plan', () => {
  it('[PA2] is theirs who have one of its roles, and are named where it names people', () => {
    const [wang, zhao] = [newId<StaffId>(), newId<StaffId>()]
    const open = planWith({ roles: ['security', 'steward'] })
    expect(isWalkerOf(open, wang, ['steward'])).toBe(true)
    expect(isWalkerOf(open, wang, ['engineer'])).toBe(false)
    const named = planWith({ walkers: [wang] })
    expect(isWalkerOf(named, wang, ['security'])).toBe(true)
    expect(isWalkerOf(named, zhao, ['security'])).toBe(false)
    expect(isWalkerOf(named, wang, ['steward'])).toBe(false)
  })

  it('[PA3] asks for several rounds a day, each its own', () => {
    const { due } = eveningOf(planWith({}))
    expect(due.map(({ slot }) => slot.name)).toEqual(['下半夜', '上半夜'])
    expect(new Set(due.map(({ id }) => id)).size).toBe(2)
  })

  it('[PA7] gives a stop its window after the opening, or by the clock past midnight', () => {
    const after = planWith({
      windows: [{ checkpoint: pump, by: 'opening', from: 30, until: 60 }],
    })
    const { evening } = eveningOf(after)
    expect(windowOf(evening, pump)).toEqual({
      ...{ from: evening.opensAt + 30 * MINUTE, until: evening.opensAt + HOUR },
    })
    expect(windowOf(evening, newId())).toBeNull()
    const clock = planWith({
      windows: [{ checkpoint: pump, by: 'clock', from: 1_430, until: 1_470 }],
    })
    expect(windowOf(eveningOf(clock).evening, pump)).toEqual({
      ...{ from: instantOf(NIGHT, 1_430, ZONE), until: instantOf(NIGHT, 1_470, ZONE) },
    })
  })

  it('[PA7] with a window that ends before it begins is malformed', () => {
    const plan = planWith({ windows: [{ checkpoint: pump, by: 'clock', from: 60, until: 60 }] })
    const context: ActContext = { record: plan.id, at: 1, by: newId(), change: newId(), nameId }
    expect(patrolPlanKind.apply(null, { act: 'plan', plan }, context).outcome).toBe('refused')
  })

  it('[PA8] marks a round begun too soon after the one before, and no other', () => {
    const begunAt = (at: number) => {
      const { start, apply } = nightRound({ spacing: { least: 60, lastAt: 1_000 } })
      return tooSoonAfter(roundOf(apply, [[start, newId(), at]]))
    }
    expect(begunAt(1_000 + 20 * MINUTE)).toBe(20)
    expect(begunAt(1_000 + HOUR)).toBeNull()
    expect(tooSoonAfter(null)).toBeNull()
  })
})
