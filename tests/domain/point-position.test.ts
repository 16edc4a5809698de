import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { checkpointKind, checkpointSchema, type Checkpoint } from '../../src/domain/checkpoint'
import { mayAct } from '../../src/domain/permission'
import type { ActContext } from '../../src/domain/record-kind'
import { nameId, newId } from '../support/build/ids'

const gate: Checkpoint = {
  ...{ id: newId(), community: newId(), name: '东门', place: newId(), facility: null },
  ...{ form: newId(), token: 'GateGateGateGate' },
}
const [li, zhou] = [newId<ActContext['by']>(), newId<ActContext['by']>()]
const context = (at: number, by = li, change = newId<ActContext['change']>()): ActContext => ({
  ...{ at, by, change, record: gate.id, nameId },
})
const at31 = { act: 'locate', latitude: 31, longitude: 121, within: 30, accuracy: 6, fixes: 5 }
const locate = (latitude = 31) => ({ ...at31, act: 'locate' as const, latitude })
const located = (before: Checkpoint, latitude: number, where: ActContext) => {
  const done = checkpointKind.apply(before, locate(latitude), where)
  if (done.outcome === 'refused') throw new Error(done.why)
  return done
}

describe('where a point is', () => {
  it('[CI6] is measured with its accuracy, by whom and when, and twice the same is once', () => {
    const where = context(9)
    const { record } = located(gate, 31, where)
    expect(record.position).toEqual({
      ...{ latitude: 31, longitude: 121, within: 30 },
      measured: { accuracy: 6, fixes: 5, at: 9, by: li, change: where.change },
    })
    expect(v.is(checkpointSchema, record)).toBe(true)
    expect(located(record, 31, where)).toEqual({ outcome: 'applied', record })
  })

  it('[CI6] is nothing without the point', () => {
    expect(checkpointKind.apply(null, locate(), context(9)).outcome).toBe('refused')
  })

  it('[CP3] of two measurements is the later, whichever came first', () => {
    const [early, late] = [context(9), context(10, zhou)]
    const one = located(located(gate, 31, early).record, 32, late)
    const other = located(located(gate, 32, late).record, 31, early)
    expect(one.record).toEqual(other.record)
    expect(one.record.position?.latitude).toBe(32)
    expect(other).toMatchObject({ outcome: 'noted', why: 'came-too-late' })
    const [low, high] = ['a', 'b'].map((sign) => context(9, li, sign as ActContext['change']))
    if (!low || !high) throw new Error('no changes')
    expect(located(located(gate, 31, low).record, 32, high).record).toEqual(
      located(located(gate, 32, high).record, 31, low).record,
    )
  })

  it('[CP3] is not moved by a change of name made without having seen it', () => {
    const { record } = located(gate, 31, context(9))
    const amend = { act: 'amend' as const, checkpoint: { ...gate, name: '东大门' } }
    const named = checkpointKind.apply(record, amend, context(10))
    expect(named).toMatchObject({
      outcome: 'applied',
      record: { name: '东大门', position: record.position },
    })
  })

  it('[CI1] written down before is read as it was, and a change of name may write it down', () => {
    const position = { latitude: 31, longitude: 121, within: 30 }
    expect(v.is(checkpointSchema, { ...gate, position })).toBe(true)
    const amend = { act: 'amend' as const, checkpoint: { ...gate, position } }
    expect(checkpointKind.apply(gate, amend, context(9))).toMatchObject({ record: { position } })
  })

  it('[PE1] is for stewards and whoever plans patrols to say', () => {
    const may = (...roles: ('steward' | 'supervisor' | 'security')[]) =>
      roles.map((role) => mayAct([role], 'Checkpoint', 'locate'))
    expect(may('steward', 'supervisor', 'security')).toEqual([true, true, false])
  })
})
