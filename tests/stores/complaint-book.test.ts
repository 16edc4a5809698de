// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { TicketActOf } from '../../src/domain/ticket/act'
import type { TicketId } from '../../src/domain/ticket/ticket'
import { saveActs } from '../../src/storage/save-acts'
import { useComplaintBook } from '../../src/stores/complaint-book'
import { newId } from '../support/build/ids'
import { receiveTicket } from '../support/build/ticket'
import { author } from '../support/phone-parts'
import { at, PatrolPhone } from '../support/patrol-phone'

const DAY = 24 * 60 * 60 * 1000
let phone: PatrolPhone
beforeEach(async () => {
  phone = await PatrolPhone.open()
})
afterEach(() => phone.close())

const receive = async (when: number, over: Partial<TicketActOf<'receive'>>) => {
  const { community } = phone.estate.place
  const act = receiveTicket(community, phone.phone.person.staff, { kind: 'complaint', ...over })
  const record = newId<TicketId>()
  const saved = await saveActs(phone.database, [{ kind: 'Ticket', record, act }], {
    ...author(phone.phone.person.staff, 1),
    at: when,
  })
  if (!saved.ok) throw new Error(saved.error.kind)
}

it('[IN10] has the complaints of a period, the newest first, and of them the written ones', async () => {
  await receive(at(8), { title: '电话投诉' })
  await receive(at(9), { title: '来信', origin: { by: 'owner', channel: 'letter' } })
  await receive(at(9) - 30 * DAY, { title: '上月的' })
  await receive(at(8), { title: '报修', kind: 'repair' })
  const book = phone.use(() => useComplaintBook())
  const titles = () => book.entries.value.map(({ title }) => title)
  await expect.poll(titles).toEqual(['来信', '电话投诉'])
  book.isWrittenOnly.value = true
  expect(titles()).toEqual(['来信'])
  book.isWrittenOnly.value = false
  book.period.value = 'lastMonth'
  await expect.poll(titles).toEqual(['上月的'])
})
