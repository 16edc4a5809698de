import { describe, expect, it } from 'vitest'
import type { CommunityId } from '../../src/domain/community'
import { uploadLines } from '../../src/storage/upload-state'
import { exchange } from '../../src/sync/exchange'
import { freshMemory } from '../../src/sync/poison'
import type { SyncWire } from '../../src/sync/wire'
import { WirePhone } from '../support/acceptance'
import { newId } from '../support/build/ids'
import type { exchangePhone } from '../support/exchange-phone'
import { never, setUpPhone } from '../support/exchange-phone'
import type { Weather } from '../support/server-wire'

type Phone = Awaited<ReturnType<typeof exchangePhone>>

/** The weather of the next calls, in their order; fine where none is told. */
const setUpRough = async () => {
  const weather: Weather[] = []
  const phone = await setUpPhone({ weather: () => weather.shift() ?? 'fine' })
  return { phone, weather }
}

/** A colleague who serves both communities moves it to the one this phone’s person does not serve. */
const moveAway = async ({ server }: Phone, record: string) => {
  const community = newId<CommunityId>()
  const caller = await server.staff(['steward'], [server.community, community])
  const li = new WirePhone(server, caller)
  const act = { act: 'relocate', community, place: null, home: null }
  const { outcomes } = await li.sync([li.change('Ticket', record, act)])
  expect(outcomes).toMatchObject([{ outcome: 'accepted' }])
}

const journaled = async ({ database }: Phone) =>
  (await database.journal.toArray()).map(({ change }) => change.act)

const expectLeft = async (phone: Phone, id: string) => {
  expect(await phone.ticket(id)).toBeUndefined()
  expect(await phone.database.shadows.count()).toBe(0)
  expect(await phone.database.outbox.count()).toBe(0)
  const lines = await uploadLines(phone.database, 20)
  expect(lines).toMatchObject([{ id, state: 'uploaded', record: null }])
}

describe('[SY60] an act whose record moved out of sight before its answer came', () => {
  it('leaves with it where a first reading names neither row nor mark', async () => {
    const { phone, weather } = await setUpRough()
    const id = await phone.newTicket('漏水')
    weather.push('lost-after')
    expect(await phone.go()).toEqual({ ended: 'offline' })
    await moveAway(phone, id)
    await phone.go()
    await expectLeft(phone, id)
    expect(await journaled(phone)).toMatchObject([{ act: 'receive' }])
  })

  it('leaves with it where everything is read anew after a restore', async () => {
    const { phone, weather } = await setUpRough()
    const id = await phone.newTicket('漏水')
    await phone.go()
    const { store, server } = phone
    const backup = store.stateOf(server.company)
    await phone.save(id, { act: 'say', words: '看过了', photos: [] })
    await phone.go()
    store.restore(server.company, backup)
    weather.push('fine', 'lost-after')
    expect(await phone.go()).toEqual({ ended: 'offline' })
    await moveAway(phone, id)
    await phone.go()
    await expectLeft(phone, id)
    expect(await journaled(phone)).toMatchObject([{ act: 'receive' }, { act: 'say' }])
  })

  it('stays in sight while something on it is not answered yet', async () => {
    const { phone, weather } = await setUpRough()
    const id = await phone.newTicket('漏水')
    weather.push('lost-after')
    await phone.go()
    await moveAway(phone, id)
    const { wire } = phone.parts
    const meanwhile: SyncWire = {
      post: async (request, signal) => {
        const reply = await wire.post(request, signal)
        await phone.save(id, { act: 'say', words: '再说一句', photos: [] })
        return reply
      },
    }
    await exchange({ ...phone.parts, wire: meanwhile }, freshMemory(), never)
    expect((await phone.ticket(id))?.thread).toHaveLength(2)
    await phone.go()
    expect(await phone.ticket(id)).toBeUndefined()
    // Not taken by the server, as it never was theirs: kept and said until they decide.
    const kept = await phone.database.outbox.toArray()
    expect(kept.map(({ state }) => state)).toEqual(['refused'])
  })
})
