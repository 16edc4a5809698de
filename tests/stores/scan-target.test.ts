// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Checkpoint } from '../../src/domain/checkpoint'
import type { CommunityId } from '../../src/domain/community'
import { useCheckpointDraft } from '../../src/stores/checkpoint-draft'
import { usePatrol } from '../../src/stores/patrol'
import { useRound } from '../../src/stores/round'
import { useScanCheckIn } from '../../src/stores/scan-check-in'
import { useScanTarget } from '../../src/stores/scan-target'
import { newId } from '../support/build/ids'
import { at, PatrolPhone } from '../support/patrol-phone'

let phone: PatrolPhone
beforeEach(async () => {
  // An office computer without encryption: nobody can be asked where it is.
  vi.stubGlobal('isSecureContext', false)
  phone = await PatrolPhone.open(at(9))
})
afterEach(() => {
  vi.unstubAllGlobals()
  phone.close()
})

const open = async () => {
  const stores = phone.use(() => ({
    ...{ patrol: usePatrol(), acts: useRound(), targetOf: useScanTarget() },
    checkIn: useScanCheckIn(),
  }))
  await vi.waitFor(() => expect(stores.patrol.mine).toHaveLength(1))
  return stores
}

const OLD = 'TornTornTornTorn'
const nowhere = (kind: string, checkpoint: Checkpoint) => ({
  kind: 'nowhere',
  label: { kind, checkpoint: { id: checkpoint.id } },
})
const amend = (id: string, over: Partial<Checkpoint>) =>
  phone.database.checkpoints
    .where('id')
    .equals(id)
    .modify((held) => {
      Object.assign(held, { record: { ...held.record, ...over } })
    })

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
    expect(targetOf(stray.token)).toMatchObject(nowhere('elsewhere', stray))
    expect(targetOf('parcel locker 7')).toEqual({ kind: 'nowhere', label: { kind: 'foreign' } })
    phone.tick.value = at(7)
    expect(targetOf(pump.token)).toMatchObject(nowhere('elsewhere', pump))
    phone.tick.value = at(9)
    const [view] = patrol.mine
    if (view) await acts.skip(view, pump.id, '门锁着')
    await vi.waitFor(() => expect(targetOf(pump.token)).toMatchObject(nowhere('elsewhere', pump)))
  })

  it('[TD13] leads to a round whose time is over only where there is no other', async () => {
    const { targetOf, patrol } = await open()
    const { pump, plan } = phone.estate
    phone.tick.value = at(12)
    expect(targetOf(pump.token)).toMatchObject({ kind: 'stop', round: phone.round })
    const held = await phone.database.patrolPlans.get(plan.id)
    if (!held) throw new Error('There is no plan')
    const id = newId<typeof plan.id>()
    const slots = [{ key: 'all', name: '全天', opens: 0, closes: 1_439 }]
    await phone.database.patrolPlans.add({ ...held, id, record: { ...held.record, id, slots } })
    await vi.waitFor(() => expect(patrol.mine.length).toBeGreaterThan(1))
    expect(targetOf(pump.token)).toMatchObject({ kind: 'stop' })
    expect(targetOf(pump.token)).not.toMatchObject({ round: phone.round })
  })

  it('[TD13] [CP1] tells one of another community and one that was withdrawn', async () => {
    const { pump, stray } = phone.estate
    const since = at(8)
    await amend(stray.id, { community: newId<CommunityId>() })
    await amend(pump.id, {
      withdrawn: [{ token: OLD, at: since, by: newId(), change: newId(), reason: '标签丢了' }],
    })
    const { targetOf } = await open()
    await vi.waitFor(() =>
      expect(targetOf(stray.token)).toMatchObject(nowhere('otherCommunity', stray)),
    )
    expect(targetOf(OLD)).toMatchObject({
      kind: 'nowhere',
      label: { kind: 'withdrawn', checkpoint: { id: pump.id }, at: since },
    })
  })

  it('[TD13] is the check-in there, at that instant, once, and nowhere else', async () => {
    const { targetOf, checkIn } = await open()
    const { pump, lobby } = phone.estate
    const target = targetOf(pump.token)
    if (target.kind !== 'stop') throw new Error('The label leads nowhere.')
    phone.tick.value = at(9, 3)
    await checkIn(target)
    phone.tick.value = at(9, 8)
    await checkIn(target)
    const drafts = phone.use(() =>
      [pump, lobby].map(({ id }) => useCheckpointDraft(phone.round, id)),
    )
    await Promise.all(drafts.map((draft) => draft.load()))
    expect(drafts.map((draft) => draft.checkIn.value)).toEqual([{ by: 'qr', at: at(9, 3) }, null])
  })
})
