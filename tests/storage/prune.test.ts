import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { DAY } from '../../src/domain/instant'
import type { TicketId } from '../../src/domain/ticket/ticket'
import { applyChange } from '../../src/protocol/apply-change'
import { readMeta } from '../../src/storage/meta'
import { prune } from '../../src/storage/prune'
import { newId } from '../support/build/ids'
import { receiveTicket } from '../support/build/ticket'
import { setUpPhone } from '../support/exchange-phone'

type Phone = Awaited<ReturnType<typeof setUpPhone>>

const keptFor = (days: number) => ({ apply: applyChange, keptFor: days * DAY })

const pictureOf = (sha256: string, takenAt: number, bytes = sha256) => ({
  blob: new Blob([bytes], { type: 'image/webp' }),
  ref: {
    ...{ sha256, width: 10, height: 10, bytes: 64, takenAt },
    preview: 'data:image/webp;base64,AAAA',
  },
})

/** A ticket that was put right on the spot, so that it is settled from the start. */
const settled = async (phone: Phone, photo?: ReturnType<typeof pictureOf>) => {
  const record = newId<TicketId>()
  const photos = photo ? [photo] : []
  const act = receiveTicket(phone.server.community, phone.staff, {
    ...{ fixed: { after: [], words: '拧紧了' }, photos: photos.map(({ ref }) => ref) },
  })
  await phone.saveAll([{ kind: 'Ticket', record, act }], { photos })
  return record
}

const pruneAfter = ({ database, server }: Phone, days: number) =>
  prune(database, server.clock + days * DAY)

/** Whoever keeps the server made a backup of all there is now. */
const backUp = ({ store, server }: Phone) => {
  const state = store.stateOf(server.company)
  store.restore(server.company, { ...state, backedUpTo: state.version })
}

describe('[ST6] what leaves the phone by itself', () => {
  it('[SY49] is what was settled as long ago as the server keeps for a first pull', async () => {
    const phone = await setUpPhone({}, keptFor(10))
    const id = await settled(phone)
    await phone.go()
    expect(await readMeta(phone.database, 'keptDays')).toBe(10)
    await pruneAfter(phone, 9)
    expect(await phone.ticket(id)).toBeDefined()
    await pruneAfter(phone, 11)
    expect(await phone.ticket(id)).toBeUndefined()
  })

  it('[SY49] is nothing younger than a year where the server keeps a year', async () => {
    const phone = await setUpPhone({}, keptFor(365))
    const id = await settled(phone)
    await phone.go()
    await pruneAfter(phone, 364)
    expect(await phone.ticket(id)).toBeDefined()
  })

  it('[SY49] goes by 90 days where no server has said anything yet', async () => {
    const phone = await setUpPhone()
    const id = await settled(phone)
    await phone.go()
    await phone.database.meta.delete('keptDays')
    await pruneAfter(phone, 89)
    expect(await phone.ticket(id)).toBeDefined()
    await pruneAfter(phone, 91)
    expect(await phone.ticket(id)).toBeUndefined()
  })

  it('is never what is open, nor what has work on it that was not sent', async () => {
    const phone = await setUpPhone()
    const [open, unsent] = [await phone.newTicket('还没修'), await settled(phone)]
    await phone.go()
    await phone.save(unsent, { act: 'say', words: '又漏了', photos: [] })
    await pruneAfter(phone, 4_000)
    expect(await phone.ticket(open)).toBeDefined()
    expect(await phone.ticket(unsent)).toBeDefined()
    expect(await phone.go()).toMatchObject({ ended: 'done' })
  })

  it('is not gone: it comes again when somebody speaks of it', async () => {
    const phone = await setUpPhone({}, keptFor(10))
    const id = await settled(phone)
    await phone.go()
    await pruneAfter(phone, 11)
    const li = await phone.server.phone(['steward'])
    await li.sync([li.change('Ticket', id, { act: 'say', words: '又漏了', photos: [] })])
    await phone.go()
    expect((await phone.ticket(id))?.thread.at(-1)).toMatchObject({ words: '又漏了' })
  })

  it('is the journal 30 days after it was settled, where a backup holds it; else 90', async () => {
    const phone = await setUpPhone({}, keptFor(10))
    await phone.newTicket('备份里有')
    await phone.go()
    backUp(phone)
    await phone.newTicket('备份里没有')
    await phone.go()
    const titles = async () =>
      (await phone.database.journal.toArray()).map(({ change }) => change.act['title'])
    await pruneAfter(phone, 29)
    expect(await titles()).toHaveLength(2)
    await pruneAfter(phone, 31)
    expect(await titles()).toEqual(['备份里没有'])
    await pruneAfter(phone, 89)
    expect(await titles()).toEqual(['备份里没有'])
    await pruneAfter(phone, 91)
    expect(await titles()).toEqual([])
  })
})

describe('[SY50] an uploaded photo', () => {
  const BYTES = '一张照片'
  const hash = createHash('sha256').update(BYTES).digest('hex')

  /** Named by a ticket and sent; the phone has the row that says it is there. */
  const uploaded = async (takenDaysBefore = 0) => {
    const phone = await setUpPhone()
    const takenAt = phone.server.clock - takenDaysBefore * DAY
    await settled(phone, pictureOf(hash, takenAt, BYTES))
    await phone.go()
    expect(await phone.goPhotos()).toEqual({ ended: 'done' })
    await phone.go()
    return phone
  }
  const isKept = async ({ database }: Phone) => (await database.photos.count()) === 1

  it('stays 30 days from its upload, however long ago it was taken', async () => {
    const phone = await uploaded(60)
    backUp(phone)
    await phone.go()
    await pruneAfter(phone, 29)
    expect(await isKept(phone)).toBe(true)
    await pruneAfter(phone, 31)
    expect(await isKept(phone)).toBe(false)
  })

  it('stays 90 days where no backup holds it', async () => {
    const phone = await uploaded()
    await pruneAfter(phone, 89)
    expect(await isKept(phone)).toBe(true)
    await pruneAfter(phone, 91)
    expect(await isKept(phone)).toBe(false)
  })

  it('stays 90 days where the backup is older than its arrival, though not than its ticket', async () => {
    const phone = await setUpPhone()
    await settled(phone, pictureOf(hash, phone.server.clock, BYTES))
    await phone.go()
    backUp(phone)
    await phone.goPhotos()
    await phone.go()
    await pruneAfter(phone, 89)
    expect(await isKept(phone)).toBe(true)
  })

  it('stays as long as it waits to be sent', async () => {
    const phone = await setUpPhone()
    await settled(phone, pictureOf(hash, phone.server.clock, BYTES))
    await phone.go()
    await pruneAfter(phone, 4_000)
    expect(await isKept(phone)).toBe(true)
  })
})
