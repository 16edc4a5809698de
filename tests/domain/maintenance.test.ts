import { describe, expect, it } from 'vitest'
import { addDays, calendarDay } from '../../src/domain/calendar-day'
import { facilityKind } from '../../src/domain/facility/apply'
import type { ChangeId, StaffId } from '../../src/domain/id'
import {
  maintenanceKind,
  type Maintenance,
  type MaintenanceAct,
} from '../../src/domain/maintenance'
import type { ActContext } from '../../src/domain/record-kind'
import { facilityAt } from '../support/build/facility'
import { newId } from '../support/build/ids'

const at = (time: number): ActContext => ({
  ...{ at: time, by: newId<StaffId>(), change: newId<ChangeId>(), record: newId() },
  nameId: () => newId(),
})
const after = (held: Maintenance | null, act: MaintenanceAct, context = at(1)) => {
  const done = maintenanceKind.apply(held, act, context)
  if (done.outcome === 'refused') throw new Error(done.why)
  return done
}
const signIn: MaintenanceAct = {
  ...{ act: 'signIn', community: newId(), facility: newId(), contractor: '安泰消防' },
  ...{ people: '周师傅', arrivedAt: 1 },
}
const finish: MaintenanceAct = { act: 'finish', words: '例行保养', sheet: [] }
const confirm: MaintenanceAct = { act: 'confirm', words: '' }

describe('maintenance done', () => {
  it('[FA11] is signed in, done and confirmed, each by whoever did that step', () => {
    const came = after(null, signIn)
    const done = after(came.record, finish)
    const seen = after(done.record, confirm)
    expect([came, done, seen].map(({ record }) => record.status)).toEqual([
      ...['onSite', 'done', 'confirmed'],
    ])
    expect(maintenanceKind.scopeOf(seen.record)).toBe(`callers:${seen.record.community}`)
  })

  it('[FA11] takes no step before its time, none twice, and none when it is void', () => {
    const came = after(null, signIn).record
    expect(after(came, confirm)).toMatchObject({ outcome: 'noted', why: 'came-too-late' })
    const context = at(4)
    const done = after(came, finish, context).record
    expect(after(done, finish, context)).toEqual({ outcome: 'applied', record: done })
    expect(after(done, finish).outcome).toBe('noted')
    const gone = after(done, { act: 'void', reason: '记错了' }).record
    expect(after(gone, confirm)).toMatchObject({ outcome: 'noted', why: 'already-voided' })
  })

  it('[FA10] moves the next with it; what was done earlier moves nothing', () => {
    const on = calendarDay(2026, 11, 20)
    const lift = facilityAt(
      { community: newId(), place: newId() },
      { maintenance: { contractor: '通力', every: 15, unit: 'day' }, nextMaintenanceOn: on },
    )
    const maintained = facilityKind.apply(lift, { act: 'maintain', on }, at(1))
    if (maintained.outcome !== 'applied') throw new Error(maintained.outcome)
    const { record } = maintained
    expect([record.maintainedOn, record.nextMaintenanceOn]).toEqual([on, addDays(on, 15)])
    const earlier = { act: 'maintain', on: addDays(on, -1) } as const
    expect(facilityKind.apply(record, earlier, at(2))).toEqual({
      ...{ outcome: 'noted', why: 'already-recorded', record },
    })
  })
})
