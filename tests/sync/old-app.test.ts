import { describe, expect, it } from 'vitest'
import { grantScopes } from '../../server/acceptance/grant-scopes'
import { scopesOf } from '../../src/domain/permission'
import { SCHEMA } from '../../src/protocol/version'
import { applyChange } from '../../src/protocol/apply-change'
import { uploadLines } from '../../src/storage/upload-state'
import { newId } from '../support/build/ids'
import { setUpPhone } from '../support/exchange-phone'

/** A phone whose app is current until the server is updated. */
const setUp = async () => {
  const rules = { apply: applyChange, rowSchema: SCHEMA }
  const phone = await setUpPhone({}, rules)
  const { store, server } = phone
  const onServer = () => [...store.stateOf(server.company).records.keys()]
  const serve = async (communities: readonly (typeof server.community)[]) => {
    const grants = communities.map((community) => ({
      ...{ role: 'steward' as const, community, buildings: [] },
    }))
    await grantScopes(store, server.company, phone.staff, grants, server.clock)
    phone.caller.current = { ...phone.caller.current, scopes: scopesOf(grants, phone.staff) }
  }
  return { phone, rules, onServer, serve }
}

describe('[SY61] what an app too old for rows was answered', () => {
  it.each([['had read before', true] as const, ['had never read anything', false] as const])(
    'comes again after the server was restored to before it, where the app %s',
    async (_, hasRead) => {
      const { phone, rules, onServer } = await setUp()
      const { store, server } = phone
      if (hasRead) await phone.go()
      rules.rowSchema = SCHEMA + 1
      const backup = store.stateOf(server.company)
      const id = await phone.newTicket('旧版记的')
      await phone.go()
      expect(onServer()).toEqual([`Ticket/${id}`])
      store.restore(server.company, backup)
      expect(onServer()).toEqual([])
      await phone.go()
      expect(onServer()).toEqual([`Ticket/${id}`])
      expect(await phone.ticket(id)).toBeDefined()
      rules.rowSchema = SCHEMA
      await phone.go()
      expect(await phone.database.outbox.count()).toBe(0)
      expect((await phone.database.tickets.get(id))?.revision).toBe(1)
    },
  )

  it('comes again after its update, where the restore came first', async () => {
    const { phone, rules, onServer } = await setUp()
    const { store, server } = phone
    await phone.newTicket('备份前')
    await phone.go()
    const backup = store.stateOf(server.company)
    rules.rowSchema = SCHEMA + 1
    const id = await phone.newTicket('旧版记的')
    await phone.go()
    store.restore(server.company, backup)
    rules.rowSchema = SCHEMA
    await phone.go()
    expect(onServer()).toContain(`Ticket/${id}`)
    expect(await phone.ticket(id)).toBeDefined()
    expect(await phone.database.outbox.count()).toBe(0)
  })
})

describe('[SY60] what an app too old for rows did in a community taken from its person', () => {
  it.each([['held before', true] as const, ['given and taken meanwhile', false] as const])(
    'leaves the phone with its update, where the community was %s',
    async (_, isHeldBefore) => {
      const { phone, rules, onServer, serve } = await setUp()
      const { community } = phone.server
      const other = newId<typeof community>()
      await serve(isHeldBefore ? [community, other] : [community])
      const kept = await phone.newTicket('留下的')
      await phone.go()
      rules.rowSchema = SCHEMA + 1
      await serve([community, other])
      const id = await phone.newTicket('旧版记的', other)
      if (isHeldBefore) await serve([community])
      await phone.go()
      await serve([community])
      rules.rowSchema = SCHEMA
      await phone.go()
      expect(onServer()).toContain(`Ticket/${id}`)
      expect(await phone.ticket(id)).toBeUndefined()
      expect(await phone.ticket(kept)).toBeDefined()
      expect(await phone.database.outbox.count()).toBe(0)
      expect(await uploadLines(phone.database, 20)).toContainEqual(
        expect.objectContaining({ id, state: 'uploaded', record: null }),
      )
    },
  )
})
