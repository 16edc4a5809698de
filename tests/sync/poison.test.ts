import { describe, expect, it } from 'vitest'
import type { TicketId } from '../../src/domain/ticket/ticket'
import { readMeta } from '../../src/storage/meta'
import { uploadLines, uploadStateOf } from '../../src/storage/upload-state'
import type { SyncWire } from '../../src/sync/wire'
import { newId } from '../support/build/ids'
import { receiveTicket } from '../support/build/ticket'
import { setUpPhone } from '../support/exchange-phone'

/** A gateway that refuses any body in which one of these words stands. */
const gateway = (words: readonly string[]) => {
  const sizes: number[] = []
  const between = (inner: SyncWire): SyncWire => ({
    post: (request, signal) => {
      sizes.push(request.changes.length)
      const text = JSON.stringify(request)
      return words.some((word) => text.includes(word))
        ? Promise.resolve({ reached: true, status: 413, body: null, retryAfter: null })
        : inner.post(request, signal)
    },
  })
  return { between, sizes }
}

describe('[SY46] a change that makes the call itself fail', () => {
  it('is found by halving, withdrawn, kept and shown; all the others go up', async () => {
    const { between, sizes } = gateway(['坏的'])
    const phone = await setUpPhone({ between })
    const good: string[] = []
    for (let index = 0; index < 40; index += 1) {
      if (index === 23) continue
      good.push(await phone.newTicket(`第${index}件`))
    }
    const bad = await phone.newTicket('坏的')
    const last = await phone.newTicket('最后一件')
    expect(await phone.go()).toMatchObject({ ended: 'done' })
    for (const id of [...good, last])
      expect(await uploadStateOf(phone.database, 'Ticket', id)).toBe('uploaded')
    expect(await uploadStateOf(phone.database, 'Ticket', bad)).toBe('needsYou')
    const lines = await uploadLines(phone.database, 99)
    expect(lines.find(({ id }) => id === bad)).toMatchObject({ refusal: 'withdrawn' })
    expect(sizes.length).toBeLessThan(20)
    const [kept] = await phone.database.outbox.toArray()
    expect(kept?.change.act).toMatchObject({ act: 'receive', title: '坏的' })
  })

  it('inside a group takes the whole group with it, and nothing else', async () => {
    const { between } = gateway(['坏的'])
    const phone = await setUpPhone({ between })
    const before = await phone.newTicket('先')
    const group = [newId<TicketId>(), newId<TicketId>(), newId<TicketId>()]
    const titles = ['一', '坏的', '三']
    await phone.saveAll(
      group.map((record, index) => ({
        kind: 'Ticket',
        record,
        act: receiveTicket(phone.server.community, phone.staff, { title: titles[index] ?? '' }),
      })),
      { whole: true },
    )
    const after = await phone.newTicket('后')
    expect(await phone.go()).toMatchObject({ ended: 'done' })
    for (const id of group)
      expect(await uploadStateOf(phone.database, 'Ticket', id)).toBe('needsYou')
    for (const id of [before, after])
      expect(await uploadStateOf(phone.database, 'Ticket', id)).toBe('uploaded')
    expect(phone.store.stateOf(phone.server.company).records.size).toBe(2)
  })

  it('that not even a stand-in can be sent for steps aside, and the rest goes up', async () => {
    const phone = await setUpPhone()
    const before = await phone.newTicket('好的')
    const bad = await phone.newTicket('坏的')
    const after = await phone.newTicket('也好')
    await phone.database.outbox.toCollection().modify((item) => {
      if (item.key === `Ticket/${bad}`) Object.assign(item.change, { id: 'not-a-uuid' })
    })
    expect(await phone.go()).toMatchObject({ ended: 'done' })
    for (const id of [before, after])
      expect(await uploadStateOf(phone.database, 'Ticket', id)).toBe('uploaded')
    expect(await uploadStateOf(phone.database, 'Ticket', bad)).toBe('needsYou')
    expect(await phone.ticket(bad)).toBeUndefined()
  })

  it('is not blamed for a cursor the server cannot read: that is thrown away', async () => {
    const phone = await setUpPhone()
    const first = await phone.newTicket('早上')
    await phone.go()
    await phone.database.meta.put({ key: 'cursor', value: 'unreadable' })
    const second = await phone.newTicket('下午')
    expect(await phone.go()).toMatchObject({ ended: 'done' })
    for (const id of [first, second])
      expect(await uploadStateOf(phone.database, 'Ticket', id)).toBe('uploaded')
    expect(await readMeta(phone.database, 'cursor')).not.toBe('unreadable')
  })

  it('is not blamed when the server refuses everything', async () => {
    const { between } = gateway(['protocol'])
    const phone = await setUpPhone({ between })
    const id = await phone.newTicket('好的')
    expect(await phone.go()).toMatchObject({ ended: 'trouble', kind: 'too-large' })
    expect(await uploadStateOf(phone.database, 'Ticket', id)).toBe('onPhone')
    expect(await phone.ticket(id)).toBeDefined()
  })
})
