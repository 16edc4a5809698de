import { Dexie } from 'dexie'
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { PhoneDatabase, TABLE_OF } from '../../src/storage/phone-database'
import { countTickets, ticketIds, ticketsOf } from '../../src/storage/ticket-list'
import { STEPS } from '../../src/storage/versions'
import { exchange } from '../../src/sync/exchange'
import { freshMemory } from '../../src/sync/poison'
import { never, setUpPhone } from '../support/exchange-phone'

/** What each step was when it was released. A step never changes: a new one gets a line at the end. */
const RELEASED = [
  '6dc53193e564ca4e',
  '4289c48614f73753',
  '46474c2706e523ac',
  '47fa0994a417f7a3',
  '6413929a412f1253',
  '280b30b99ec9153e',
  'ae78feb0aa1f7afe',
  'f90ea3b8f102d592',
  'a0134b69df508444',
  '0a5a446365c657bd',
  'cdbac33584c9e983',
  '249b1bc56259007e',
  '82a43a61149fdbcc',
  '50cb4f62b1553c68',
  '9d7be1acc1869f4b',
  '70e39d26a1e362a8',
  'ff49ee896ff9899b',
  '71acff74a2d20943',
  '7b3b11e127b41264',
  '91dba26ca4f0c07a',
  '9eab7aadd5694b40',
  'a3cc223d847a74c7',
  'b8c58f017b781973',
]

const hashOf = (step: object) =>
  createHash('sha256').update(JSON.stringify(step)).digest('hex').slice(0, 16)

describe('[ST10] the steps of the phone’s database', () => {
  it('are only ever added to', () => {
    const versions = STEPS.map(({ version }) => version)
    expect(versions).toEqual([...new Set(versions)].sort((one, other) => one - other))
    expect(STEPS.map(hashOf)).toEqual(RELEASED)
  })
})

type Phone = Awaited<ReturnType<typeof setUpPhone>>
type Rows = ReadonlyMap<string, readonly Record<string, unknown>[]>

const rowsOf = async (database: Dexie): Promise<Rows> => {
  const rows = new Map<string, Record<string, unknown>[]>()
  for (const { name } of database.tables)
    rows.set(name, await database.table<Record<string, unknown>>(name).toArray())
  return rows
}

const HELD = ['id', 'record', 'scope', 'revision', 'epoch', 'photosMissing']
const isHeldTable = (name: string) => (Object.values(TABLE_OF) as string[]).includes(name)

/** Before step 3 what was put right stood among the others by the clock it once had. */
const ORDER_STEP = 3
const orderedAsThen = (table: string, row: Record<string, unknown>, version: number) =>
  table === 'tickets' && version <= ORDER_STEP && row['openAt'] !== undefined
    ? { ...row, openAt: row['dueAt'] }
    : row

/** Before step 6 a ticket without voice notes, and with none joined to it, did not say so. */
const SCHEMA_2_STEP = 6
const recordAsThen = (table: string, row: Record<string, unknown>, version: number) => {
  if (table !== 'tickets' || version > SCHEMA_2_STEP) return row
  const { sounds: _, joined: _j, ...record } = row['record'] as Record<string, unknown>
  return { ...row, record }
}

/** A row as the app of that step wrote it: without the fields only later indexes ask for. */
const asThen = (table: string, row: Record<string, unknown>, index: string) => {
  if (!isHeldTable(table)) return row
  const known = new Set([...HELD, ...index.split(/[^A-Za-z]+/)])
  return Object.fromEntries(Object.entries(row).filter(([field]) => known.has(field)))
}

/** The same phone as it was before a step, with all that is on it. */
const phoneBefore = async (version: number, rows: Rows, factory: IDBFactory): Promise<void> => {
  const old = new Dexie('mengya/old', { indexedDB: factory, IDBKeyRange })
  const indexes = new Map<string, string>()
  for (const step of STEPS.filter((each) => each.version < version)) {
    old.version(step.version).stores(step.stores)
    for (const [table, index] of Object.entries(step.stores)) indexes.set(table, index)
  }
  await old.open()
  for (const [table, index] of indexes)
    await old
      .table(table)
      .bulkAdd(
        (rows.get(table) ?? []).map((row) =>
          asThen(table, recordAsThen(table, orderedAsThen(table, row, version), version), index),
        ),
      )
  old.close()
}

const goOn = async (phone: Phone, database: PhoneDatabase) => {
  const memory = freshMemory()
  for (let round = 0; round < 20; round += 1) {
    const result = await exchange({ ...phone.parts, database }, memory, never)
    if (result.ended === 'again' || (result.ended === 'done' && result.more)) continue
    return result.ended
  }
  return 'circling'
}

describe.each(STEPS.filter(({ version }) => version > 1))(
  '[ST10] a phone of before step $version',
  ({ version }) => {
    let phone: Phone
    let database: PhoneDatabase
    let before: Rows

    beforeEach(async () => {
      phone = await setUpPhone()
      const sent = await phone.newTicket('已经上传的滴水')
      const fixed = await phone.newTicket('修好的灯')
      await phone.save(fixed, { act: 'accept', from: 'received' })
      await phone.save(fixed, { act: 'resolve', from: 'accepted', words: '', photos: [] })
      await phone.go()
      await phone.save(sent, { act: 'say', words: '还没上传的话', photos: [] })
      await phone.newTicket('还没上传的门')
      await phone.database.drafts.put({ key: `say/${sent}`, value: { words: '写了一半' }, at: 1 })
      const blob = new Uint8Array([1, 2, 3]) as unknown as Blob
      const photo = { sha256: 'a'.repeat(64), type: 'image/webp', bytes: 3, takenAt: 1 } as const
      await phone.database.photos.put({ ...photo, blob, state: 'waiting' })
      before = await rowsOf(phone.database)
      const factory = new IDBFactory()
      await phoneBefore(version, before, factory)
      database = new PhoneDatabase('mengya/old', factory, IDBKeyRange)
      await database.open()
    })
    afterEach(() => {
      database.close()
      phone.database.close()
    })

    it('has everything that was on it, unsent work, drafts and photos too', async () => {
      const after = await rowsOf(database)
      for (const [table, rows] of before) expect([table, after.get(table)]).toEqual([table, rows])
      expect(after.get('outbox')).toHaveLength(2)
      expect(after.get('drafts')).toHaveLength(1)
    })

    it('finds its old rows in the new lists', async () => {
      const query = {
        filter: 'open',
        kind: null,
        handler: null,
        places: null,
        order: null,
      } as const
      const ids = await ticketIds(database, { ...query, words: '滴水', placesOf: () => [], now: 0 })
      expect((await ticketsOf(database, ids)).map(({ title }) => title)).toEqual(['已经上传的滴水'])
      expect(await countTickets(database, 'open', 0)).toBe(3)
    })

    it('sends what it had not sent', async () => {
      expect(await goOn(phone, database)).toBe('done')
      expect(await database.outbox.count()).toBe(0)
      const { records } = phone.store.stateOf(phone.server.company)
      const threads = [...records.values()].map(({ body }) => ('thread' in body ? body.thread : []))
      expect(threads.map((thread) => thread.length).sort()).toEqual([1, 2, 3])
    })
  },
)
