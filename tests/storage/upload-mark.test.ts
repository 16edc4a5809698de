import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CommunityId } from '../../src/domain/community'
import type { StaffId } from '../../src/domain/id'
import type { Photo } from '../../src/domain/photo'
import type { TicketId } from '../../src/domain/ticket/ticket'
import type { PhoneDatabase } from '../../src/storage/phone-database'
import { saveActs } from '../../src/storage/save-acts'
import { markIn, notUpOf, uploadMark } from '../../src/storage/upload-mark'
import { roundUploadStateOf, uploadStateOf } from '../../src/storage/upload-state'
import { newId } from '../support/build/ids'
import { receiveTicket } from '../support/build/ticket'
import { author, PhoneDisk } from '../support/phone-parts'

const STAFF = newId<StaffId>()
const COMMUNITY = newId<CommunityId>()
let database: PhoneDatabase
beforeEach(async () => {
  database = await new PhoneDisk().open()
})
afterEach(() => database.close())

const photo = (sign: string): Photo => ({
  ...{ sha256: sign.repeat(64), bytes: 3, takenAt: 1 },
  ...{ width: 4, height: 3, preview: 'data:image/webp;base64,AAAA' },
})
const take = async (title: string, photos: readonly Photo[] = []) => {
  const record = newId<TicketId>()
  const act = receiveTicket(COMMUNITY, STAFF, { title, photos: [...photos] })
  const blob = new Blob([new Uint8Array([1, 2, 3])])
  const saved = await saveActs(database, [{ kind: 'Ticket', record, act }], author(STAFF, 1), {
    photos: photos.map((ref) => ({ ref, blob, takenAt: 1 })),
  })
  if (!saved.ok) throw new Error(saved.error.kind)
  return record
}
/** What the rows of a list show, each beside what the ticket's own page says. */
const marks = async (ids: readonly TicketId[]) => {
  const notUp = await notUpOf(database, 'Ticket')
  return Promise.all(
    ids.map(async (id) => {
      const record = (await database.tickets.get(id))?.record
      if (!record) throw new Error('not here')
      const own = await uploadStateOf(database, 'Ticket', id)
      const row = markIn(notUp, 'Ticket', record, id)
      expect(row).toBe(own)
      return row
    }),
  )
}

describe('[ST8] the mark of each row of a list', () => {
  it('is what the ticket’s own page says, all read at once', async () => {
    const ids = [
      await take('还在手机上', [photo('a')]),
      await take('照片没传完', [photo('b')]),
      await take('传完了', [photo('c')]),
      await take('没被收下'),
      await take('照片坏了', [photo('d')]),
    ]
    expect(await marks(ids)).toEqual(ids.map(() => 'onPhone'))
    const set = (id: TicketId | undefined, state: 'settled' | 'refused') =>
      database.outbox.where('key').equals(`Ticket/${id}`).modify({ state })
    for (const id of [ids[1], ids[2], ids[4]]) await set(id, 'settled')
    await set(ids[3], 'refused')
    await database.photos.update('c'.repeat(64), { state: 'confirmed' })
    await database.photos.update('d'.repeat(64), { state: 'broken' })
    const now = ['onPhone', 'going', 'uploaded', 'needsYou', 'needsYou']
    expect(await marks(ids)).toEqual(now)
    // A photo that two tickets show waits on both.
    const other = await take('也看得到', [photo('b')])
    await database.outbox.where('key').equals(`Ticket/${other}`).delete()
    expect(await marks([other])).toEqual(['going'])
    await database.outbox.clear()
    await database.photos.toCollection().modify({ state: 'confirmed' })
    expect(await marks(ids)).toEqual(ids.map(() => 'uploaded'))
  })

  it('waits for a photo that is on another phone still, and for none the server confirmed here', async () => {
    const [seen, own] = [await take('别人拍的', [photo('e')]), await take('自己传的', [photo('f')])]
    await database.outbox.clear()
    await database.photos.delete('e'.repeat(64))
    await database.photos.update('f'.repeat(64), { state: 'confirmed' })
    expect(await marks([seen, own])).toEqual(['uploaded', 'uploaded'])
    await database.tickets.update(seen, { photosMissing: ['e'.repeat(64)] })
    await database.tickets.update(own, { photosMissing: ['f'.repeat(64)] })
    expect(await marks([seen, own])).toEqual(['going', 'uploaded'])
  })

  it('asks for help before anything else, and for nothing when nothing is known of a photo', () => {
    expect(uploadMark(['waiting', 'refused'], ['waiting'])).toBe('needsYou')
    expect(uploadMark(['waiting'], ['waiting', 'broken'])).toBe('needsYou')
    expect(uploadMark(['parked'], [])).toBe('onPhone')
    expect(uploadMark(['settled'], ['waiting'])).toBe('going')
    expect(uploadMark([], [undefined, 'confirmed'])).toBe('uploaded')
  })
})

describe('[ST8] the mark of a round', () => {
  it('is the least of its own and of every look at its stops, photos of others too', async () => {
    const round = newId<string>()
    const put = (table: 'rounds' | 'checkpointVisits', id: string, missing: readonly string[]) =>
      database.table(table).put({
        ...{ id, round, scope: 'x', revision: 1, epoch: 0, photosMissing: missing },
        record: { answers: [], checkIn: { by: 'hand', photo: photo('e') } },
      })
    const mark = () => roundUploadStateOf(database, round)
    await put('rounds', round, [])
    await put('checkpointVisits', 'one', [])
    expect(await mark()).toBe('uploaded')
    await put('checkpointVisits', 'two', [photo('e').sha256])
    expect(await mark()).toBe('going')
    const item = { key: 'CheckpointVisit/one', withdrawn: false, outcome: null }
    await database.table('outbox').add({ ...item, state: 'waiting', change: {} })
    expect(await mark()).toBe('onPhone')
    await database.outbox.toCollection().modify({ state: 'refused' })
    expect(await mark()).toBe('needsYou')
  })
})
