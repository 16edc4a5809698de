import { describe, expect, it } from 'vitest'
import type { StaffId } from '../../src/domain/id'
import { callerKind, type Caller, type CallerAct } from '../../src/domain/caller'
import { upcastRecord } from '../../src/protocol/upcast'
import { nameId, newId } from '../support/build/ids'

const WANG = newId<StaffId>()
const ID = newId<Caller['id']>()
const told = {
  ...{ id: ID, community: newId<Caller['community']>(), ticket: newId<Caller['ticket']>() },
  ...{ name: '陈女士', phone: '13800000000', words: '', saidAt: 1 },
}
const put = (held: Caller | null, at: number, act: CallerAct, change = newId<never>()) => {
  const done = callerKind.apply(held, act, { at, by: WANG, change, record: ID, nameId })
  if (done.outcome !== 'applied') throw new Error(done.outcome)
  return done.record
}

describe('[PR12] a caller', () => {
  it('keeps who rang them and when, each tap once', () => {
    const noted = put(null, 1, { act: 'note', caller: told })
    const change = newId<never>()
    const rung = put(put(noted, 7, { act: 'dial' }, change), 8, { act: 'dial' }, change)
    expect(rung.dials).toEqual([{ change, at: 7, by: WANG }])
    expect(put(rung, 9, { act: 'dial' }).dials.map(({ at }) => at)).toEqual([7, 9])
    expect(() => put(null, 1, { act: 'dial' })).toThrow()
  })

  it('[SY70] of an earlier app was rung by nobody', () => {
    expect(upcastRecord('Caller', 2, told)).toEqual({ dials: [], ...told })
    const rung = { ...told, dials: [{ change: newId<never>(), at: 7, by: WANG }] }
    expect(upcastRecord('Caller', 2, rung)).toEqual(rung)
  })
})
