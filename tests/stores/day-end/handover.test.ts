// @vitest-environment happy-dom
import { enableAutoUnmount, flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { StaffId } from '../../../src/domain/id'
import type { Staff } from '../../../src/domain/staff'
import HandoverNewPage from '../../../src/features/day-end/HandoverNewPage.vue'
import HandoverPage from '../../../src/features/day-end/HandoverPage.vue'
import { saveActs } from '../../../src/storage/save-acts'
import type { TicketId } from '../../../src/domain/ticket/ticket'
import { wrapUpId } from '../../../src/domain/wrap-up/wrap-up'
import { nameId, newId } from '../../support/build/ids'
import { receiveTicket } from '../../support/build/ticket'
import { author } from '../../support/phone-parts'
import { at, PatrolPhone, TODAY } from '../../support/patrol-phone'
import { byRole, theOne } from '../../ui/mount-part'
import { openPage, press, write } from './day-page'

let phone: PatrolPhone
const WU = newId<StaffId>()
beforeEach(async () => {
  phone = await PatrolPhone.open(at(17))
  const staff: Staff = { id: WU, name: '吴军', roles: ['security'], active: true }
  const acts = [{ kind: 'Staff' as const, record: WU, act: { act: 'enrol' as const, staff } }]
  await saveActs(phone.database, acts, author(WU, at(8)))
})
afterEach(() => phone.close())
enableAutoUnmount(afterEach)

const confirm = async (name: string) => {
  await write('签字人姓名', name)
  const [own] = document.querySelectorAll<HTMLInputElement>('[role=switch]:not([disabled])')
  const last = [...document.querySelectorAll<HTMLInputElement>('[role=switch]')].at(-1) ?? own
  last?.click()
  await flushPromises()
}
const held = async () => (await phone.database.shiftHandovers.toArray()).map((row) => row.record)

it('[HO1] [HO3] is given and taken on one phone with no network, and says what does not match', async () => {
  openPage(phone, HandoverNewPage)
  await vi.waitFor(() => theOne('button', '签字交班'))
  await press('签字交班')
  expect(byRole('alert').map((each) => each.textContent?.trim())).toContain('请选交给谁')
  await write('交给谁', `person/${WU}`)
  await press('对讲机')
  await write('数量', '4')
  await write('还要交代的(选填)', '找 13812345678')
  await press('签字交班')
  expect(await held()).toEqual([])
  expect(document.body.textContent).toContain('里面写了手机号')
  await write('还要交代的(选填)', '夜里看一次泵房')
  await confirm('李敏')
  await press('签字交班')
  await vi.waitFor(async () => expect(await held()).toHaveLength(1))
  const [given] = await held()
  expect(given).toMatchObject({ status: 'waiting', items: [{ name: '对讲机', count: 4 }] })

  document.body.innerHTML = ''
  openPage(phone, HandoverPage, { handover: given?.id })
  await vi.waitFor(() => theOne('button', '签字接班'))
  await write('对讲机,应有 4,实有', '3')
  await confirm('吴军')
  theOne('button', '签字接班').click()
  theOne('button', '签字接班').click()
  await vi.waitFor(async () => expect((await held())[0]?.status).toBe('taken'))
  expect((await held())[0]).toMatchObject({
    taking: { taker: WU, differences: [{ what: '对讲机', told: 4, found: 3 }] },
  })
  await vi.waitFor(() => expect(document.body.textContent).toContain('对讲机:应有 4,实有 3'))
})

it('[HO7] takes along what is unfinished with its next step, and may leave it out', async () => {
  const me = phone.phone.person.staff
  const { community, place } = phone.estate
  const [one, other] = [newId<TicketId>(), newId<TicketId>()]
  for (const [record, title] of [
    [one, '电梯异响'],
    [other, '楼道有烟味'],
  ] as const) {
    const act = receiveTicket(community.id, me, { kind: 'complaint', title, home: place.id })
    await saveActs(phone.database, [{ kind: 'Ticket', record, act }], author(me, at(10)))
  }
  const line = { status: 'received', told: 'notTold', why: '等厂家' } as const
  const lines = [{ ticket: one, ...line, next: '夜里听一次' }]
  const act = {
    ...{ act: 'save' as const, community: community.id, staff: me, day: TODAY },
    ...{ lines, promises: [], open: 2, words: '' },
  }
  const record = wrapUpId(me, community.id, TODAY, nameId)
  await saveActs(phone.database, [{ kind: 'WrapUp', record, act }], author(me, at(16)))
  openPage(phone, HandoverNewPage)
  await vi.waitFor(() => theOne('switch', '楼道有烟味'))
  theOne('switch', '楼道有烟味').click()
  await write('交给谁', `person/${WU}`)
  await confirm('李敏')
  await press('签字交班')
  await vi.waitFor(async () => expect(await held()).toHaveLength(1))
  expect((await held())[0]?.tickets).toEqual([{ ticket: one, words: '夜里听一次' }])
})
