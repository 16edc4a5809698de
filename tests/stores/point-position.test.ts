// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useCheckIn } from '../../src/stores/check-in'
import { usePatrol } from '../../src/stores/patrol'
import { FIXES, usePointPosition } from '../../src/stores/point-position'
import { at, PatrolPhone } from '../support/patrol-phone'

/** What the phone finds, one after the other; a number is the code of a failure. */
let finds: ({ latitude: number; accuracy: number } | number)[] = []
const geolocation = {
  getCurrentPosition(found: (where: object) => void, failed: (why: object) => void) {
    const next = finds.shift() ?? 2
    if (typeof next === 'number') failed({ code: next, PERMISSION_DENIED: 1 })
    else found({ coords: { longitude: 121, ...next } })
  },
}

let phone: PatrolPhone
beforeEach(async () => {
  vi.stubGlobal('isSecureContext', true)
  vi.stubGlobal('navigator', { geolocation, userAgent: '' })
  phone = await PatrolPhone.open(at(9))
})
afterEach(() => {
  vi.unstubAllGlobals()
  phone.close()
})

const pumpHere = async () =>
  (await phone.database.checkpoints.get(phone.estate.pump.id))?.record ?? null
const open = async () => {
  const stores = phone.use(() => {
    const patrol = usePatrol()
    const pump = () => patrol.checkpointById.get(phone.estate.pump.id) ?? null
    return { patrol, pump, spot: usePointPosition(pump) }
  })
  await vi.waitFor(() => expect(stores.pump()).not.toBeNull())
  return stores
}
const fixesAt = (latitude: number, accuracy = 8) =>
  Array.from({ length: FIXES }, () => ({ latitude, accuracy }))

describe('a point measured by whoever stands at it', () => {
  it('[CI6] is the mean of several fixes, shown first, saved as an act with its accuracy', async () => {
    const { spot } = await open()
    finds = [...fixesAt(31).slice(1), { latitude: 31.0001, accuracy: 8 }]
    await spot.measure()
    expect(spot.found.value).toMatchObject({ latitude: 31.00002, accuracy: 8 })
    expect((await pumpHere())?.position).toBeUndefined()
    await spot.save()
    expect(await pumpHere()).toMatchObject({
      position: {
        ...{ latitude: 31.00002, longitude: 121, within: 30 },
        measured: { accuracy: 8, fixes: FIXES, by: phone.phone.person.staff, at: at(9) },
      },
    })
    expect(await phone.database.outbox.count()).toBe(1)
  })

  it('[CI6] is what a check-in by position is then compared with', async () => {
    const { spot, pump } = await open()
    finds = fixesAt(31)
    await spot.measure()
    await spot.save()
    await vi.waitFor(() => expect(pump()?.position).toBeDefined())
    const done = vi.fn()
    const ways = phone.use(() => {
      const own = pump()
      if (!own) throw new Error('The point is gone.')
      return useCheckIn(
        () => own,
        () => [],
        done,
      )
    })
    finds = [{ latitude: 31.0001, accuracy: 9 }]
    await ways.locate()
    expect(ways.near.value).toEqual({ distance: 11, accuracy: 9, kind: 'here' })
    expect(spot.moved.value).toBeNull()
  })

  it('[CI6] says of a rough one that it is, how far it moves, and can be ended early', async () => {
    const { spot, pump } = await open()
    finds = fixesAt(31)
    await spot.measure()
    await spot.save()
    await vi.waitFor(() => expect(pump()?.position).toBeDefined())
    finds = [{ latitude: 31.001, accuracy: 80 }, 3]
    await spot.measure()
    expect(spot.fixes.value).toHaveLength(1)
    expect([spot.isRough.value, spot.moved.value, spot.trouble.value]).toEqual([true, 111, null])
  })

  it('[CI6] found nowhere says so, and changes nothing', async () => {
    const { spot } = await open()
    for (const [code, why] of [
      [1, 'refused'],
      [2, 'unavailable'],
    ] as const) {
      finds = [code]
      await spot.measure()
      expect([spot.trouble.value, spot.found.value]).toEqual([why, null])
    }
    await spot.save()
    expect(await phone.database.outbox.count()).toBe(0)
  })
})
