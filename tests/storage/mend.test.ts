import type { DBCoreTable } from 'dexie'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { grantScopes } from '../../server/acceptance/grant-scopes'
import { readHistory } from '../../server/acceptance/history'
import type { TicketId } from '../../src/domain/ticket/ticket'
import { damagedItems } from '../../src/storage/damaged'
import { mend } from '../../src/storage/mend'
import type { PhoneDatabase } from '../../src/storage/phone-database'
import { refusedWork } from '../../src/storage/refused-work'
import { soundnessOf } from '../../src/storage/soundness'
import { uploadStateOf } from '../../src/storage/upload-state'
import { fetchAnew } from '../../src/sync/fetch-anew'
import type { AskHistory } from '../../src/sync/history-wire'
import { diskOf } from '../fixture/phone-dump'
import earlier from '../fixture/schema-1/phone.json'
import { nameId, newId } from '../support/build/ids'
import { receiveTicket } from '../support/build/ticket'
import { setUpPhone } from '../support/exchange-phone'
import { PhoneDisk } from '../support/phone-parts'
import type { Weather } from '../support/server-wire'

const HASH = 'a'.repeat(64)

let phone: Awaited<ReturnType<typeof setUpPhone>>
beforeEach(async () => {
  phone = await setUpPhone()
})
afterEach(() => phone.database.close())

const mendIt = () => mend(phone.database, { now: phone.server.clock, nameId })

/** What is there of a row is written over, as a disk or another program might. */
const spoil = (table: string, key: string | number, change: object) =>
  phone.database.table(table).update(key, change)

/** The server, as long as it can be reached. */
const ask: AskHistory = async (about) => {
  const { company, clock: _, ...server } = phone.server
  const scopes = [`community:${server.community}`] as const
  const caller = { company, staff: phone.staff, roles: ['steward'] as const, scopes }
  return readHistory(phone.store, caller, about, Number.MAX_SAFE_INTEGER)
}

const fetchIt = (from: AskHistory = ask) =>
  fetchAnew({ database: phone.database, ask: from, nameId, now: () => phone.server.clock })

/** A disk that has the key of a row and no longer what stands under it. */
const loseRow = (database: PhoneDatabase, table: string, key: string | number): void => {
  const refuse = (keys: readonly unknown[]) => {
    if (keys.includes(key)) throw new DOMException('lost', 'UnknownError')
  }
  const lossy = (below: DBCoreTable): DBCoreTable => ({
    ...below,
    get: async (request) => {
      refuse([request.key])
      return (await below.get(request)) as unknown
    },
    getMany: (request) => {
      refuse(request.keys)
      return below.getMany(request)
    },
  })
  database.use({
    ...{ stack: 'dbcore', name: 'damage' },
    create: (core) => ({
      ...core,
      table: (name) => (name === table ? lossy(core.table(name)) : core.table(name)),
    }),
  })
}

const setAside = async () =>
  (await damagedItems(phone.database)).map(({ table, why }) => [table, why])

