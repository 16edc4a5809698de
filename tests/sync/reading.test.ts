import { describe, expect, it } from 'vitest'
import { eraseAgain, eraseRecord } from '../../server/acceptance/erase-record'
import { DAY } from '../../src/domain/instant'
import { applyChange } from '../../src/protocol/apply-change'
import { readDraft, writeDraft } from '../../src/storage/draft'
import { readMeta } from '../../src/storage/meta'
import { uploadStateOf } from '../../src/storage/upload-state'
import { exchange } from '../../src/sync/exchange'
import { freshMemory } from '../../src/sync/poison'
import type { SyncWire } from '../../src/sync/wire'
import { nameId, newId } from '../support/build/ids'
import { receiveTicket } from '../support/build/ticket'
import { exchangePhone, never, setUpPhone } from '../support/exchange-phone'
import { SCHEMA } from '../../src/protocol/version'

type Phone = Awaited<ReturnType<typeof exchangePhone>>

/** Asks for the fewest rows there are, so that a reading takes several calls. */
const inSmallPages = (inner: SyncWire): SyncWire => ({
  post: (request, signal) => inner.post({ ...request, want: 200 }, signal),
})

/** A colleague who writes so many tickets, fifty in a version. */
const fill = async ({ server }: Phone, count: number) => {
  const li = await server.phone(['steward'])
  for (let done = 0; done < count; done += 50)
    await li.sync(
      Array.from({ length: Math.min(50, count - done) }, () =>
        li.change('Ticket', newId(), receiveTicket(server.community, li.caller.staff)),
      ),
    )
  return li
}

const once = (phone: Phone) => exchange(phone.parts, freshMemory(), never)

describe('[SY54] a reading', () => {
  it('names what is not read to its end, and is whole only when there is no more', async () => {
    const phone = await setUpPhone({ between: inSmallPages })
    await fill(phone, 250)
    expect(await once(phone)).toMatchObject({ ended: 'done', more: true, rows: 200 })
    expect(await readMeta(phone.database, 'incomplete')).toHaveLength(
      phone.caller.current.scopes.length,
    )
    expect(await readMeta(phone.database, 'wholeSince')).toBeUndefined()
    expect(await once(phone)).toMatchObject({ ended: 'done', more: false, rows: 50 })
    expect(await readMeta(phone.database, 'incomplete')).toEqual([])
    expect(await readMeta(phone.database, 'wholeSince')).toBeDefined()
  })

  it('[SY12] [SY56] an answered act stays on top until its row comes, pages later', async () => {
    const phone = await setUpPhone({ between: inSmallPages })
    const li = await fill(phone, 1)
    const [id] = [...phone.store.stateOf(phone.server.company).records.values()].map((r) => r.id)
    if (id === undefined) throw new Error('nothing was written')
    await phone.go()
    await fill(phone, 250)
    await phone.save(id, { act: 'say', words: '我说的', photos: [] })
    expect(await once(phone)).toMatchObject({ more: true })
    expect(await phone.database.journal.count()).toBe(0)
    expect(await phone.database.outbox.count()).toBe(1)
    expect((await phone.ticket(id))?.thread).toHaveLength(2)
    expect(await uploadStateOf(phone.database, 'Ticket', id)).toBe('uploaded')
    await phone.go()
    expect(await phone.database.journal.count()).toBe(1)
    expect(await phone.database.outbox.count()).toBe(0)
    expect((await phone.ticket(id))?.thread).toHaveLength(2)
    expect(li.seq).toBe(1)
  })

  it('[SY11] that an older app cannot end drops nothing and stays unfinished', async () => {
    const rules = { apply: applyChange, rowSchema: SCHEMA }
    const phone = await setUpPhone({ between: inSmallPages }, rules)
    await fill(phone, 250)
    await phone.go()
    const backup = phone.store.stateOf(phone.server.company)
    await fill(phone, 50)
    await phone.go()
    phone.store.restore(phone.server.company, backup)
    await fill(phone, 50)
    expect(await once(phone)).toEqual({ ended: 'again' })
    expect(await once(phone)).toMatchObject({ ended: 'done', more: true })
    const held = await phone.database.tickets.count()
    rules.rowSchema = SCHEMA + 1
    await phone.newTicket('旧版也记得下')
    expect(await once(phone)).toMatchObject({ ended: 'done', more: false })
    expect(await phone.database.tickets.count()).toBe(held + 1)
    expect(await readMeta(phone.database, 'incomplete')).not.toEqual([])
    expect(await readMeta(phone.database, 'mustUpdate')).toBe(true)
    rules.rowSchema = SCHEMA
    await phone.go()
    expect(await phone.database.tickets.count()).toBe(301)
    expect(await readMeta(phone.database, 'mustUpdate')).toBe(false)
  })

  it('[SY29] from nothing drops what it does not bring: a phone that was away for 400 days', async () => {
    const phone = await setUpPhone()
    const [gone, kept] = [await phone.newTicket('抹掉的'), await phone.newTicket('还在的')]
    await phone.go()
    const { store, server, staff } = phone
    await eraseRecord(
      store,
      server.company,
      { kind: 'Ticket', id: gone, at: server.clock, by: staff, reason: 'asked' },
      { newMark: () => newId<string>(), nameId, writeDown: () => Promise.resolve() },
    )
    store.restore(server.company, { ...store.stateOf(server.company), gone: [] })
    server.clock += 401 * DAY
    await phone.go()
    expect(await phone.ticket(gone)).toBeUndefined()
    expect(await phone.ticket(kept)).toBeDefined()
  })
})

describe('[SY48] what a restored server erased again', () => {
  it('leaves a phone that had it from the history before, drafts too', async () => {
    const phone = await setUpPhone()
    const { store, server } = phone
    const id = await phone.newTicket('备份前')
    await phone.go()
    const backup = store.stateOf(server.company)
    const away = await exchangePhone(server)
    for (let index = 0; index < 5; index += 1)
      await phone.save(id, { act: 'say', words: '备份后', photos: [] })
    await phone.go()
    await away.go()
    await writeDraft(away.database, `ticket/${id}/say`, { words: '写了一半' }, 1)
    store.restore(server.company, { ...backup, periods: store.stateOf(server.company).periods })
    const [scope] = [...backup.records.values()].map((row) => row.scope)
    await eraseAgain(
      store,
      server.company,
      {
        ...{ kind: 'Ticket', id, at: server.clock, by: phone.staff, reason: 'asked' },
        ...{ scopes: scope ? [scope] : [], photos: [] },
      },
      { newMark: () => newId<string>(), nameId },
    )
    expect(await away.go()).toMatchObject({ ended: 'done' })
    expect(await away.ticket(id)).toBeUndefined()
    expect(await readDraft(away.database, `ticket/${id}/say`)).toBeUndefined()
  })
})
