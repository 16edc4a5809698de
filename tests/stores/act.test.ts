import { describe, expect, it } from 'vitest'
import { ref } from 'vue'
import type { TicketId } from '../../src/domain/ticket/ticket'
import { act } from '../../src/stores/act'
import type { Phone } from '../../src/stores/phone'
import { createSync } from '../../src/sync/create-sync'
import { newId } from '../support/build/ids'
import { receiveTicket } from '../support/build/ticket'
import { setUpPhone } from '../support/exchange-phone'

describe('an act of staff', () => {
  it('[SY8] carries its author, its time by this phone, and how far the server’s clock was last', async () => {
    const { database, parts, server, staff, go } = await setUpPhone()
    const person = {
      ...{ staff, name: '李敏', roles: ['steward'] as const, company: server.company },
      ...{ companyName: '萌芽物业', scopes: [] },
    }
    const { newId: mint, nameId } = parts
    const phone: Phone = {
      ...{ person, database, sync: createSync(parts), newId: mint, nameId, tick: ref(1) },
      now: () => 1_700_000_000_000,
    }
    const record = newId<TicketId>()
    const receive = receiveTicket(server.community, staff)
    phone.sync.stop()
    await act(phone, [{ kind: 'Ticket', record, act: receive }])
    await go()
    await database.meta.put({ key: 'clockOffset', value: -340 })
    await act(phone, [{ kind: 'Ticket', record, act: { act: 'say', words: '再看', photos: [] } }])
    const [first] = await database.journal.toArray()
    const [second] = await database.outbox.toArray()
    expect(first?.change).toMatchObject({ by: staff, at: 1_700_000_000_000, clockOffset: null })
    expect(second?.change).toMatchObject({ by: staff, at: 1_700_000_000_000, clockOffset: -340 })
  })
})