describe('[ST12] what no longer reads', () => {
  it('is nothing of what was written here by this app or an earlier one', async () => {
    await phone.newTicket('好好的')
    await phone.go()
    await phone.newTicket('还没传的')
    expect(await mendIt()).toBe(0)
    const disk = await diskOf(earlier, 'mengya/test')
    const database = await new PhoneDisk(disk).open()
    expect(await mend(database, { now: 1, nameId })).toBe(0)
    database.close()
  })

  it('keeps no earlier app’s database from opening with the app of today', async () => {
    const dump = {
      ...earlier,
      tables: earlier.tables.map((table) =>
        table.name === 'tickets'
          ? {
              ...table,
              rows: table.rows.map((row, at) => (at === 0 ? { ...row, record: 7 } : row)),
            }
          : table,
      ),
    }
    const database = await new PhoneDisk(await diskOf(dump, 'mengya/test')).open()
    expect(await mend(database, { now: 1, nameId })).toBe(1)
    expect(await database.damaged.toArray()).toMatchObject([{ table: 'tickets' }])
    database.close()
  })

  it('is set aside as it was found, a record comes anew from the server, the rest stays', async () => {
    const [id, other] = [await phone.newTicket('2号泵滴水'), await phone.newTicket('灯不亮')]
    await phone.go()
    const row = await phone.database.tickets.get(id)
    await spoil('tickets', id, { record: { title: 7, half: '的记录' } })
    expect(await mendIt()).toBe(1)
    expect(await setAside()).toEqual([['tickets', 'shape']])
    const [item] = await damagedItems(phone.database)
    expect(item?.raw).toMatchObject({ id, record: { title: 7, half: '的记录' } })
    expect(await phone.ticket(id)).toBeUndefined()
    expect((await phone.ticket(other))?.title).toBe('灯不亮')
    await fetchIt(() => Promise.resolve(null))
    await fetchIt()
    expect(await phone.database.tickets.get(id)).toEqual(row)
    expect(await mendIt()).toBe(0)
  })

  it('of a record with acts that wait is made anew here, and the acts still go', async () => {
    const id = await phone.newTicket('2号泵滴水')
    await phone.go()
    await phone.save(id, { act: 'say', words: '没信号时写的', photos: [] })
    await spoil('tickets', id, { record: null })
    expect(await mendIt()).toBe(1)
    expect((await phone.ticket(id))?.thread.at(-1)).toMatchObject({ words: '没信号时写的' })
    expect(await phone.go()).toMatchObject({ ended: 'done' })
    expect(await phone.database.outbox.count()).toBe(0)
    expect((await phone.ticket(id))?.thread.at(-1)).toMatchObject({ words: '没信号时写的' })
  })

  it('of a row beneath unsent acts comes anew, and the acts stay on top of it', async () => {
    const id = await phone.newTicket('2号泵滴水')
    await phone.go()
    await phone.save(id, { act: 'say', words: '没信号时写的', photos: [] })
    await spoil('shadows', `Ticket/${id}`, { row: { kind: 'Ticket' } })
    await spoil('tickets', id, { record: 'x' })
    expect(await mendIt()).toBe(2)
    await fetchIt()
    expect((await phone.ticket(id))?.thread.at(-1)).toMatchObject({ words: '没信号时写的' })
    await phone.go()
    expect(await phone.database.outbox.count()).toBe(0)
  })

  it('among the acts that wait stops none of the others', async () => {
    const id = await phone.newTicket('2号泵滴水')
    await phone.go()
    await phone.save(id, { act: 'say', words: '坏了的一句', photos: [] })
    await phone.save(id, { act: 'say', words: '好的一句', photos: [] })
    const [first] = await phone.database.outbox.toArray()
    await spoil('outbox', first?.order ?? 0, { 'change.act': null })
    expect(await mendIt()).toBe(1)
    const said = async () =>
      (await phone.ticket(id))?.thread.flatMap((each) => ('words' in each ? each.words : []))
    expect(await said()).toContain('好的一句')
    expect(await said()).not.toContain('坏了的一句')
    expect(await phone.go()).toMatchObject({ ended: 'done' })
    expect(await phone.database.outbox.count()).toBe(0)
    expect(await said()).toContain('好的一句')
  })

  it('of what the phone remembers of itself is found out anew from the server', async () => {
    await phone.newTicket('2号泵滴水')
    await phone.go()
    await spoil('meta', 'nextSeq', { value: 'x' })
    await spoil('meta', 'device', { value: 9 })
    await spoil('meta', 'cursor', { value: {} })
    await phone.newTicket('灯不亮').catch(() => undefined)
    expect(await mendIt()).toBeGreaterThan(2)
    const id = await phone.newTicket('门关不上')
    expect(await phone.go()).toMatchObject({ ended: 'done' })
    expect(await uploadStateOf(phone.database, 'Ticket', id)).toBe('uploaded')
  })

  it('of a photo that waits asks to be taken again; one the server has leaves without a word', async () => {
    const record = newId<TicketId>()
    const hashes = [HASH, 'b'.repeat(64)]
    const photos = hashes.map((sha256) => ({
      blob: new Blob([sha256], { type: 'image/webp' }),
      ref: {
        ...{ sha256, width: 10, height: 10, bytes: 64, takenAt: 1_790_000_000_000 },
        preview: 'data:image/webp;base64,AAAA',
      },
    }))
    const refs = photos.map(({ ref }) => ref)
    const act = receiveTicket(phone.server.community, phone.staff, { photos: refs })
    await phone.saveAll([{ kind: 'Ticket', record, act }], { photos })
    await spoil('photos', HASH, { blob: null })
    await spoil('photos', 'b'.repeat(64), { blob: null, state: 'confirmed' })
    expect(await mendIt()).toBe(2)
    expect((await phone.database.photos.get(HASH))?.state).toBe('broken')
    expect(await phone.database.photos.count()).toBe(1)
    expect(await uploadStateOf(phone.database, 'Ticket', record)).toBe('needsYou')
    expect(await mendIt()).toBe(0)
  })

  it('of a draft stops no other draft', async () => {
    await phone.database.drafts.put({ key: 'snap', value: { words: '写了一半' }, at: 1 })
    await phone.database.drafts.put({ key: 'snap/photo/a', value: { ref: 1 }, at: 1 })
    expect(await mendIt()).toBe(1)
    expect(await phone.database.drafts.toCollection().primaryKeys()).toEqual(['snap'])
  })

  it('also where the browser cannot give it at all: it says so, and only that row goes', async () => {
    const [id, other] = [await phone.newTicket('2号泵滴水'), await phone.newTicket('灯不亮')]
    await phone.go()
    loseRow(phone.database, 'tickets', id)
    phone.database.close()
    await phone.database.open()
    expect(await mendIt()).toBe(1)
    expect(await setAside()).toEqual([['tickets', 'unread']])
    expect(await phone.database.tickets.toCollection().primaryKeys()).toEqual([other])
    expect((await phone.database.meta.get('fetchAnew'))?.value).toEqual([`Ticket/${id}`])
  })

  it('is found behind a page of what is newer about it', async () => {
    const [id, newer] = [await phone.newTicket('2号泵滴水'), await phone.newTicket('新的')]
    await phone.go()
    await spoil('tickets', id, { record: null })
    await mendIt()
    const { rows } = (await ask(newer, null)) ?? { rows: [] }
    await fetchIt((about, before) =>
      before === null ? Promise.resolve({ rows, more: true }) : ask(about, before),
    )
    expect(await phone.ticket(id)).toMatchObject({ title: '2号泵滴水' })
  })

  it('knows the scope it leaves with by the record it is about', async () => {
    const id = await phone.newTicket('2号泵滴水')
    await phone.go()
    await phone.save(id, { act: 'say', words: '还没上传', photos: [] })
    await spoil('shadows', `Ticket/${id}`, { row: 7 })
    await mendIt()
    const scope = `community:${phone.server.community}`
    expect(await damagedItems(phone.database)).toMatchObject([{ table: 'shadows', scope }])
  })

  it('goes with its scope, and is not asked for again where the server has nothing', async () => {
    const id = await phone.newTicket('2号泵滴水')
    await phone.go()
    await spoil('tickets', id, { record: null })
    await mendIt()
    await fetchIt(() => Promise.resolve({ rows: [], more: false }))
    expect((await phone.database.meta.get('fetchAnew'))?.value).toEqual([])
    expect(await damagedItems(phone.database)).toHaveLength(1)
    const { company, clock } = phone.server
    await grantScopes(phone.store, company, phone.staff, [], clock)
    phone.caller.current = { ...phone.caller.current, scopes: [] }
    await phone.go()
    expect(await damagedItems(phone.database)).toHaveLength(0)
  })

  /** Two tickets that stand or fall together, as joining them does. */
  const group = async () => {
    const ids = [newId<TicketId>(), newId<TicketId>()] as const
    const acts = ids.map((record, at) => {
      const act = receiveTicket(phone.server.community, phone.staff, { title: `第${at}张` })
      return { kind: 'Ticket' as const, record, act }
    })
    await phone.saveAll(acts, { whole: true })
    const [first, second] = await phone.database.outbox.orderBy('order').toArray()
    if (!first || !second) throw new Error('Nothing waits.')
    return { ids, first, second }
  }

  it('takes the rest of what stands or falls together along: nothing of it goes up', async () => {
    const { ids, first, second } = await group()
    await spoil('outbox', first.order, { state: 7 })
    expect(await mendIt()).toBe(1)
    expect(await phone.ticket(ids[0])).toBeUndefined()
    await phone.newTicket('别的')
    await phone.go()
    expect([...phone.store.stateOf(phone.server.company).records.keys()]).not.toContain(
      `Ticket/${ids[1]}`,
    )
    expect(await phone.database.outbox.toArray()).toMatchObject([
      { state: 'refused', isTorn: true, change: { id: second.change.id } },
    ])
    expect(await phone.ticket(ids[1])).toBeUndefined()
    const { refused } = await refusedWork(phone.database)
    expect(refused).toMatchObject([{ id: ids[1], isTorn: true, why: 'withdrawn' }])
  })

  it('knows by the index whose act no longer reads, and shows its record without it', async () => {
    const { ids, first, second } = await group()
    loseRow(phone.database, 'outbox', first.order)
    phone.database.close()
    await phone.database.open()
    expect(await mendIt()).toBe(1)
    expect(await setAside()).toEqual([['outbox', 'unread']])
    expect(await phone.ticket(ids[0])).toBeUndefined()
    const rest = await phone.database.outbox.get(second.order)
    expect(rest).toMatchObject({ withdrawn: true, isTorn: true })
  })

  it('tells what the server took before, its answer lost, from what it never had', async () => {
    const lost = await setUpPhone({ weather: () => sky.now })
    const sky = { now: 'lost-after' as Weather }
    const id = await lost.newTicket('到了,回话丢了')
    await lost.go()
    const [item] = await lost.database.outbox.toArray()
    await lost.database.outbox.update(item?.order ?? 0, { withdrawn: true, isTorn: true })
    sky.now = 'fine'
    await lost.go()
    expect((await refusedWork(lost.database)).refused).toEqual([])
    expect((await lost.ticket(id))?.title).toBe('到了,回话丢了')
    lost.database.close()
  })

  it('set aside twice under one key it is there twice', async () => {
    const id = await phone.newTicket('2号泵滴水')
    await phone.go()
    for (const title of [7, 8]) {
      await spoil('tickets', id, { record: { title } })
      await mendIt()
      await fetchIt()
    }
    const raws = (await damagedItems(phone.database)).map(({ raw }) => raw)
    expect(raws).toMatchObject([{ record: { title: 7 } }, { record: { title: 8 } }])
  })

  it('of a photo is asked for three times before it is called lost', async () => {
    const { blob, ref } = { blob: new Blob(['x'], { type: 'image/webp' }), ref: HASH }
    let times = 0
    const slow = vi.spyOn(Blob.prototype, 'slice').mockImplementation(() => {
      times += 1
      return (
        times < 3 ? { arrayBuffer: () => Promise.reject(new Error('busy')) } : new Blob(['x'])
      ) as Blob
    })
    const row = { sha256: ref, blob, type: 'image/webp', bytes: 1, takenAt: 1, state: 'waiting' }
    expect(await soundnessOf('photos')?.(row)).toBe(true)
    slow.mockRestore()
  })
})
