import { describe, expect, it } from 'vitest'
import type { Caller } from '../../server/acceptance/caller'
import type { ExportedChange } from '../../server/acceptance/exported-change'
import { importChanges } from '../../server/acceptance/import-changes'
import type { CommunityId } from '../../src/domain/community'
import type { TicketId } from '../../src/domain/ticket/ticket'
import { WIRE_ERRORS, type WireErrorKind } from '../../src/protocol/wire-error'
import { discard, DISCARDED_STAYS } from '../../src/storage/discard'
import { readDraft, writeDraft } from '../../src/storage/draft'
import { fillDraft } from '../../src/storage/fill-draft'
import type { PhoneDatabase } from '../../src/storage/phone-database'
import { prune } from '../../src/storage/prune'
import { putAway, refusedWork, type RefusedWork } from '../../src/storage/refused-work'
import { replacing } from '../../src/storage/replaced'
import { saveActs } from '../../src/storage/save-acts'
import { uploadLines, uploadStateOf } from '../../src/storage/upload-state'
import { uploadSummary } from '../../src/storage/upload-summary'
import { packUnsent } from '../../src/stores/export-work'
import { lookAtFile, takeIn } from '../../src/stores/take-in-work'
import { freshPhotoMemory, sendPhotos } from '../../src/sync/send-photos'
import type { ImportWire } from '../../src/sync/take-in-work'
import type { WireServer } from '../support/acceptance'
import { nameId, newId } from '../support/build/ids'
import { receiveTicket } from '../support/build/ticket'
import { never, setUpPhone } from '../support/exchange-phone'
import { author, hashOf, PhoneDisk, syncParts } from '../support/phone-parts'
import { isPhotoThere, photoServer } from '../support/photo-server'
import type { Weather } from '../support/server-wire'

const personOf = ({ staff, company, roles }: Caller) => ({
  ...{ staff, company, roles, name: '李敏', companyName: '萌芽物业', scopes: [] },
})

/** The real acceptance behind the import. */
const importWire =
  (server: WireServer, caller: Caller, isThere: () => boolean = () => true): ImportWire =>
  async (changes) => {
    if (!isThere()) return { reached: false }
    const services = { now: () => (server.clock += 1), newMark: () => newId<string>(), nameId }
    const rolesOf = () => Promise.resolve(['steward'] as const)
    try {
      const sent = JSON.parse(JSON.stringify(changes)) as ExportedChange[]
      const outcomes = await importChanges(server.store, caller, sent, rolesOf, services)
      return { reached: true, status: 200, body: { outcomes }, retryAfter: null }
    } catch (error) {
      const { failure } = error as { failure?: { kind: WireErrorKind } }
      if (!failure) throw error
      const body = { error: { message: '', kind: failure.kind } }
      return { reached: true, status: WIRE_ERRORS[failure.kind], body, retryAfter: null }
    }
  }

/** Looked at, and then taken. */
const takeInFile = async (
  phone: Parameters<typeof lookAtFile>[0] & Parameters<typeof takeIn>[0],
  file: Blob,
  wire: ImportWire,
) => {
  const looked = await lookAtFile(phone, file, hashOf)
  return looked.ok ? takeIn(phone, looked.value, wire) : { is: 'bad', file: looked.error }
}

const shot = async (letter: string) => {
  const blob = new Blob([`photo ${letter}`], { type: 'image/webp' })
  const sha256 = await hashOf(blob)
  const size = { width: 10, height: 10, bytes: blob.size, takenAt: 1_790_000_000_000 }
  return { blob, ref: { sha256, ...size, preview: 'data:image/webp;base64,AAAA' } }
}

const setUp = async () => {
  const sky: { weather: Weather } = { weather: 'lost-before' }
  const held = await setUpPhone({ weather: () => sky.weather })
  const { server, database, saveAll, staff, caller } = held
  const withPhoto = async (title: string, letter: string) => {
    const photo = await shot(letter)
    const record = newId<TicketId>()
    const act = receiveTicket(server.community, staff, { title, photos: [photo.ref] })
    await saveAll([{ kind: 'Ticket', record, act }], { photos: [photo] })
    return { record, sha256: photo.ref.sha256 }
  }
  const phone = { person: personOf(caller.current), database, now: () => server.clock, newId }
  const pack = () => packUnsent(phone, hashOf)
  const sendPhotosOf = (other: PhoneDatabase, who: Caller) => {
    const wire = { post: () => Promise.resolve({ reached: false as const }) }
    const parts = syncParts(other, who.staff, wire, () => server.clock)
    const photos = photoServer(server, who.staff)
    const run = { memory: freshPhotoMemory(), signal: never, mustPause: () => false }
    return sendPhotos({ ...parts, photos }, run)
  }
  return { ...held, sky, withPhoto, pack, sendPhotosOf }
}

