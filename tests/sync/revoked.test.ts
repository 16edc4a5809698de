// @vitest-environment happy-dom
import { Dexie } from 'dexie'
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { describe, expect, it } from 'vitest'
import { grantScopes } from '../../server/acceptance/grant-scopes'
import { KIND_NAMES } from '../../src/domain/kind-table'
import { scopesOf } from '../../src/domain/permission'
import { readMeta } from '../../src/storage/meta'
import { isRevokedAndSent } from '../../src/storage/revoked'
import { newId } from '../support/build/ids'
import { receiveTicket } from '../support/build/ticket'
import { setUpPhone } from '../support/exchange-phone'

type Phone = Awaited<ReturnType<typeof setUpPhone>>

Dexie.dependencies.indexedDB = new IDBFactory()
Dexie.dependencies.IDBKeyRange = IDBKeyRange

const revoke = async ({ server, store, database }: Phone) => {
  const device = await readMeta(database, 'device')
  if (!device) throw new Error('It was never heard.')
  await store.write(server.company, (writer) => writer.setRevoked(device, server.clock))
}
const rowsHeld = async ({ database }: Phone): Promise<number> => {
  const counts = await Promise.all(KIND_NAMES.map((kind) => database.held(kind).count()))
  return counts.reduce((sum, count) => sum + count, 0)
}
const logOf = ({ store, server }: Phone) => [...store.stateOf(server.company).log.values()]

describe('[DV3] [DV4] a phone that is revoked', () => {
  it('sends first what nobody has yet, marked, and loses what it held', async () => {
    const phone = await setUpPhone()
    const li = await phone.server.phone(['steward'])
    await li.sync([
      li.change('Ticket', newId(), receiveTicket(phone.server.community, li.caller.staff)),
    ])
    await phone.go()
    expect(await rowsHeld(phone)).toBe(1)
    await phone.newTicket('没传的一张')
    await revoke(phone)
    expect(await isRevokedAndSent(phone.database)).toBe(false)
    expect(await phone.go()).toMatchObject({ ended: 'done' })
    const sent = logOf(phone).filter(({ by }) => by === phone.staff)
    expect(sent.map(({ outcome }) => outcome)).toMatchObject([
      { outcome: 'accepted', marks: ['after-revocation'] },
    ])
    expect(await rowsHeld(phone)).toBe(0)
    expect(await phone.database.outbox.where('state').equals('waiting').count()).toBe(0)
    expect(await isRevokedAndSent(phone.database)).toBe(true)
  })

  it('forgets nothing before what was saved meanwhile has gone up, too', async () => {
    const phone = await setUpPhone()
    await phone.go()
    await revoke(phone)
    await phone.go()
    await phone.newTicket('停用以后记的')
    expect(await isRevokedAndSent(phone.database)).toBe(false)
    await phone.go()
    expect(await isRevokedAndSent(phone.database)).toBe(true)
    expect(logOf(phone)).toHaveLength(1)
  })

  it('has everything again once it is given back', async () => {
    const phone = await setUpPhone()
    await phone.newTicket('一张')
    await phone.go()
    await revoke(phone)
    await phone.go()
    expect(await rowsHeld(phone)).toBe(0)
    const device = await readMeta(phone.database, 'device')
    if (device)
      await phone.store.write(phone.server.company, (writer) => writer.setRevoked(device, null))
    await phone.go()
    expect(await rowsHeld(phone)).toBe(1)
    expect(await isRevokedAndSent(phone.database)).toBe(false)
  })
})

describe('[SY9] a phone whose person serves elsewhere now', () => {
  it('sends what waits, and loses only what is of the scope that was taken', async () => {
    const phone = await setUpPhone()
    const { server, caller } = phone
    await phone.newTicket('旧小区的')
    await phone.go()
    const other = newId<typeof server.community>()
    const grants = [{ role: 'steward' as const, community: other, buildings: [] }]
    await phone.newTicket('走之前记的')
    await grantScopes(server.store, server.company, phone.staff, grants, server.clock)
    caller.current = { ...caller.current, scopes: scopesOf(grants, phone.staff) }
    await phone.go()
    expect(await rowsHeld(phone)).toBe(0)
    expect(logOf(phone).map(({ outcome }) => outcome.outcome)).toEqual(['accepted', 'accepted'])
    await phone.newTicket('新小区的', other)
    await phone.go()
    expect(await rowsHeld(phone)).toBe(1)
  })
})
