// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { usePatrol } from '../../src/stores/patrol'
import { useRound } from '../../src/stores/round'
import { useScanTarget } from '../../src/stores/scan-target'
import { at, PatrolPhone } from '../support/patrol-phone'

let phone: PatrolPhone
beforeEach(async () => {
  phone = await PatrolPhone.open(at(9))
})
afterEach(() => phone.close())

const open = async () => {
  const stores = phone.use(() => ({
    ...{ patrol: usePatrol(), acts: useRound(), targetOf: useScanTarget() },
  }))
  await vi.waitFor(() => expect(stores.patrol.mine).toHaveLength(1))
  return stores
}

describe('a label scanned from the app’s mark', () => {
  it('[TD13] leads to the stop of the round that may be walked, by token or by address', async () => {
    const { targetOf } = await open()
    const { pump } = phone.estate
    const stop = { kind: 'stop', round: phone.round, checkpoint: { id: pump.id } }
    expect(targetOf(pump.token)).toMatchObject(stop)
    expect(targetOf(`https://mengya.example/c/${pump.token}`)).toMatchObject(stop)
  })

  it('[TD13] says whose label it is when no round asks for it now, and when it is nobody’s', async () => {
    const { targetOf, patrol, acts } = await open()
    const { pump, stray } = phone.estate
    expect(targetOf(stray.token)).toMatchObject({ kind: 'elsewhere', checkpoint: stray })
    expect(targetOf('parcel locker 7')).toEqual({ kind: 'unknown' })
    phone.tick.value = at(7)
    expect(targetOf(pump.token)).toMatchObject({ kind: 'elsewhere' })
    phone.tick.value = at(9)
    const [view] = patrol.mine
    if (view) await acts.skip(view, pump.id, '门锁着')
    await vi.waitFor(() => expect(targetOf(pump.token)).toMatchObject({ kind: 'elsewhere' }))
  })
})