describe('[EX1] [EX3] unsent work in a file', () => {
  it('is made with no network, taken in elsewhere, and twice is as once', async () => {
    const { server, store, caller, withPhoto, newTicket, ...rest } = await setUp()
    const { pack, sendPhotosOf, go, sky } = rest
    const { record, sha256 } = await withPhoto('3栋泵房滴水', 'a')
    const other = await newTicket('大堂灯不亮')
    const packed = await pack()
    expect(packed).toMatchObject({ changes: 2, photos: 1, spoilt: 0 })
    const database = await new PhoneDisk().open()
    const phone = { person: personOf(caller.current), database }
    const wire = importWire(server, caller.current)
    const first = await takeInFile(phone, packed.file, wire)
    expect(first).toMatchObject({ is: 'taken', isOwn: true, refused: [] })
    expect(await takeInFile(phone, packed.file, wire)).toEqual(first)
    expect(await isPhotoThere(server, sha256)).toBe(false)
    await sendPhotosOf(database, caller.current)
    expect(await isPhotoThere(server, sha256)).toBe(true)
    sky.weather = 'fine'
    expect(await go()).toMatchObject({ ended: 'done' })
    const rows = [...store.stateOf(server.company).records.values()]
    expect(rows.map(({ id }) => id).sort()).toEqual([record, other].sort())
  })

  it('holds the words that name a waiting photo though they are up, and leaves out spoilt bytes', async () => {
    const { database, withPhoto, pack, go, sky } = await setUp()
    const { sha256 } = await withPhoto('已上传的文字', 'b')
    sky.weather = 'fine'
    await go()
    const spoilt = await withPhoto('照片坏了', 'c')
    await database.photos.update(spoilt.sha256, { blob: new Blob(['other']) })
    const packed = await pack()
    expect(packed).toMatchObject({ changes: 2, photos: 1, spoilt: 1 })
    expect(await packed.file.text()).toContain(sha256)
  })

  it('is taken in for a colleague by an administrator, and by nobody else', async () => {
    const { server, withPhoto, pack, sendPhotosOf } = await setUp()
    const { record, sha256 } = await withPhoto('3栋泵房滴水', 'd')
    const { file } = await pack()
    const engineer = await server.staff(['engineer'])
    const others = await new PhoneDisk().open()
    const theirs = { person: personOf(engineer), database: others }
    expect(await takeInFile(theirs, file, importWire(server, engineer))).toEqual({
      ...{ is: 'bad', file: 'other-person' },
    })
    expect(await others.photos.count()).toBe(0)
    const administrator = await server.staff(['administrator'])
    const database = await new PhoneDisk().open()
    const desk = { person: personOf(administrator), database }
    const end = await takeInFile(desk, file, importWire(server, administrator))
    expect(end).toMatchObject({ is: 'taken', isOwn: false })
    await sendPhotosOf(database, administrator)
    const found = await server.store.read(server.company, (reader) => reader.vouchersOf(sha256))
    expect(found).toMatchObject([{ id: record, staff: administrator.staff }])
  })

  it('[EX8] is looked at without anything being sent: whose, how much, from which device', async () => {
    const { caller, withPhoto, newTicket, pack, staff } = await setUp()
    await withPhoto('3栋泵房滴水', 'g')
    await newTicket('大堂灯不亮')
    const { file } = await pack()
    const looked = await lookAtFile({ person: personOf(caller.current) }, file, hashOf)
    if (!looked.ok) throw new Error(looked.error)
    const { work, isOwn } = looked.value
    expect({ isOwn, whose: work.staff.id, changes: work.changes.length }).toEqual({
      ...{ isOwn: true, whose: staff, changes: 2 },
    })
    expect(work.photos).toHaveLength(1)
  })

  it('[EX10] holds what was begun, which its author goes on with, and nothing there is overwritten', async () => {
    const { caller, server, database, pack } = await setUp()
    const { blob, ref } = await shot('k')
    await writeDraft(database, 'snap', { words: '写了一半', photos: [ref], replaces: [7] }, 5)
    await writeDraft(database, `snap/photo/${ref.sha256}`, { blob, ref, where: '门口' }, 5)
    await writeDraft(database, 'ticket/x/say', { words: '也写了一半', photos: [] }, 6)
    const packed = await pack()
    expect(packed).toMatchObject({ changes: 0, photos: 0, drafts: 2 })
    const other = await new PhoneDisk().open()
    await writeDraft(other, 'ticket/x/say', { words: '这里写的', photos: [] }, 9)
    const phone = { person: personOf(caller.current), database: other }
    const wire = importWire(server, caller.current)
    const first = await takeInFile(phone, packed.file, wire)
    expect(first).toMatchObject({ is: 'taken', stayed: 1 })
    expect(await takeInFile(phone, packed.file, wire)).toEqual(first)
    const snap = await readDraft(other, 'snap')
    expect(snap).toMatchObject({ words: '写了一半', photos: [ref] })
    expect(snap).not.toHaveProperty('replaces')
    expect(await readDraft(other, 'ticket/x/say')).toMatchObject({ words: '这里写的' })
    const kept = (await readDraft(other, `snap/photo/${ref.sha256}`)) as { blob: Blob }
    expect(kept).toMatchObject({ ref, where: '门口' })
    expect(await hashOf(kept.blob)).toBe(ref.sha256)
    const administrator = await server.staff(['administrator'])
    const desk = { person: personOf(administrator), database: await new PhoneDisk().open() }
    await takeInFile(desk, packed.file, importWire(server, administrator))
    expect(await desk.database.drafts.count()).toBe(0)
  })

  it('[SY30] taken in by another, its records say so on every phone, and go on saying so', async () => {
    const { server, database, withPhoto, pack, saveAll, go, sky } = await setUp()
    const { record } = await withPhoto('3栋泵房滴水', 'h')
    const { file } = await pack()
    const administrator = await server.staff(['administrator'])
    const desk = { person: personOf(administrator), database: await new PhoneDisk().open() }
    await takeInFile(desk, file, importWire(server, administrator))
    sky.weather = 'fine'
    await go()
    await go()
    const marked = [{ marks: ['before-registration'], importedBy: administrator.staff }]
    expect(await database.tickets.get(record)).toMatchObject({ marked })
    const act = { act: 'say' as const, words: '看过了', photos: [] }
    await saveAll([{ kind: 'Ticket', record, act }])
    expect(await database.tickets.get(record)).toMatchObject({ marked })
    await go()
    expect(await database.tickets.get(record)).toMatchObject({ marked })
  })

  it('stopped on the way is taken in by the next try, and nothing is kept before', async () => {
    const { server, caller, withPhoto, pack } = await setUp()
    await withPhoto('3栋泵房滴水', 'e')
    const { file } = await pack()
    const network = { isThere: false }
    const database = await new PhoneDisk().open()
    const phone = { person: personOf(caller.current), database }
    const wire = importWire(server, caller.current, () => network.isThere)
    expect(await takeInFile(phone, file, wire)).toEqual({ is: 'stopped', why: 'offline' })
    expect(await database.photos.count()).toBe(0)
    network.isThere = true
    expect(await takeInFile(phone, file, wire)).toMatchObject({ is: 'taken' })
    expect(await database.photos.count()).toBe(1)
  })
})

