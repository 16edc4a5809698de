import { describe, expect, it } from 'vitest'
import { eraseAgain, eraseRecord } from '../../server/acceptance/erase-record'
import { writeDraft } from '../../src/storage/draft'
import type { TicketId } from '../../src/domain/ticket/ticket'
import { newId, nameId } from '../support/build/ids'
import { receiveTicket } from '../support/build/ticket'
import { exchangePhone, setUpPhone } from '../support/exchange-phone'

type Phone = Awaited<ReturnType<typeof setUpPhone>>

const SECRET = '陈立 13800006021'
const OWN = 'a'.repeat(64)
const SHARED = 'b'.repeat(64)

const picture = (sha256: string) => ({
  blob: new Blob([sha256], { type: 'image/webp' }),
  ref: {
    ...{ sha256, width: 10, height: 10, bytes: 64, takenAt: 1_790_000_000_000 },
    preview: 'data:image/webp;base64,AAAA',
  },
})

const report = async (phone: Phone, hashes: readonly string[]) => {
  const record = newId<TicketId>()
  const photos = hashes.map(picture)
  const act = receiveTicket(phone.server.community, phone.staff, {
    ...{ title: SECRET, photos: photos.map(({ ref }) => ref) },
  })
  await phone.saveAll([{ kind: 'Ticket', record, act }], { photos })
  return record
}

const erase = ({ store, server, staff }: Phone, id: TicketId) =>
  eraseRecord(
    store,
    server.company,
    { kind: 'Ticket', id, at: server.clock, by: staff, reason: 'asked' },
    { newMark: () => newId<string>(), nameId, writeDown: () => Promise.resolve() },
  )

const everything = async ({ database }: Pick<Phone, 'database'>) =>
  JSON.stringify(await Promise.all(database.tables.map((table) => table.toArray())))

describe('[SY48] a record that is erased', () => {
  it('leaves the phone whole: held, shadow, journal, drafts and the photos only it named', async () => {
    const phone = await setUpPhone()
    const id = await report(phone, [OWN, SHARED])
    const other = await phone.newTicket('别的事')
    await phone.saveAll(
      [
        {
          kind: 'Ticket',
          record: other,
          act: { act: 'say', words: '', photos: [picture(SHARED).ref] },
        },
      ],
      { photos: [picture(SHARED)] },
    )
    await phone.go()
    await writeDraft(phone.database, `ticket/${id}/say`, { words: SECRET }, 1)
    expect(await phone.database.journal.count()).toBe(3)
    await erase(phone, id)
    await phone.go()
    expect(await phone.ticket(id)).toBeUndefined()
    const left = await everything(phone)
    expect([left.includes(SECRET), left.includes(id)]).toEqual([false, false])
    expect((await phone.database.photos.toArray()).map(({ sha256 }) => sha256)).toEqual([SHARED])
    expect(await phone.ticket(other)).toBeDefined()
  })

  it('on a phone that was away with unsent work on it: that is answered, and goes too', async () => {
    const phone = await setUpPhone()
    const id = await phone.newTicket(SECRET)
    await phone.go()
    const away = await exchangePhone(phone.server)
    await away.go()
    const ref = picture(OWN).ref
    await away.saveAll(
      [{ kind: 'Ticket', record: id, act: { act: 'say', words: SECRET, photos: [ref] } }],
      { photos: [picture(OWN)] },
    )
    await away.save(id, { act: 'accept', from: 'received' })
    const mine = await away.newTicket('自己的')
    await erase(phone, id)
    expect(await away.go()).toMatchObject({ ended: 'done' })
    const left = await everything(away)
    expect([left.includes(SECRET), left.includes(id)]).toEqual([false, false])
    expect(await away.database.photos.count()).toBe(0)
    expect(await away.database.outbox.count()).toBe(0)
    expect(await away.ticket(mine)).toBeDefined()
    expect(
      JSON.stringify([...phone.store.stateOf(phone.server.company).log.values()]),
    ).not.toContain(SECRET)
  })

  it('is not brought back by a phone after a restore that no longer knows the record', async () => {
    const phone = await setUpPhone()
    await phone.newTicket('备份前')
    await phone.go()
    const backup = phone.store.stateOf(phone.server.company)
    const id = await report(phone, [OWN])
    await phone.go()
    await erase(phone, id)
    const { erasures, gone } = phone.store.stateOf(phone.server.company)
    const scopes = gone.map(({ scope }) => scope)
    phone.store.restore(phone.server.company, backup)
    const [erasure] = erasures.values()
    if (!erasure) throw new Error('nothing was erased')
    await eraseAgain(
      phone.store,
      phone.server.company,
      { ...erasure, scopes, photos: [] },
      { newMark: () => newId<string>(), nameId },
    )
    expect(await phone.go()).toMatchObject({ ended: 'done' })
    const state = phone.store.stateOf(phone.server.company)
    expect([...state.records.keys()].some((name) => name.includes(id))).toBe(false)
    expect(await everything(phone)).not.toContain(SECRET)
  })
})
