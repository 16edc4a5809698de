// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { addDays, calendarDay } from '../../src/domain/calendar-day'
import type { Facility } from '../../src/domain/facility'
import { localDay } from '../../src/domain/time-zone'
import { saveActs, type ActToSave } from '../../src/storage/save-acts'
import { facilityErrands } from '../../src/stores/facility-errands'
import { useFacilityForm } from '../../src/stores/facility-form'
import { useFacilityTurn } from '../../src/stores/facility-turn'
import { facilityAt, installFacility } from '../support/build/facility'
import { author } from '../support/phone-parts'
import { at, PatrolPhone } from '../support/patrol-phone'

let phone: PatrolPhone
let pump: Facility
beforeEach(async () => {
  phone = await PatrolPhone.open()
  const { community, place } = phone.estate
  pump = facilityAt({ community: community.id, place: place.id }, { maker: '南方' })
  await save(installFacility(pump))
})
afterEach(() => phone.close())

const save = async (...acts: ActToSave[]) => {
  const saved = await saveActs(phone.database, acts, author(phone.phone.person.staff, at(8)))
  if (!saved.ok) throw new Error(saved.error.kind)
}
const heldOf = async (id: string) => (await phone.database.facilities.get(id))?.record

it('[FA6] says what is missing, keeps what was written, and writes it down once', async () => {
  const form = phone.use(() => useFacilityForm(null))
  await form.draft.load()
  expect(await form.save()).toBeNull()
  expect(Object.keys(form.faults.value)).toEqual(['name', 'place', 'system'])
  const { name, place, system, isCertified, expiresOn, isMaintained } = form.fields
  name.value = '消防水箱'
  place.value = phone.estate.place.id
  system.value = 'fire'
  isCertified.value = isMaintained.value = true
  expect(Object.keys(form.faults.value)).toEqual(['expiresOn', 'contractor', 'nextOn'])
  await form.draft.save()
  const again = phone.use(() => useFacilityForm(null))
  await again.draft.load()
  expect(again.fields.name.value).toBe('消防水箱')
  isMaintained.value = false
  expiresOn.value = '2027-03-01'
  const saved = await form.save()
  expect(await form.save()).toBe(saved)
  expect(await heldOf(saved ?? '')).toMatchObject({
    ...{ name: '消防水箱', state: 'inUse', maintenance: null },
    certificate: { expiresOn: calendarDay(2027, 3, 1) },
  })
})

it('[FA6] sends only what was changed, from what stood there when the page was opened', async () => {
  const form = phone.use(() => useFacilityForm(pump))
  await form.draft.load()
  const { maker } = { maker: { seen: '南方', meant: '凯泉' } }
  await save({ kind: 'Facility', record: pump.id, act: { act: 'amend', fields: { maker } } })
  form.fields.serial.value = ' SB21-1 '
  expect(await form.save()).toBe(pump.id)
  expect(await heldOf(pump.id)).toMatchObject({ maker: '凯泉', serial: 'SB21-1', kept: [] })
})

it('[FA6] leaves it as it is where nothing was changed', async () => {
  const form = phone.use(() => useFacilityForm(pump))
  await form.draft.load()
  const before = await phone.database.outbox.count()
  expect(await form.save()).toBe(pump.id)
  expect(await phone.database.outbox.count()).toBe(before)
})

it('[FA8] asks why, and takes no time that has not come', async () => {
  const turn = phone.use(() => useFacilityTurn(pump, 'down'))
  await turn.draft.load()
  expect(await turn.save()).toBeNull()
  turn.why.value = '不启动'
  turn.since.value = '2099-01-01T08:00'
  expect(turn.faults.value).toEqual({ since: 'sinceLater' })
  turn.since.value = '2026-01-01T08:00'
  expect(await turn.save()).not.toBeNull()
  const held = await heldOf(pump.id)
  expect(held?.state).toBe('down')
  expect(held?.states[0]).toMatchObject({ why: '不启动' })
})

it('[FA9] reminds engineers and supervisors in one line, late where one is past', async () => {
  const { community } = phone.estate
  const now = phone.phone.now()
  const today = localDay(now, community.zone)
  const asked = (role: 'engineer' | 'security') => ({
    ...{ person: { ...phone.phone.person, roles: [role] }, communities: [community], now },
  })
  const errands = (role: 'engineer' | 'security') =>
    facilityErrands(phone.database, asked(role), community)
  expect(await errands('engineer')).toEqual([])
  const place = { community: community.id, place: phone.estate.place.id }
  await save(installFacility(facilityAt(place, { nextMaintenanceOn: addDays(today, 2) })))
  expect(await errands('engineer')).toMatchObject([{ standing: 'later', count: 1 }])
  const certificate = { number: '', expiresOn: addDays(today, -1), photos: [] }
  await save(installFacility(facilityAt(place, { certificate })))
  await vi.waitFor(async () =>
    expect(await errands('engineer')).toMatchObject([{ standing: 'late', count: 2 }]),
  )
  expect(await errands('security')).toEqual([])
})
