import { IDBObjectStore } from 'fake-indexeddb'
import { afterEach, describe, expect, it } from 'vitest'
import type { DeviceId } from '../../src/domain/id'
import { readMeta, writeMeta } from '../../src/storage/meta'
import type { PhoneDatabase } from '../../src/storage/phone-database'
import { becomeNewDevice } from '../../src/storage/requeue'
import { uploadStateOf } from '../../src/storage/upload-state'
import { exchange } from '../../src/sync/exchange'
import { freshMemory } from '../../src/sync/poison'
import type { SyncWire } from '../../src/sync/wire'
import { newId } from '../support/build/ids'
import { never, setUpPhone } from '../support/exchange-phone'

const { put } = IDBObjectStore.prototype
afterEach(() => {
  IDBObjectStore.prototype.put = put
})

/** Something happens on the phone after the server answered and before the answer is here. */
const meanwhile = () => {
  const step: { happens: ((database: PhoneDatabase) => Promise<unknown>) | null } = {
    happens: null,
  }
  const held: { database: PhoneDatabase | null } = { database: null }
  const between = (inner: SyncWire): SyncWire => ({
    post: async (request, signal) => {
      const reply = await inner.post(request, signal)
      const { happens } = step
      step.happens = null
      if (happens && held.database) await happens(held.database)
      return reply
    },
  })
  return { between, step, held }
}

const setUp = async () => {
  const { between, step, held } = meanwhile()
  const phone = await setUpPhone({ between })
  held.database = phone.database
  const once = () => exchange(phone.parts, freshMemory(), never)
  return { ...phone, step, once }
}

const everything = (database: PhoneDatabase) =>
  Promise.all(database.tables.map(async (table) => [table.name, await table.toArray()]))

describe('[SY41] an answer is thrown away', () => {
  it('where the phone is another device meanwhile', async () => {
    const { step, once, newTicket, database, store, server, go } = await setUp()
    const id = await newTicket('漏水')
    const device = newId<DeviceId>()
    step.happens = (own) => becomeNewDevice(own, device)
    expect(await once()).toEqual({ ended: 'again' })
    expect(await uploadStateOf(database, 'Ticket', id)).toBe('onPhone')
    expect(await go()).toMatchObject({ ended: 'done' })
    expect(await uploadStateOf(database, 'Ticket', id)).toBe('uploaded')
    expect(await readMeta(database, 'device')).toBe(device)
    expect(store.stateOf(server.company).log.size).toBe(1)
  })

  it('where another tab has pulled meanwhile', async () => {
    const { step, once, go, database } = await setUp()
    await go()
    step.happens = (own) => writeMeta(own, 'cursor', 'of another tab')
    expect(await once()).toEqual({ ended: 'again' })
    expect(await readMeta(database, 'cursor')).toBe('of another tab')
  })

  it('where the changes it carried no longer stand at the head of the outbox', async () => {
    const { step, once, newTicket, database } = await setUp()
    await newTicket('一')
    await newTicket('二')
    step.happens = async (own) => {
      const [first] = await own.outbox.toArray()
      if (first) await own.outbox.update(first.order, { state: 'refused' })
    }
    const before = (await database.outbox.toArray()).length
    expect(await once()).toEqual({ ended: 'again' })
    const after = await database.outbox.toArray()
    expect(after).toHaveLength(before)
    expect(after.map(({ outcome }) => outcome)).toEqual([null, null])
  })

  it('is not where something was saved meanwhile', async () => {
    const { step, once, newTicket, database } = await setUp()
    const first = await newTicket('一')
    let second = ''
    step.happens = async () => {
      second = await newTicket('二')
    }
    expect(await once()).toMatchObject({ ended: 'done', more: true })
    expect(await uploadStateOf(database, 'Ticket', first)).toBe('uploaded')
    expect(await uploadStateOf(database, 'Ticket', second)).toBe('onPhone')
  })
})

describe('[SY41] an answer is taken whole or not at all', () => {
  it('rows, outcomes and cursor stay as they were where the disk is full in the midst', async () => {
    const { once, newTicket, database, go } = await setUp()
    await go()
    await newTicket('自己的')
    const before = await everything(database)
    IDBObjectStore.prototype.put = function (
      this: IDBObjectStore,
      ...args: Parameters<typeof put>
    ) {
      const [value] = args as readonly { key?: unknown }[]
      if (this.name === 'meta' && value?.key === 'cursor')
        throw new DOMException('full', 'QuotaExceededError')
      return put.apply(this, args)
    }
    await expect(once()).rejects.toMatchObject({ name: 'QuotaExceededError' })
    IDBObjectStore.prototype.put = put
    expect(await everything(database)).toEqual(before)
    expect(await go()).toMatchObject({ ended: 'done' })
    expect(await database.outbox.count()).toBe(0)
  })
})
