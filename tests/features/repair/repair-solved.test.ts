import 'fake-indexeddb/auto'
import { enableAutoUnmount, mount } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import type { Ticket } from '../../../src/domain/ticket/ticket'
import RepairSolved from '../../../src/features/repair/RepairSolved.vue'
import { saveActs } from '../../../src/storage/save-acts'
import { phoneKey } from '../../../src/stores/phone'
import { newId } from '../../support/build/ids'
import { receiveTicket } from '../../support/build/ticket'
import { author } from '../../support/phone-parts'
import { at, PatrolPhone } from '../../support/patrol-phone'

let phone: PatrolPhone
const id = newId()
const held = async (): Promise<Ticket> => {
  const found = await phone.database.tickets.get(id)
  if (!found) throw new Error('No ticket is kept.')
  return found.record
}

beforeEach(async () => {
  phone = await PatrolPhone.open(at(9))
  const { staff } = phone.phone.person
  const acts = [
    receiveTicket(phone.estate.community.id, staff, { kind: 'repair' }),
    { act: 'accept' as const, from: 'received' as const },
    { act: 'start' as const, from: 'accepted' as const, words: '', photos: [] },
    { act: 'resolve' as const, from: 'inProgress' as const, words: '换了角阀', photos: [] },
    {
      ...{ act: 'tellOwner' as const, channel: 'door' as const, reached: true },
      ...{ words: '业主现场签字', nextWordAt: null },
    },
  ]
  const saved = await saveActs(
    phone.database,
    acts.map((act) => ({ kind: 'Ticket', record: id, act })),
    author(staff, at(8)),
  )
  if (!saved.ok) throw new Error(saved.error.kind)
})
afterEach(() => phone.close())
enableAutoUnmount(afterEach)

const open = async (path: string) => {
  const routes = [{ path: '/repair-notes/:note', component: { template: '<p />' } }]
  const router = createRouter({ history: createMemoryHistory(), routes })
  await router.push(path)
  return mount(RepairSolved, {
    props: { ticket: await held() },
    global: {
      plugins: [...phone.plugins, router],
      provide: { [phoneKey as symbol]: phone.phone },
    },
  })
}

it('[RN2] says that the note reported its ticket as done, and takes that back, signed at the door or not', async () => {
  const part = await open('/repair-notes/a?done=solved')
  expect(part.text()).toContain('已保存,工单报处理完')
  await part.get('button').trigger('click')
  await vi.waitFor(async () => expect((await held()).status).toBe('inProgress'))
  expect(part.text()).not.toContain('报处理完')
})

it('says nothing when the note is only looked at', async () => {
  const part = await open('/repair-notes/a')
  expect(part.text()).toBe('')
})
