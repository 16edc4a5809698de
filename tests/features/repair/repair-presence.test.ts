import 'fake-indexeddb/auto'
import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { RepairNote, RepairNoteId } from '../../../src/domain/repair/repair-note'
import type { Role } from '../../../src/domain/role'
import RepairPresence from '../../../src/features/repair/RepairPresence.vue'
import { saveActs } from '../../../src/storage/save-acts'
import { phoneKey } from '../../../src/stores/phone'
import { newId } from '../../support/build/ids'
import { repairSheet, writeNote } from '../../support/build/repair'
import { author } from '../../support/phone-parts'
import { at, PatrolPhone } from '../../support/patrol-phone'

let phone: PatrolPhone
beforeEach(async () => {
  phone = await PatrolPhone.open(at(12))
})
afterEach(() => phone.close())
enableAutoUnmount(afterEach)

const id = newId<RepairNoteId>()
const held = async (): Promise<RepairNote> => {
  const row = await phone.database.repairNotes.get(id)
  if (!row) throw new Error('not here')
  return row.record
}
const open = async (role: Role) => {
  const { community } = phone.estate
  const act = writeNote({ community: community.id, sheet: repairSheet({ arrivedAt: at(9) }) })
  const engineer = author(newId(), at(10))
  await saveActs(phone.database, [{ kind: 'RepairNote', record: id, act }], engineer)
  const person = { ...phone.phone.person, roles: [role] }
  const part = mount(RepairPresence, {
    props: { note: await held() },
    global: {
      plugins: [...phone.plugins],
      provide: { [phoneKey as symbol]: { ...phone.phone, person } },
    },
    attachTo: document.body,
  })
  await flushPromises()
  return part
}

it('[RN11] customer service says from their own phone that they were there', async () => {
  const part = await open('customerService')
  await vi.waitFor(() => expect(part.find('button').exists()).toBe(true))
  await part.get('button').trigger('click')
  await flushPromises()
  const [, until] = document.body.querySelectorAll<HTMLInputElement>('input')
  if (!until) throw new Error('no field')
  const kept = until.value
  until.value = '2026-11-24T08:00'
  until.dispatchEvent(new Event('input'))
  const form = document.body.querySelector('form')
  form?.dispatchEvent(new Event('submit', { cancelable: true }))
  await vi.waitFor(() => expect(document.body.textContent).toContain('离开要晚于到场'))
  expect((await held()).attended).toEqual([])
  until.value = kept
  until.dispatchEvent(new Event('input'))
  form?.dispatchEvent(new Event('submit', { cancelable: true }))
  await vi.waitFor(async () => expect((await held()).attended).toHaveLength(1))
  const { staff } = phone.phone.person
  expect((await held()).attended[0]).toMatchObject({ staff, from: at(9), until: at(9, 30) })
})

it('[RN11] is asked of nobody who may not', async () => {
  const part = await open('engineer')
  expect(part.find('button').exists()).toBe(false)
})
