import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { TicketId } from '../../src/domain/ticket/ticket'
import { photoLines } from '../../src/storage/photo-line'
import { uploadLines } from '../../src/storage/upload-state'
import { weigh } from '../../src/storage/weigh'
import { persistAfterFirstSave } from '../../src/stores/persist'
import { createSync } from '../../src/sync/create-sync'
import { newId } from '../support/build/ids'
import { receiveTicket } from '../support/build/ticket'
import { setUpPhone } from '../support/exchange-phone'

let phone: Awaited<ReturnType<typeof setUpPhone>>
beforeEach(async () => {
  phone = await setUpPhone()
})
afterEach(() => phone.database.close())

const PREVIEW = 'data:image/webp;base64,AAAA'
const pictureOf = (digit: string, takenAt: number) => ({
  blob: new Blob(['x'.repeat(500)], { type: 'image/webp' }),
  ref: {
    ...{ sha256: digit.repeat(64), width: 10, height: 10, bytes: 500, takenAt },
    preview: PREVIEW,
  },
})

const ticketWithPhotos = async () => {
  const record = newId<TicketId>()
  const photos = [pictureOf('b', 20), pictureOf('a', 10)]
  const refs = photos.map(({ ref }) => ref)
  const act = receiveTicket(phone.server.community, phone.staff, { photos: refs })
  await phone.saveAll([{ kind: 'Ticket', record, act }], { photos })
  return record
}

describe('[ST15] each photo that is not up', () => {
  it('says where it belongs and what it weighs, the next to go first', async () => {
    const id = await ticketWithPhotos()
    await phone.database.photos.update('a'.repeat(64), { state: 'broken' })
    const own = { kind: 'Ticket', id, isSound: false, preview: PREVIEW, bytes: 500 }
    expect(await photoLines(phone.database)).toEqual([
      { ...own, sha256: 'a'.repeat(64), takenAt: 10, state: 'broken' },
      { ...own, sha256: 'b'.repeat(64), takenAt: 20, state: 'waiting' },
    ])
    await phone.go()
    // Its record is up, and it still says to which it belongs.
    expect((await photoLines(phone.database)).map((line) => line.id)).toEqual([id, id])
    await phone.database.photos.toCollection().modify({ state: 'confirmed' })
    expect(await photoLines(phone.database)).toEqual([])
  })

  it('waits for Wi-Fi where its person wants it, while records go; and goes when there is one', async () => {
    const id = await ticketWithPhotos()
    let isWifi = false
    const sent: string[] = []
    const sync = createSync({
      ...phone.parts,
      maySendPhotos: () => Promise.resolve(isWifi),
      photos: {
        send: ({ sha256 }) => {
          sent.push(sha256)
          return Promise.resolve({ is: 'confirmed' })
        },
      },
    })
    sync.wake()
    await vi.waitFor(() => expect(sync.state.is).toBe('awaits-wifi'))
    expect(sent).toEqual([])
    expect(await phone.database.outbox.count()).toBe(0)
    const [line] = await uploadLines(phone.database, 9)
    expect(line).toMatchObject({ id, state: 'going', photosSent: 0, photos: 2, bytes: 1_000 })
    // Saved meanwhile, a record goes up all the same.
    await phone.newTicket('灯不亮')
    sync.wake()
    await vi.waitFor(async () => expect(await phone.database.outbox.count()).toBe(0))
    isWifi = true
    sync.wake()
    await vi.waitFor(() => expect(sync.state.is).toBe('idle'))
    expect(sent).toEqual(['a'.repeat(64), 'b'.repeat(64)])
    const up = (await uploadLines(phone.database, 9)).find((each) => each.id === id)
    expect(up?.sentAt).toBeGreaterThan(0)
    sync.stop()
  })
})

describe('[ST16] the weight of what is on the phone', () => {
  it('is that of records, of photos by whether they are up, and of drafts with their photos', async () => {
    expect(await weigh(phone.database)).toEqual({
      ...{ records: 0, photosSent: 0, photosUnsent: 0, drafts: 0 },
    })
    await ticketWithPhotos()
    await phone.database.photos.update('a'.repeat(64), { state: 'confirmed' })
    const { blob } = pictureOf('c', 1)
    await phone.database.drafts.put({ key: 'snap', value: { words: '写了一半' }, at: 1 })
    await phone.database.drafts.put({ key: 'snap/photo/c', value: { blob, ref: {} }, at: 1 })
    const weight = await weigh(phone.database)
    expect(weight).toMatchObject({ photosSent: 500, photosUnsent: 500 })
    expect(weight.drafts).toBeGreaterThan(500)
    expect(weight.drafts).toBeLessThan(600)
    expect(weight.records).toBeGreaterThan(500)
  })

  it('is asked to be kept after the first save, once, and not before', async () => {
    const ask = vi.fn(() => Promise.resolve(true))
    const stop = persistAfterFirstSave(phone, ask)
    await phone.database.drafts.put({ key: 'snap', value: {}, at: 1 })
    await phone.go()
    expect(ask).not.toHaveBeenCalled()
    await phone.newTicket('2号泵滴水')
    await vi.waitFor(() => expect(ask).toHaveBeenCalledOnce())
    await phone.newTicket('灯不亮')
    await phone.go()
    expect(ask).toHaveBeenCalledOnce()
    stop()
  })
})
