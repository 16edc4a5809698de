// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CheckpointVisitId } from '../../src/domain/checkpoint-visit'
import type { Facility, FacilityId } from '../../src/domain/facility'
import type { TicketId } from '../../src/domain/ticket/ticket'
import { saveActs, type ActToSave } from '../../src/storage/save-acts'
import { useFacilities } from '../../src/stores/facility'
import { useFacilityHistory } from '../../src/stores/facility-history'
import { useSnap } from '../../src/stores/snap'
import { facilityAt, installFacility } from '../support/build/facility'
import { newId } from '../support/build/ids'
import { receiveTicket } from '../support/build/ticket'
import { author } from '../support/phone-parts'
import { at, PatrolPhone } from '../support/patrol-phone'

let phone: PatrolPhone
let pump: Facility
beforeEach(async () => {
  phone = await PatrolPhone.open()
  pump = machine('2号给水泵', { maker: '南方泵业' })
  await save(installFacility(pump))
})
afterEach(() => phone.close())

const machine = (name: string, over: Partial<Facility> = {}): Facility => {
  const { community, place } = phone.estate
  return facilityAt({ community: community.id, place: place.id }, { name, ...over })
}
const save = async (...acts: ActToSave[]) => {
  const saved = await saveActs(phone.database, acts, author(phone.phone.person.staff, at(8)))
  if (!saved.ok) throw new Error(saved.error.kind)
}
const report = async (title: string, facility: FacilityId | null, dueAt = at(20)) => {
  const record = newId<TicketId>()
  const { community } = phone.estate
  const act = receiveTicket(community.id, phone.phone.person.staff, {
    ...{ title, facility, due: { at: dueAt, rule: 'defect', version: 1 } },
  })
  await save({ kind: 'Ticket', record, act })
  return record
}
const close = async (record: TicketId) => {
  const words = '换了轴封'
  await save(
    { kind: 'Ticket', record, act: { act: 'accept', from: 'received' } },
    { kind: 'Ticket', record, act: { act: 'cancel', from: 'accepted', words } },
  )
}

describe('the facilities of an estate', () => {
  it('[FA1] are searched, narrowed, counted, and leave out what was scrapped', async () => {
    const lamp = machine('门厅灯', { system: 'lighting', state: 'down' })
    await save(installFacility(lamp), installFacility(machine('旧泵', { state: 'scrapped' })))
    await report('轴封滴水', pump.id)
    const list = phone.use(() => useFacilities())
    await vi.waitFor(() => expect(list.all.map(({ open }) => open).sort()).toEqual([0, 1]))
    expect([list.countOf('all'), list.countOf('needs'), list.countOf('lighting')]).toEqual([
      2, 2, 1,
    ])
    list.view = 'lighting'
    expect(list.lines.map(({ facility: { name } }) => name)).toEqual(['门厅灯'])
    list.view = 'all'
    list.words = '3栋 2号'
    expect(list.lines).toEqual([])
    list.words = '南方'
    expect(list.lines.map(({ facility: { name }, place }) => [name, place])).toEqual([
      ['2号给水泵', '3栋'],
    ])
  })

  it('[FA2] show what is open by its clock, and what was closed', async () => {
    await report('轴封滴水', pump.id, at(21))
    await report('泵房积水', pump.id, at(12))
    await report('别处的事', null)
    await close(await report('误报', pump.id))
    const { open, closed } = phone.use(() => useFacilityHistory(() => pump.id))
    await vi.waitFor(() => expect([open.value.length, closed.value.length]).toEqual([2, 1]))
    expect(open.value.map(({ title }) => title)).toEqual(['泵房积水', '轴封滴水'])
    expect(closed.value.map(({ title }) => title)).toEqual(['误报'])
  })

  it('[FA3] show when a round last looked, without what was voided', async () => {
    const point = phone.estate.pump
    const looked = (visit: CheckpointVisitId): ActToSave => ({
      ...{ kind: 'CheckpointVisit', record: visit },
      act: {
        ...{ act: 'record', community: phone.estate.community.id, round: phone.round },
        ...{ checkpoint: point.id, form: phone.estate.form.id, answers: [], abnormal: 0 },
        checkIn: { by: 'qr', at: at(8) },
      },
    })
    const [stands, voided] = [newId<CheckpointVisitId>(), newId<CheckpointVisitId>()]
    await save(
      {
        ...{ kind: 'Checkpoint', record: point.id },
        act: { act: 'amend', checkpoint: { ...point, facility: pump.id } },
      },
      looked(stands),
      looked(voided),
      { kind: 'CheckpointVisit', record: voided, act: { act: 'void', reason: '点错了' } },
    )
    const { visits, formOf } = phone.use(() => useFacilityHistory(() => pump.id))
    await vi.waitFor(() => expect(visits.value.map(({ id }) => id)).toEqual([stands]))
    await vi.waitFor(() => expect(visits.value.map(formOf)).toEqual([phone.estate.form]))
  })
})

describe('a report from a facility’s page', () => {
  const open = async () => {
    const snap = phone.use(() => useSnap(() => ''))
    await snap.draft.load()
    return snap
  }

  it('[FA4] names it, also when it is gone on with later', async () => {
    const half = await open()
    await half.beginAt(pump.id)
    half.words.value = '声音不对'
    await half.draft.save()
    const id = await (await open()).save()
    const held = await phone.database.tickets.get(id ?? '')
    expect(held?.record).toMatchObject({ facility: pump.id, place: pump.place })
  })

  it('[FA4] no longer names it where the place is another', async () => {
    const snap = await open()
    await snap.beginAt(pump.id)
    snap.words.value = '门坏了'
    snap.place.value = newId()
    expect(snap.facility.value).toBeNull()
  })

  it('[FA4] leaves alone what was begun about something else, and a machine nobody knows', async () => {
    const snap = await open()
    await snap.beginAt(newId())
    expect([snap.place.value, snap.facility.value]).toEqual([null, null])
    snap.words.value = '楼道有烟味'
    await snap.beginAt(pump.id)
    expect([snap.place.value, snap.facility.value]).toEqual([null, null])
  })
})
