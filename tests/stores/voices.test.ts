// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { TicketId, TicketKind } from '../../src/domain/ticket/ticket'
import { saveActs } from '../../src/storage/save-acts'
import { useVoices } from '../../src/stores/voices'
import { newId } from '../support/build/ids'
import { receiveTicket } from '../support/build/ticket'
import { author } from '../support/phone-parts'
import { at, PatrolPhone } from '../support/patrol-phone'

let phone: PatrolPhone
beforeEach(async () => {
  phone = await PatrolPhone.open()
})
afterEach(() => phone.close())

const receive = async (kind: TicketKind, time: number): Promise<void> => {
  const record = newId<TicketId>()
  const { staff } = phone.phone.person
  const received = receiveTicket(phone.estate.community.id, staff, {
    ...{ kind, origin: { by: 'owner', channel: 'phone' }, caller: newId() },
  })
  const acts = [{ kind: 'Ticket' as const, record, act: received }]
  const saved = await saveActs(phone.database, acts, author(staff, time))
  if (!saved.ok) throw new Error(saved.error.kind)
}

it('[CL5] praise is counted and listed beside complaints', async () => {
  await receive('praise', at(8))
  await receive('praise', at(8))
  await receive('complaint', at(8))
  const voices = phone.use(() => useVoices())
  await expect.poll(() => voices.isRead.value).toBe(true)
  expect(voices.counts.value).toMatchObject({ praise: 2, complaint: 1 })
  expect(voices.praised.value).toHaveLength(2)
})
