// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Photo } from '../../src/domain/photo'
import { useStop } from '../../src/stores/stop'
import { photoRef } from '../support/build/patrol'
import { at, PatrolPhone } from '../support/patrol-phone'

let phone: PatrolPhone

beforeEach(async () => {
  phone = await PatrolPhone.open()
})
afterEach(() => phone.close())

const openStop = async (which: 'pump' | 'lobby') => {
  const stop = phone.use(() => useStop(phone.round, phone.estate[which].id))
  await stop.draft.load()
  await vi.waitFor(() => expect(stop.items.value.length).toBeGreaterThan(0))
  await vi.waitFor(() => expect(stop.view.value?.stops).toHaveLength(2))
  return stop
}
type Stop = Awaited<ReturnType<typeof openStop>>

const answerAll = (stop: Stop, checkedInAt: number, photo?: Photo) => {
  stop.draft.checkIn.value = photo
    ? { by: 'hand', at: checkedInAt, photo, reason: '标签损坏' }
    : { by: 'qr', at: checkedInAt }
  stop.draft.change('pressure', { value: 0.42 })
  stop.draft.change('cabinet', { value: 'normal' })
  stop.answerRest()
}
const kindsOf = (stop: Stop) => stop.questions.value.map(({ kind }) => kind)
const visits = async () =>
  (await phone.database.checkpointVisits.toArray()).map(({ record }) => record)

describe('a look that seems odd', () => {
  it('[DO2] is asked about first; the answer goes with it, and nothing is stopped', async () => {
    const stop = await openStop('pump')
    answerAll(stop, at(9) - 3_000)
    expect(await stop.finish()).toBe(false)
    expect(kindsOf(stop)).toEqual(['fastLook'])
    expect(await visits()).toEqual([])
    stop.draft.said.value = '设备少,看得快'
    // Time spent over the question is no look.
    phone.tick.value = at(9, 5)
    expect(await stop.finish(true)).toBe(true)
    const [visit] = await visits()
    expect(visit).toMatchObject({
      said: '设备少,看得快',
      doubts: [{ kind: 'fastLook', seconds: 3 }],
    })
  })

  it('[DO2] with nothing said it is finished all the same', async () => {
    const stop = await openStop('pump')
    answerAll(stop, at(9) - 3_000)
    await stop.finish()
    expect(await stop.finish(true)).toBe(true)
    const [visit] = await visits()
    expect(visit?.doubts).toHaveLength(1)
    expect(visit && 'said' in visit).toBe(false)
  })

  it('[DO2] gone back to, it is looked at longer and asked about no more', async () => {
    const stop = await openStop('pump')
    answerAll(stop, at(9) - 3_000)
    await stop.finish()
    stop.reconsider()
    expect(kindsOf(stop)).toEqual([])
    phone.tick.value = at(9, 1)
    expect(await stop.finish()).toBe(true)
    expect((await visits())[0]?.doubts).toEqual([])
  })

  it('[CI2] two kilometres off by the phone is asked about, kept, and refused to nobody', async () => {
    const { pump } = phone.estate
    await phone.database.checkpoints
      .where('id')
      .equals(pump.id)
      .modify((held) => {
        const position = { latitude: 31.2304, longitude: 121.4737, within: 30 }
        Object.assign(held, { record: { ...held.record, position } })
      })
    const stop = await openStop('pump')
    answerAll(stop, at(8, 50))
    const fix = { latitude: 31.2484, longitude: 121.4737, accuracy: 20, distance: 2_001 }
    stop.draft.checkIn.value = { by: 'position', at: at(8, 50), position: fix }
    expect(await stop.finish()).toBe(false)
    expect(kindsOf(stop)).toEqual(['far'])
    expect(await stop.finish(true)).toBe(true)
    expect((await visits())[0]).toMatchObject({
      checkIn: { by: 'position', position: { distance: 2_001 } },
      doubts: [{ kind: 'far', metres: 2_001, accepted: 50 }],
    })
  })

  it('[PA6] out of the fixed order it is asked why', async () => {
    const stop = await openStop('lobby')
    answerAll(stop, at(8, 50))
    await stop.finish()
    expect(kindsOf(stop)).toEqual(['outOfOrder'])
  })

  it('[DO4] the photo of the last time is known again, that of another stop is not asked for', async () => {
    const scene = { ...photoRef('a'), likeness: '3c5a96f00f69a5c3' }
    const first = await openStop('pump')
    answerAll(first, at(8, 50), scene)
    expect(await first.finish()).toBe(true)
    phone.tick.value = at(9, 30)
    const lobby = await openStop('lobby')
    await vi.waitFor(() => expect(lobby.view.value?.settled).toBe(1))
    answerAll(lobby, at(9, 20), { ...scene, sha256: 'b'.repeat(64) })
    expect(await lobby.finish()).toBe(true)
    phone.tick.value = at(10)
    const again = await openStop('pump')
    await vi.waitFor(() => expect(again.found.value).not.toBeNull())
    again.isLookingAgain.value = true
    answerAll(again, at(9, 50), {
      ...{ ...scene, sha256: 'c'.repeat(64), likeness: '3c5a96f00f69a5c2' },
    })
    await again.finish()
    expect(kindsOf(again)).toEqual(['samePhoto'])
  })

  it('[DO6] after the clock was set back in mid-round says so, and keeps the order of looks', async () => {
    const first = await openStop('pump')
    answerAll(first, at(8, 50))
    await first.finish()
    const threeDays = 3 * 24 * 60 * 60_000
    phone.tick.value = at(9, 20) - threeDays
    const again = await openStop('pump')
    await vi.waitFor(() => expect(again.found.value).not.toBeNull())
    again.isLookingAgain.value = true
    answerAll(again, at(9, 10) - threeDays)
    again.draft.change('door', { value: 'notApplicable' })
    expect(await again.finish()).toBe(true)
    await vi.waitFor(() => expect(again.progress.value?.visit?.doubts).toHaveLength(1))
    expect(again.progress.value?.visit?.doubts?.[0]?.kind).toBe('clockBack')
    expect((await visits()).map(({ voided }) => voided)).toEqual([null, null])
  })
})
