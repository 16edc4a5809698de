import { describe, expect, it } from 'vitest'
import { uploadLines } from '../../src/storage/upload-state'
import type { CommunityId } from '../../src/domain/community'
import { DAY } from '../../src/domain/instant'
import { newId } from '../support/build/ids'
import { exchangePhone, setUpPhone } from '../support/exchange-phone'

describe('[SY43] an act whose record the server has not got', () => {
  it('is shown as waiting for it, also where the record is not on the phone', async () => {
    const phone = await setUpPhone()
    const id = await phone.newTicket('同事手机上的')
    // A colleague's unsent work: his first act is not in this outbox.
    await phone.database.outbox.clear()
    await phone.save(id, { act: 'say', words: '我也看到了', photos: [] })
    const lineOf = async () => (await uploadLines(phone.database, 9))[0]
    expect(await lineOf()).toMatchObject({ state: 'onPhone', isParked: false })
    expect(await phone.go()).toMatchObject({ ended: 'done' })
    expect(await lineOf()).toMatchObject({ state: 'onPhone', isParked: true })
    await phone.database.tickets.delete(id)
    expect(await lineOf()).toMatchObject({ record: null, isParked: true })
  })

  it('is asked about once a day where its record came out of its author’s sight', async () => {
    const phone = await setUpPhone()
    const { server } = phone
    const elsewhere = newId<CommunityId>()
    const id = await phone.newTicket('别的小区的', elsewhere)
    const [item] = await phone.database.outbox.toArray()
    await phone.database.outbox.clear()
    await phone.save(id, { act: 'say', words: '我也看到了', photos: [] })
    await phone.go()
    const states = async () => (await phone.database.outbox.toArray()).map(({ state }) => state)
    expect(await states()).toEqual(['parked'])
    const there = await server.phone(['steward'], [elsewhere])
    await there.sync([there.change('Ticket', id, item?.change.act ?? {})])
    await phone.go()
    expect(await states()).toEqual(['parked'])
    server.clock += DAY
    await phone.go()
    expect(await states()).toEqual(['refused'])
  })

  it('is asked about again when all its records have come, and not once before', async () => {
    const phone = await setUpPhone()
    const { store, server } = phone
    const kept = await phone.newTicket('备份前')
    await phone.go()
    const backup = store.stateOf(server.company)
    const id = await phone.newTicket('备份后')
    await phone.go()
    const colleague = await exchangePhone(server)
    await colleague.go()
    const { periods } = store.stateOf(server.company)
    store.restore(server.company, { ...backup, periods })
    const act = { act: 'say', words: '我也看到了', photos: [] } as const
    await colleague.save(id, act)
    const both = [id, kept].map((record) => ({ kind: 'Ticket' as const, record, act }))
    await colleague.saveAll(both, { whole: true })
    // The row it holds is of the history before: the record is not there, and to ask on were to circle.
    expect(await colleague.go(5)).toMatchObject({ ended: 'done', more: false })
    const states = async () => (await colleague.database.outbox.toArray()).map(({ state }) => state)
    expect(await states()).toEqual(['parked', 'parked', 'parked'])
    expect((await colleague.ticket(id))?.thread).toHaveLength(3)
    await phone.go()
    await colleague.go()
    expect(await states()).toEqual([])
    expect((await colleague.ticket(id))?.thread).toHaveLength(3)
    expect((await colleague.ticket(kept))?.thread).toHaveLength(2)
  })
})
