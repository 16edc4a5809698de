// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { addDays } from '../../src/domain/calendar-day'
import type { Facility } from '../../src/domain/facility'
import { localDay } from '../../src/domain/time-zone'
import { saveActs } from '../../src/storage/save-acts'
import { useMaintenances } from '../../src/stores/maintenance'
import { useFinishForm, useSignInForm } from '../../src/stores/maintenance-form'
import { facilityAt, installFacility } from '../support/build/facility'
import { author } from '../support/phone-parts'
import { at, PatrolPhone } from '../support/patrol-phone'

let phone: PatrolPhone
let lift: Facility
beforeEach(async () => {
  phone = await PatrolPhone.open()
  const { community, place } = phone.estate
  lift = facilityAt(
    { community: community.id, place: place.id },
    { maintenance: { contractor: '通力', every: 15, unit: 'day' }, nextMaintenanceOn: null },
  )
  const { staff } = phone.phone.person
  await saveActs(phone.database, [installFacility(lift)], author(staff, at(8)))
})
afterEach(() => phone.close())

it('[FA11] [FA10] signs in, asks for what was done and the sheet, and moves the next when confirmed', async () => {
  const form = phone.use(() => useSignInForm(lift))
  await form.draft.load()
  expect(await form.save()).toBe(false)
  expect(Object.keys(form.faults.value)).toEqual(['people'])
  form.people.value = '周师傅'
  expect(await form.save()).toBe(true)
  const list = phone.use(() => useMaintenances(() => lift.id))
  await vi.waitFor(() => expect(list.open.value?.status).toBe('onSite'))
  const open = list.open.value
  if (!open) throw new Error('nobody signed in')
  const finish = phone.use(() => useFinishForm(open, () => ''))
  await finish.draft.load()
  expect(await finish.save()).toBe(false)
  expect(Object.keys(finish.faults.value)).toEqual(['words', 'sheet'])
  const deed = { act: 'finish' as const, words: '例行保养', sheet: [] }
  const { staff } = phone.phone.person
  const done = [{ kind: 'Maintenance' as const, record: open.id, act: deed }]
  await saveActs(phone.database, done, author(staff, at(9)))
  expect(await list.confirm(open, '')).toMatchObject({ ok: true })
  const held = (await phone.database.facilities.get(lift.id))?.record
  const on = localDay(open.arrivedAt, phone.estate.community.zone)
  expect(held).toMatchObject({ maintainedOn: on, nextMaintenanceOn: addDays(on, 15) })
})
