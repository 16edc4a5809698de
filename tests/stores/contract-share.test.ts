// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { ClauseId } from '../../src/domain/clause'
import { DAY } from '../../src/domain/instant'
import type { TicketAct } from '../../src/domain/ticket/act'
import type { TicketId, TicketKind } from '../../src/domain/ticket/ticket'
import { saveActs } from '../../src/storage/save-acts'
import { useContractShares } from '../../src/stores/contract-share'
import { newId } from '../support/build/ids'
import { receiveTicket } from '../support/build/ticket'
import { author } from '../support/phone-parts'
import { at, PatrolPhone } from '../support/patrol-phone'

let phone: PatrolPhone
beforeEach(async () => {
  phone = await PatrolPhone.open()
})
afterEach(() => phone.close())

const receive = async (
  kind: TicketKind,
  time: number,
  then: readonly TicketAct[] = [],
  over: Parameters<typeof receiveTicket>[2] = {},
): Promise<void> => {
  const record = newId<TicketId>()
  const { staff } = phone.phone.person
  const received = receiveTicket(phone.estate.community.id, staff, {
    ...{ kind, origin: { by: 'owner', channel: 'phone' }, caller: newId() },
    ...over,
  })
  const acts = [received, ...then].map((act) => ({ kind: 'Ticket' as const, record, act }))
  const saved = await saveActs(phone.database, acts, author(staff, time))
  if (!saved.ok) throw new Error(saved.error.kind)
}
const CLAUSE = { id: newId<ClauseId>(), version: 1 }
const helped: TicketAct = { act: 'helpAnyway', words: '老人一个人在家', clause: null }
const proposed: TicketAct = {
  ...{ act: 'proposeDecline', clause: CLAUSE, words: '户内自购灯具请找卖家' },
}

it('[CO6] counts by kind how many lay within, were helped or are pending, with the sum of all', async () => {
  await receive('repair', at(8))
  await receive('repair', at(8), [proposed])
  await receive('help', at(8), [proposed, helped])
  await receive('repair', at(8) - 91 * DAY, [proposed])
  const { lines, outside, isRead } = phone.use(() => useContractShares())
  await expect.poll(() => isRead.value).toBe(true)
  const none = { within: 0, declined: 0, helped: 0, pending: 0 }
  expect(lines.value).toEqual([
    { kind: 'repair', all: 2, counts: { ...none, within: 1, pending: 1 } },
    { kind: 'help', all: 1, counts: { ...none, helped: 1 } },
    { kind: 'sum', all: 3, counts: { ...none, within: 1, helped: 1, pending: 1 } },
  ])
  expect(outside.value).toHaveLength(2)
})
