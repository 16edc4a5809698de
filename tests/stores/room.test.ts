// @vitest-environment happy-dom
import { Blob } from 'node:buffer'
import { IDBObjectStore } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { TicketId } from '../../src/domain/ticket/ticket'
import { act } from '../../src/stores/act'
import { useSnap } from '../../src/stores/snap'
import { newId } from '../support/build/ids'
import { photoRef } from '../support/build/patrol'
import { receiveTicket } from '../support/build/ticket'
import { PatrolPhone } from '../support/patrol-phone'

const { add, put } = IDBObjectStore.prototype
let phone: PatrolPhone
let room: number

/** Writes fail while there is less room than nothing; what is deleted gives some. */
const fillDisk = () => {
  room = 0
  const full = (write: typeof put) =>
    function (this: IDBObjectStore, ...args: Parameters<typeof put>) {
      if (this.name === 'outbox' || this.name === 'drafts')
        if (room <= 0) throw new DOMException('full', 'QuotaExceededError')
      return write.apply(this, args)
    }
  Object.assign(IDBObjectStore.prototype, { add: full(add), put: full(put) })
}

beforeEach(async () => {
  phone = await PatrolPhone.open()
  phone.database.photos.hook('deleting', () => {
    room += 1
  })
})
afterEach(() => {
  Object.assign(IDBObjectStore.prototype, { add, put })
  phone.close()
})

const hold = (digit: string, state: 'waiting' | 'confirmed', takenAt: number) =>
  phone.database.photos.put({
    ...{ sha256: digit.repeat(64), type: 'image/webp', bytes: 9, state, takenAt },
    blob: new Blob(['abc']) as unknown as globalThis.Blob,
  })

/** A ticket that names these photos, as the server has it in that version. */
const ticketWith = async (digits: readonly string[], revision: number) => {
  const record = newId<TicketId>()
  const community = phone.estate.community.id
  const photos = digits.map((digit) => photoRef(digit))
  const received = receiveTicket(community, phone.phone.person.staff, { photos })
  await act(phone.phone, [{ kind: 'Ticket', record, act: received }])
  await phone.database.outbox.clear()
  await phone.database.tickets.update(record, { revision })
}

const save = () =>
  act(phone.phone, [
    {
      ...{ kind: 'Ticket', record: newId<TicketId>() },
      act: receiveTicket(phone.estate.community.id, phone.phone.person.staff),
    },
  ])

const kept = async () =>
  (await phone.database.photos.toArray()).map(({ sha256 }) => sha256[0]).sort()

describe('[ST13] a full phone', () => {
  it('gives free what the server and its backup have, and then saves', async () => {
    await ticketWith(['a', 'b', 'c'], 4)
    await ticketWith(['d'], 9)
    await phone.database.meta.put({ key: 'backedUpTo', value: 5 })
    const now = phone.phone.now()
    for (const [digit, state] of [
      ['a', 'confirmed'],
      ['b', 'confirmed'],
      ['c', 'waiting'],
      ['d', 'confirmed'],
      ['e', 'confirmed'],
    ] as const)
      await hold(digit, state, now)
    fillDisk()
    const saved = await save()
    expect(saved.ok).toBe(true)
    expect(await phone.database.outbox.count()).toBe(1)
    expect(await kept()).toEqual(['c', 'd', 'e'])
  })

  it('says so where nothing can be given free, and has lost nothing', async () => {
    await ticketWith(['c'], 9)
    await hold('c', 'waiting', phone.phone.now())
    await hold('e', 'confirmed', phone.phone.now())
    fillDisk()
    expect(await save()).toEqual({ ok: false, error: { kind: 'storage-full' } })
    expect(await phone.database.outbox.count()).toBe(0)
    expect(await kept()).toEqual(['c', 'e'])
  })

  it('goes on keeping a draft too', async () => {
    await ticketWith(['a'], 4)
    await phone.database.meta.put({ key: 'backedUpTo', value: 5 })
    await hold('a', 'confirmed', phone.phone.now())
    const snap = phone.use(() => useSnap((place) => place))
    await snap.draft.load()
    fillDisk()
    snap.words.value = '写了一半'
    expect(await snap.draft.save()).toBe(true)
    expect(snap.draft.failure.value).toBeNull()
    expect(await phone.database.drafts.get('snap')).toMatchObject({ value: { words: '写了一半' } })
  })
})
