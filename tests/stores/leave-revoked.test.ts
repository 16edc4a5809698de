// @vitest-environment happy-dom
import { Dexie } from 'dexie'
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CommunityId } from '../../src/domain/community'
import type { CompanyId, StaffId } from '../../src/domain/id'
import { writeDraft } from '../../src/storage/draft'
import { writeMeta } from '../../src/storage/meta'
import { databaseName, openPhoneDatabase } from '../../src/storage/phone-database'
import { saveActs } from '../../src/storage/save-acts'
import { noteExported } from '../../src/storage/unsent-work'
import { leaveRevoked } from '../../src/stores/leave-revoked'
import { readLock, writeLock } from '../../src/stores/lock'
import type { Person } from '../../src/stores/phone'
import {
  isSessionOwed,
  knownPeople,
  noteSignedIn,
  rememberedPerson,
  rememberPerson,
} from '../../src/stores/remembered'
import { createSync } from '../../src/sync/create-sync'
import { newId } from '../support/build/ids'
import { receiveTicket } from '../support/build/ticket'
import { author, syncParts } from '../support/phone-parts'

const li: Person = {
  ...{ staff: newId<StaffId>(), name: '李敏', roles: ['steward'], company: newId<CompanyId>() },
  ...{ companyName: '萌芽物业', scopes: [] },
}
const LOCK = { salt: '00', hash: '00', memory: 64, passes: 1, wrong: 0, wait: 0 }

beforeEach(() => {
  localStorage.clear()
  Dexie.dependencies.indexedDB = new IDBFactory()
  Dexie.dependencies.IDBKeyRange = IDBKeyRange
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(null, { status: 204 })))
  rememberPerson(li)
  noteSignedIn(li, 'limin')
  writeLock(li, { ...LOCK, minutes: 0, isLocked: false })
})
afterEach(() => vi.unstubAllGlobals())

const openHere = async () => {
  const database = await openPhoneDatabase(li.company, li.staff)
  const wire = { post: () => Promise.resolve({ reached: false as const }) }
  const sync = createSync(syncParts(database, li.staff, wire, () => 1))
  await writeMeta(database, 'revoked', true)
  return { person: li, database, sync }
}

describe('[DV4] a phone that was revoked and has sent all', () => {
  it('forgets the person, their code and everything of theirs', async () => {
    const phone = await openHere()
    await writeDraft(phone.database, 'snap', { words: '没写完' }, 1)
    expect(await leaveRevoked(phone)).toBe(true)
    expect(await Dexie.exists(databaseName(li.company, li.staff))).toBe(false)
    expect([rememberedPerson(), knownPeople(), readLock(li)]).toEqual([null, [], null])
    expect(isSessionOwed()).toBe(false)
  })

  it('[TD17] shows no picture of theirs once more, also where it is closed in the midst of it', async () => {
    const phone = await openHere()
    localStorage.setItem('mengya/look', '{}')
    vi.spyOn(Dexie, 'delete').mockRejectedValueOnce(new Error('closed'))
    await expect(leaveRevoked(phone)).rejects.toThrow('closed')
    expect(localStorage.getItem('mengya/look')).toBeNull()
  })

  it('keeps what the server refused until it is in a file', async () => {
    const phone = await openHere()
    const deed = receiveTicket(newId<CommunityId>(), li.staff)
    const acts = [{ kind: 'Ticket' as const, record: newId<string>(), act: deed }]
    await saveActs(phone.database, acts, author(li.staff, 1))
    await phone.database.outbox.toCollection().modify({ state: 'putAway' })
    expect(await leaveRevoked(phone)).toBe(false)
    const [item] = await phone.database.outbox.toArray()
    await noteExported(phone.database, [item?.change.id ?? ''], 2)
    expect(await leaveRevoked(phone)).toBe(true)
    expect(await Dexie.exists(databaseName(li.company, li.staff))).toBe(false)
  })

  it('keeps what was saved a moment before, and its person, until it is sent', async () => {
    const phone = await openHere()
    const deed = receiveTicket(newId<CommunityId>(), li.staff)
    const acts = [{ kind: 'Ticket' as const, record: newId<string>(), act: deed }]
    await saveActs(phone.database, acts, author(li.staff, 1))
    expect(await leaveRevoked(phone)).toBe(false)
    expect(await phone.database.outbox.count()).toBe(1)
    expect(rememberedPerson()).toEqual(li)
    phone.sync.stop()
    phone.database.close()
  })
})
