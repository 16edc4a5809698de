import { calendarDay } from '../../../src/domain/calendar-day'
import type { CheckpointVisit } from '../../../src/domain/checkpoint-visit'
import type { ChangeId, StaffId } from '../../../src/domain/id'
import type { ActContext } from '../../../src/domain/record-kind'
import type { Round } from '../../../src/domain/round'
import type { RoundAct, StartRound } from '../../../src/domain/round-act'
import { roundKind } from '../../../src/domain/round-apply'
import { roundId } from '../../../src/domain/round-id'
import { nameId, newId } from './ids'

export const NIGHT = calendarDay(2026, 11, 24)

/** A night round of three stops, open from instant 1,000 to 2,000. */
export const nightRound = (over: Partial<StartRound> = {}) => {
  const start: StartRound = {
    ...{ act: 'start', community: newId(), plan: newId(), day: NIGHT, slot: 'night' },
    ...{ route: newId(), name: '夜间消防巡查', order: 'any', opensAt: 1_000, closesAt: 2_000 },
    stops: [1, 2, 3].map(() => ({ checkpoint: newId(), form: newId() })),
    ...over,
  }
  const id = roundId(start.plan, start.day, start.slot, nameId)
  const context = (by: StaffId, at: number): ActContext => ({
    ...{ at, by, change: newId<ChangeId>(), record: id, nameId },
  })
  const apply = (round: Round | null, act: RoundAct, by: StaffId, at: number) =>
    roundKind.apply(round, act, context(by, at))
  const visit = (
    stop: number,
    by: StaffId,
    at: number,
    over: Partial<CheckpointVisit> = {},
  ): CheckpointVisit => {
    const asked = start.stops[stop]
    if (!asked) throw new Error('No such stop')
    return {
      ...{ id: newId(), community: start.community, round: id, ...asked },
      ...{ checkIn: { by: 'qr', at }, answers: [], abnormal: 0, change: newId<ChangeId>() },
      ...{ visitedAt: at, visitedBy: by, voided: null },
      ...over,
    }
  }
  return { id, start, apply, visit }
}

export type ApplyRound = ReturnType<typeof nightRound>['apply']

/** Acts one after the other, each by somebody at an instant; all must have an effect on the record. */
export const roundOf = (
  apply: ApplyRound,
  deeds: readonly (readonly [act: RoundAct, by: StaffId, at: number])[],
): Round => {
  let round: Round | null = null
  for (const [act, by, at] of deeds) {
    const done = apply(round, act, by, at)
    if (done.outcome === 'refused') throw new Error(`${act.act} was refused`)
    round = done.record
  }
  if (!round) throw new Error('Nothing was done')
  return round
}
