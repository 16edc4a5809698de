import { Dexie } from 'dexie'
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { beforeEach, describe, expect, it } from 'vitest'
import type { CommunityId } from '../../src/domain/community'
import type { ChangeId, CompanyId, StaffId } from '../../src/domain/id'
import { openPhoneDatabase, type PhoneDatabase } from '../../src/storage/phone-database'
import { saveActs } from '../../src/storage/save-acts'
import { unsentOf } from '../../src/storage/unsent'
import { newId } from '../support/build/ids'
import { receiveTicket } from '../support/build/ticket'
import { author } from '../support/phone-parts'
import { writeDraft } from '../../src/storage/draft'
import { putDraftAway } from '../../src/storage/put-away'
import { begunDrafts } from '../../src/storage/in-hand'
import { unsentDrafts } from '../../src/storage/unsent-drafts'
import { PhoneDisk } from '../support/phone-parts'

const company = newId<CompanyId>()
const staff = newId<StaffId>()

beforeEach(() => {
  Dexie.dependencies.indexedDB = new IDBFactory()
  Dexie.dependencies.IDBKeyRange = IDBKeyRange
})

const after = async (work: (database: PhoneDatabase) => Promise<unknown>) => {
  const database = await openPhoneDatabase(company, staff)
  await work(database)
  database.close()
  return unsentOf(company, staff)
}

describe('[TD16] what keeps a person on the phone', () => {
  it('is what was put away, until it was said anew', async () => {
    const act = receiveTicket(newId<CommunityId>(), staff)
    const acts = [{ kind: 'Ticket' as const, record: newId<string>(), act }]
    const away = (database: PhoneDatabase) =>
      database.outbox.toCollection().modify({ state: 'putAway' })
    const first = await after(async (database) => {
      await saveActs(database, acts, author(staff, 1))
      await away(database)
    })
    expect(first).toEqual({ unsent: 1, begun: 0 })
    const replaced = { replacedBy: newId<ChangeId>() }
    const then = await after((database) => database.outbox.toCollection().modify(replaced))
    expect(then).toEqual({ unsent: 0, begun: 0 })
  })

  it('is an act or a photo that was spoilt, unless the server has it; a draft was only begun', async () => {
    const row = (table: string, key: string, raw: unknown) => ({
      ...{ key: `${table}/${key}`, table, why: 'shape' as const, at: 1, scope: null, raw },
    })
    const left = await after((database) =>
      database.damaged.bulkAdd([
        ...[row('outbox', '1', null), row('outbox', '2', { state: 'settled' })],
        ...[row('photos', 'a', { state: 'waiting' }), row('photos', 'b', { state: 'confirmed' })],
        ...[row('drafts', 'snap', {}), row('tickets', 'c', {})],
      ]),
    )
    expect(left).toEqual({ unsent: 2, begun: 1 })
  })
})

it('[EX10] takes along what was put away too: its words are nowhere else', async () => {
  const database = await new PhoneDisk().open()
  await writeDraft(database, 'wrap-up/x/2026-11-29', { words: '水泵等垫片' }, 1)
  await putDraftAway(database, 'wrap-up/x/2026-11-29', 2)
  expect(await begunDrafts(database)).toEqual([])
  expect(await unsentDrafts(database)).toMatchObject([{ value: { words: '水泵等垫片' } }])
  database.close()
})
