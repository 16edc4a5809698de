import { describe, expect, it } from 'vitest'
import { MemoryStore } from '../../server/store/memory/memory-store'
import type { Ticket, TicketId } from '../../src/domain/ticket/ticket'
import { readMeta } from '../../src/storage/meta'
import { saveActs } from '../../src/storage/save-acts'
import { uploadStateOf } from '../../src/storage/upload-state'
import { uploadSummary } from '../../src/storage/upload-summary'
import { exchange } from '../../src/sync/exchange'
import { freshMemory } from '../../src/sync/poison'
import { WireServer } from '../support/acceptance'
import { newId } from '../support/build/ids'
import { receiveTicket } from '../support/build/ticket'
import { exchangePhone, never, setUpPhone } from '../support/exchange-phone'
import { author, PhoneDisk, syncParts } from '../support/phone-parts'
import { serverWire, type Weather } from '../support/server-wire'

describe('an exchange', () => {
  it('[ST8] says 已上传 only after the server’s row holds the act', async () => {
    const phone = await setUpPhone()
    const id = await phone.newTicket('漏水')
    expect(await uploadStateOf(phone.database, 'Ticket', id)).toBe('onPhone')
    expect(await phone.go()).toMatchObject({ ended: 'done' })
    expect(await uploadStateOf(phone.database, 'Ticket', id)).toBe('uploaded')
    expect(await phone.database.outbox.count()).toBe(0)
    expect(await phone.database.journal.count()).toBe(1)
    expect((await phone.database.tickets.get(id))?.revision).toBe(1)
  })

  it('[SY41] a lost answer does no harm: the same acts are sent again and taken once', async () => {
    let weather: Weather = 'lost-after'
    const phone = await setUpPhone({ weather: () => weather })
    const id = await phone.newTicket('漏水')
    await phone.save(id, { act: 'say', words: '再看看', photos: [] })
    expect(await phone.go()).toEqual({ ended: 'offline' })
    expect((await uploadSummary(phone.database)).changes).toBe(2)
    weather = 'fine'
    await phone.go()
    expect((await phone.ticket(id))?.thread).toHaveLength(2)
    expect(phone.store.stateOf(phone.server.company).log.size).toBe(2)
  })

  it('[SY41] what is saved while the answer is under way stays on top and goes up next', async () => {
    const store = new MemoryStore()
    const server = new WireServer(store)
    const caller = await server.staff(['steward'])
    const disk = new PhoneDisk()
    const database = await disk.open()
    const id = newId<TicketId>()
    const inner = serverWire(server, () => caller)
    const by = () => author(caller.staff, (server.clock += 10))
    const say = { act: 'say', words: '路上又看见一处', photos: [] } as const
    let isFirst = true
    const wire: typeof inner = {
      async post(request, signal) {
        const reply = await inner.post(request, signal)
        if (isFirst) await saveActs(database, [{ kind: 'Ticket', record: id, act: say }], by())
        isFirst = false
        return reply
      },
    }
    const receive = receiveTicket(server.community, caller.staff)
    await saveActs(database, [{ kind: 'Ticket', record: id, act: receive }], by())
    const parts = syncParts(database, caller.staff, wire, () => server.clock)
    expect(await exchange(parts, freshMemory(), never)).toMatchObject({ ended: 'done', more: true })
    expect((await database.tickets.get(id))?.record.thread).toHaveLength(2)
    await exchange(parts, freshMemory(), never)
    expect(await database.outbox.count()).toBe(0)
  })

  it('[SY44] a copied database becomes a device of its own and loses nothing', async () => {
    const phone = await setUpPhone()
    await phone.newTicket('第一件')
    await phone.go()
    const before = await readMeta(phone.database, 'device')
    const twin = await exchangePhone(phone.server)
    twin.caller.current = phone.caller.current
    await twin.database.meta.put({ key: 'device', value: before })
    const id = newId<TicketId>()
    const act = receiveTicket(phone.server.community, phone.staff)
    const by = author(phone.staff, phone.server.clock)
    await saveActs(twin.database, [{ kind: 'Ticket', record: id, act }], by)
    const wire = serverWire(phone.server, () => phone.caller.current)
    const parts = syncParts(twin.database, phone.staff, wire, () => phone.server.clock)
    expect(await exchange(parts, freshMemory(), never)).toEqual({ ended: 'again' })
    expect(await readMeta(twin.database, 'device')).not.toBe(before)
    expect(await exchange(parts, freshMemory(), never)).toMatchObject({ ended: 'done' })
    expect(await twin.database.outbox.count()).toBe(0)
  })

  it('[SY44] numbers the server does not follow are given up for a new device’s', async () => {
    const phone = await setUpPhone()
    await phone.newTicket('第一件')
    await phone.go()
    const before = await readMeta(phone.database, 'device')
    await phone.database.meta.put({ key: 'nextSeq', value: 9 })
    const id = await phone.newTicket('第九件')
    expect(await exchange(phone.parts, freshMemory(), never)).toEqual({ ended: 'again' })
    expect(await readMeta(phone.database, 'device')).not.toBe(before)
    const [waiting] = await phone.database.outbox.toArray()
    expect(waiting?.change.seq).toBe(1)
    expect(await phone.go()).toMatchObject({ ended: 'done' })
    expect(await uploadStateOf(phone.database, 'Ticket', id)).toBe('uploaded')
  })

  it('[SY45] a restored server gets again what it forgot', async () => {
    const phone = await setUpPhone()
    const { store, server } = phone
    const kept = await phone.newTicket('备份前')
    await phone.go()
    const backup = store.stateOf(server.company)
    const lost = await phone.newTicket('备份后')
    await phone.save(kept, { act: 'say', words: '备份后说的', photos: [] })
    await phone.go()
    store.restore(server.company, backup)
    const other = await server.phone(['steward'])
    await other.sync([
      other.change('Ticket', newId(), receiveTicket(server.community, other.caller.staff)),
    ])
    await phone.go()
    const state = store.stateOf(server.company)
    expect(state.records.has(`Ticket/${lost}`)).toBe(true)
    expect((state.records.get(`Ticket/${kept}`)?.body as Ticket).thread).toHaveLength(2)
    expect(await phone.database.outbox.count()).toBe(0)
    expect(await phone.database.tickets.count()).toBe(3)
  })

  it('[ST5] keeps a refused change and takes its effect back', async () => {
    const phone = await setUpPhone()
    const id = await phone.newTicket('漏水')
    await phone.go()
    phone.caller.current = { ...phone.caller.current, roles: ['cleaner'] }
    await phone.save(id, { act: 'assign', from: 'received', to: phone.staff, words: '' })
    expect((await phone.ticket(id))?.status).toBe('assigned')
    await phone.go()
    expect((await phone.ticket(id))?.status).toBe('received')
    expect(await uploadStateOf(phone.database, 'Ticket', id)).toBe('needsYou')
  })

  it('an expired session keeps everything where it is', async () => {
    const phone = await setUpPhone()
    await phone.newTicket('漏水')
    const wire = {
      post: () =>
        Promise.resolve({
          ...{ reached: true as const, status: 401, retryAfter: null },
          body: { error: { kind: 'signed-out', message: '' } },
        }),
    }
    const parts = syncParts(phone.database, phone.staff, wire, () => phone.server.clock)
    expect(await exchange(parts, freshMemory(), never)).toEqual({ ended: 'signed-out' })
    expect((await uploadSummary(phone.database)).changes).toBe(1)
  })
})
