// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ref } from 'vue'
import { readMeta } from '../../src/storage/meta'
import type { PhoneDatabase } from '../../src/storage/phone-database'
import { watchKept } from '../../src/stores/emptied'
import { forgetKept } from '../../src/stores/kept-note'
import type { Phone } from '../../src/stores/phone'
import { createSync } from '../../src/sync/create-sync'
import { nameId, newId } from '../support/build/ids'
import { setUpPhone } from '../support/exchange-phone'
import { PhoneDisk } from '../support/phone-parts'

let held: Awaited<ReturnType<typeof setUpPhone>>
const stops: (() => void)[] = []

/** The app of the same person, opened on that database. */
const phoneOn = (database: PhoneDatabase): Phone => ({
  person: {
    ...{ staff: held.staff, name: '李敏', roles: ['steward'], company: held.server.company },
    ...{ companyName: '萌芽物业', scopes: [] },
  },
  ...{ database, sync: createSync({ ...held.parts, database }), now: () => held.server.clock },
  ...{ newId, nameId, tick: ref(held.server.clock) },
})

const open = async (database: PhoneDatabase) => {
  for (const stop of stops.splice(0)) stop()
  const stop = await watchKept(phoneOn(database))
  stops.push(stop)
}
const noted = () => localStorage.getItem(`mengya-kept-${held.staff}`)
/** Once what was noted speaks of so many that are here only. */
const untilNoted = (unsent: number) =>
  vi.waitFor(() => expect(noted()?.split('.')[1]).toBe(String(unsent)))
const makeWhole = async (database: PhoneDatabase) => {
  held.parts.database = database
  await held.go()
}

beforeEach(async () => {
  held = await setUpPhone()
  await held.newTicket('2号泵滴水')
  await held.go()
})
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
  forgetKept(held)
  held.database.close()
})

describe('[ST14] a memory that was emptied behind the app', () => {
  it('is nothing where the same database opens again, or another person’s for the first time', async () => {
    await open(held.database)
    await untilNoted(0)
    await open(held.database)
    expect(await readMeta(held.database, 'emptied')).toBeUndefined()
  })

  it('[TD17] shows no picture of what was in it once more', async () => {
    localStorage.setItem('mengya/look', '{}')
    await open(held.database)
    expect(localStorage.getItem('mengya/look')).toBe('{}')
    await open(await new PhoneDisk().open())
    expect(localStorage.getItem('mengya/look')).toBeNull()
  })

  it('is told, with what had not gone up when it was looked at last', async () => {
    await open(held.database)
    await held.newTicket('没传上去的')
    await untilNoted(1)
    const fresh = await new PhoneDisk().open()
    await open(fresh)
    expect(await readMeta(fresh, 'emptied')).toMatchObject({ unsent: 1 })
    // Until everything is here again the old figures stand.
    expect(noted()?.split('.')[1]).toBe('1')
    held.server.clock += 60_000
    await makeWhole(fresh)
    await untilNoted(0)
    await fresh.meta.delete('emptied')
    await open(fresh)
    expect(await readMeta(fresh, 'emptied')).toBeUndefined()
    expect(await fresh.tickets.count()).toBe(1)
    fresh.close()
  })

  it('is noticed by the cookie where the browser cleared its other memories too', async () => {
    await open(held.database)
    await untilNoted(0)
    localStorage.clear()
    const fresh = await new PhoneDisk().open()
    await open(fresh)
    expect(await readMeta(fresh, 'emptied')).toMatchObject({ unsent: 0 })
    fresh.close()
  })

  it('is nothing where its person took everything away', async () => {
    await open(held.database)
    await untilNoted(0)
    forgetKept(held)
    const fresh = await new PhoneDisk().open()
    await open(fresh)
    expect(await readMeta(fresh, 'emptied')).toBeUndefined()
    fresh.close()
  })
})
