import { nameId, newId } from '../../../src/device/ids'
import type { CommunityId } from '../../../src/domain/community'
import type { StaffId } from '../../../src/domain/id'
import { PhoneDatabase } from '../../../src/storage/phone-database'
import { saveActs } from '../../../src/storage/save-acts'
import { receiveTicket } from '../../../tests/support/build/ticket'

/** What the phone's memory costs, beside the browser's own database with the same bytes. */
interface Pair {
  readonly ours: number[]
  readonly raw: number[]
}

interface Saves extends Pair {
  /** The same two values raw, in tables with the indexes ours have. */
  readonly indexed: number[]
}

const staff = newId() as StaffId
const community = newId() as CommunityId

const promised = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((done, fail) => {
    request.onsuccess = () => done(request.result)
    request.onerror = () => fail(request.error ?? new Error('request'))
  })

const ended = (transaction: IDBTransaction): Promise<void> =>
  new Promise((done, fail) => {
    transaction.oncomplete = () => done()
    transaction.onabort = () => fail(transaction.error ?? new Error('aborted'))
  })

const TABLES = ['tickets', 'outbox'] as const

/** Two tables as ours declares them, opened without our library. */
const openIndexed = async (ours: PhoneDatabase): Promise<IDBDatabase> => {
  const request = indexedDB.open('bench-indexed', 1)
  request.onupgradeneeded = () => {
    for (const table of TABLES) {
      const { indexes } = ours.table(table).schema
      const store = request.result.createObjectStore(
        table,
        table === 'tickets' ? { keyPath: 'id' } : { autoIncrement: true },
      )
      for (const { name, keyPath, multi } of indexes)
        store.createIndex(name, keyPath ?? name, { multiEntry: multi === true })
    }
  }
  return promised(request)
}

const openRaw = (): Promise<IDBDatabase> => {
  const request = indexedDB.open('bench-raw', 1)
  request.onupgradeneeded = () => {
    request.result.createObjectStore('records', { keyPath: 'id' }).createIndex('dueAt', 'dueAt')
    request.result.createObjectStore('outbox', { autoIncrement: true })
  }
  return promised(request)
}

const took = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now()
  await work()
  return performance.now() - began
}

/** One act saved: record and change, strict; and the same two values in one raw strict transaction. */
const saves = async (times: number): Promise<Saves> => {
  const database = new PhoneDatabase('bench-ours')
  await database.open()
  const raw = await openRaw()
  const indexed = await openIndexed(database)
  const pair: Saves = { ours: [], raw: [], indexed: [] }
  for (let each = 0; each < times; each += 1) {
    const record = newId()
    const act = receiveTicket(community, staff)
    const author = { staff, at: Date.now(), clockOffset: 0, newId, nameId }
    pair.ours.push(await took(() => saveActs(database, [{ kind: 'Ticket', record, act }], author)))
    const held = await database.tickets.get(record)
    const [change] = await database.outbox.reverse().limit(1).toArray()
    pair.raw.push(
      await took(async () => {
        const both = raw.transaction(['records', 'outbox'], 'readwrite', { durability: 'strict' })
        both.objectStore('records').put(held)
        both.objectStore('outbox').add(change)
        await ended(both)
      }),
    )
    pair.indexed.push(
      await took(async () => {
        const both = indexed.transaction(TABLES, 'readwrite', { durability: 'strict' })
        both.objectStore('tickets').put(held)
        both.objectStore('outbox').add(change)
        await ended(both)
      }),
    )
  }
  return pair
}

/** The database of whoever is signed in, which the app shows. */
const openShown = async (): Promise<PhoneDatabase> => {
  const { name } =
    (await indexedDB.databases()).find((each) => each.name?.startsWith('mengya/')) ?? {}
  if (!name) throw new Error('Nobody is signed in here')
  const database = new PhoneDatabase(name)
  await database.open()
  return database
}

/** 50 of 100,000 by an index, ours and raw, over the same rows; they stay in the app's own list. */
const queries = async (rows: number, times: number): Promise<Pair> => {
  const database = await openShown()
  const held = await database.tickets.where('lists').equals('open').first()
  if (!held) throw new Error('There is no open ticket to copy')
  const raw = await openRaw()
  for (let at = 0; at < rows; at += 5_000) {
    const many = Array.from({ length: 5_000 }, (_, each) => {
      const id = newId() as never
      return { ...held, id, record: { ...held.record, id }, dueAt: at + each }
    })
    await database.tickets.bulkPut(many)
    const both = raw.transaction('records', 'readwrite')
    for (const row of many) both.objectStore('records').put(row)
    await ended(both)
  }
  const pair: Pair = { ours: [], raw: [] }
  for (let each = 0; each < times; each += 1) {
    const from = Math.floor((rows * each) / times)
    pair.ours.push(
      await took(() => database.tickets.where('dueAt').aboveOrEqual(from).limit(50).toArray()),
    )
    pair.raw.push(
      await took(() => {
        const index = raw.transaction('records').objectStore('records').index('dueAt')
        return promised(index.getAll(IDBKeyRange.lowerBound(from), 50))
      }),
    )
  }
  return pair
}

Object.assign(globalThis, { bench: { saves, queries } })