describe('what the server refused', () => {
  const setUpRefused = async () => {
    const held = await setUp()
    held.sky.weather = 'fine'
    const ticket = await held.newTicket('别的小区的灯', newId<CommunityId>())
    await held.go()
    const [work] = (await refusedWork(held.database)).refused
    if (!work) throw new Error('Nothing was refused.')
    return { ...held, ticket, work }
  }
  const again = (
    { database, staff }: Awaited<ReturnType<typeof setUpRefused>>,
    { acts, orders, at }: RefusedWork,
  ) => saveActs(database, acts, author(staff, at), { also: replacing(database, orders) })

  it('[EX5] is put away and taken back; nothing of it changes, and nobody is asked to act', async () => {
    const { database, work, ticket } = await setUpRefused()
    expect(work).toMatchObject({ why: 'forbidden', kind: 'Ticket', id: ticket, record: null })
    const before = await database.outbox.toArray()
    await putAway(database, work.orders, true)
    expect(await refusedWork(database)).toMatchObject({ refused: [], putAway: [{ id: ticket }] })
    expect(await uploadSummary(database)).toMatchObject({ changes: 0, refused: 0 })
    expect(await uploadLines(database, 20)).toEqual([])
    expect(await uploadStateOf(database, 'Ticket', ticket)).toBe('uploaded')
    await putAway(database, work.orders, false)
    expect(await database.outbox.toArray()).toEqual(before)
  })

  it('[EX9] is got rid of once put away, taken back for a week, and then gone', async () => {
    const { database, work, ticket, pack } = await setUpRefused()
    await discard(database, work.orders, 1)
    expect((await refusedWork(database)).refused).toHaveLength(1)
    await putAway(database, work.orders, true)
    const before = await database.outbox.toArray()
    await discard(database, work.orders, 1)
    expect(await refusedWork(database)).toMatchObject({
      ...{ refused: [], putAway: [], discarded: [{ id: ticket, acts: work.acts }] },
    })
    expect(await pack()).toMatchObject({ changes: 0 })
    await prune(database, 1 + DISCARDED_STAYS)
    await discard(database, work.orders, null)
    expect(await database.outbox.toArray()).toEqual(before)
    await discard(database, work.orders, 1)
    await prune(database, 2 + DISCARDED_STAYS)
    expect(await database.outbox.count()).toBe(0)
  })

  it('[EX6] sent again is a new change of the old time; the refused one stays, replaced', async () => {
    const held = await setUpRefused()
    const { database, work } = held
    const saved = await again(held, work)
    if (!saved.ok) throw new Error(saved.error.kind)
    const [old, anew] = await database.outbox.orderBy('order').toArray()
    expect(old).toMatchObject({ state: 'putAway', replacedBy: saved.value[0] })
    expect(anew).toMatchObject({ state: 'waiting', change: { at: work.at, act: old?.change.act } })
    expect(anew?.change.id).not.toBe(old?.change.id)
    expect(await refusedWork(database)).toEqual({ refused: [], putAway: [], discarded: [] })
    // A second tap has nothing left to replace, and the first one's place is not taken from it.
    await held.go()
    expect((await refusedWork(database)).refused).toHaveLength(1)
  })

  it('[EX6] fills the form it came from, with its photos, after what was typed there', async () => {
    const { database, newTicket, withPhoto } = await setUpRefused()
    const ticket = await newTicket('2号泵滴水')
    const { sha256 } = await withPhoto('带照片的', 'f')
    const { ref } = await shot('f')
    const key = `ticket/${ticket}/say`
    await writeDraft(database, key, { words: '先写的', photos: [] }, 1)
    const refused = { words: '没收的话', photos: [ref], replaces: [7] }
    for (const at of [2, 3]) await fillDraft(database, key, refused, at)
    expect(await readDraft(database, key)).toMatchObject({
      ...{ words: '先写的\n没收的话', photos: [{ sha256 }], replaces: [7] },
    })
    const kept = (await readDraft(database, `${key}/photo/${sha256}`)) as { blob: Blob }
    expect(await hashOf(kept.blob)).toBe(sha256)
  })

  it('[EX6] puts nothing in the place of what was typed or chosen in the form meanwhile', async () => {
    const { database } = await setUpRefused()
    const typed = { words: '', to: 'she', title: '原来的', channel: 'phone', replaces: [7] }
    await writeDraft(database, 'ticket/x/assign', typed, 1)
    const refused = { words: '请她看', to: 'he', title: '改过的', channel: 'visit', replaces: [9] }
    const blank = { title: '原来的', channel: 'phone' }
    await fillDraft(database, 'ticket/x/assign', refused, 2, blank)
    expect(await readDraft(database, 'ticket/x/assign')).toMatchObject({
      ...{ words: '请她看', to: 'she', title: '改过的', channel: 'visit', replaces: [7, 9] },
    })
  })

  it('[EX5] one that does not read is shown beside the others, with nothing to send again', async () => {
    const { database, work, newTicket, go } = await setUpRefused()
    await newTicket('另一个别的小区', newId<CommunityId>())
    await go()
    const [order = 0] = work.orders
    const item = await database.outbox.get(order)
    if (!item) throw new Error('Nothing there.')
    const change = { ...item.change, act: null } as unknown as typeof item.change
    await database.outbox.put({ ...item, change })
    const { refused } = await refusedWork(database)
    expect(refused.map(({ acts }) => acts.length)).toEqual([1, 0])
  })

  it('[EX1] put away it is in the file all the same, until it was said anew', async () => {
    const held = await setUpRefused()
    const { database, work, pack } = held
    await putAway(database, work.orders, true)
    expect(await pack()).toMatchObject({ changes: 1 })
    await putAway(database, work.orders, false)
    await again(held, work)
    // The one in its place, alone.
    expect(await pack()).toMatchObject({ changes: 1 })
  })

  it('[EX7] travels in the file to its author’s other phone, and is not sent under its old id', async () => {
    const { server, caller, pack, ticket, work } = await setUpRefused()
    const { file } = await pack()
    const database = await new PhoneDisk().open()
    const phone = { person: personOf(caller.current), database }
    const wire = importWire(server, caller.current, () => {
      throw new Error('nothing was to be sent')
    })
    const end = await takeInFile(phone, file, wire)
    expect(end).toMatchObject({ is: 'taken', outcomes: [], refused: [{ why: 'forbidden' }] })
    await takeInFile(phone, file, wire)
    const { refused } = await refusedWork(database)
    expect(refused).toMatchObject([{ id: ticket, why: 'forbidden', acts: work.acts }])
  })
})
