import { nameId, newId } from '../../../src/device/ids'
import type { StaffId } from '../../../src/domain/id'
import { PhoneDatabase, TABLE_OF } from '../../../src/storage/phone-database'
import { exchange } from '../../../src/sync/exchange'
import { freshMemory } from '../../../src/sync/poison'
import { fetchWire, type SyncWire } from '../../../src/sync/wire'

const never = new AbortController().signal

/** From an empty database to the last record in it, with the parts the app downloads with. */
const download = async (staff: StaffId) => {
  const database = new PhoneDatabase(`bench/${newId()}`)
  await database.open()
  let calls = 0
  let onTheWay = 0
  const wire = fetchWire(fetch.bind(globalThis))
  const fetched: SyncWire = {
    post: async (request, signal) => {
      calls += 1
      const sentAt = performance.now()
      const reply = await wire.post(request, signal)
      onTheWay += performance.now() - sentAt
      return reply
    },
  }
  const parts = {
    ...{ database, staff, wire: fetched, newId, nameId, app: 'bench' },
    now: () => Date.now(),
  }
  const memory = freshMemory()
  const began = performance.now()
  for (let more = true; more;) {
    const result = await exchange(parts, memory, never)
    if (result.ended === 'again') continue
    if (result.ended !== 'done') throw new Error(result.ended)
    more = result.more
  }
  const took = performance.now() - began
  const tables = Object.values(TABLE_OF)
  const counts = await Promise.all(tables.map((table) => database.table(table).count()))
  return { took, calls, onTheWay, records: counts.reduce((sum, count) => sum + count, 0) }
}

Object.assign(globalThis, { bench: download })
