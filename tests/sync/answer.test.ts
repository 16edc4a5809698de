import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { MINUTE } from '../../src/domain/instant'
import type { TicketId } from '../../src/domain/ticket/ticket'
import type { SyncAnswer } from '../../src/protocol/sync-answer'
import type { SyncRequest } from '../../src/protocol/sync-request'
import { readMeta } from '../../src/storage/meta'
import { uploadStateOf } from '../../src/storage/upload-state'
import { exchange } from '../../src/sync/exchange'
import { freshMemory } from '../../src/sync/poison'
import type { SyncWire } from '../../src/sync/wire'
import { newId } from '../support/build/ids'
import { receiveTicket } from '../support/build/ticket'
import { never, setUpPhone } from '../support/exchange-phone'
import { isPhotoThere } from '../support/photo-server'
import { SCHEMA } from '../../src/protocol/version'

type Phone = Awaited<ReturnType<typeof setUpPhone>>

const BYTES = '一张照片'
const hash = createHash('sha256').update(BYTES).digest('hex')

const picture = {
  blob: new Blob([BYTES], { type: 'image/webp' }),
  ref: {
    ...{ sha256: hash, width: 10, height: 10, bytes: 12, takenAt: 1_790_000_000_000 },
    preview: 'data:image/webp;base64,AAAA',
  },
}

const withPhoto = async (phone: Phone) => {
  const record = newId<TicketId>()
  const photos = [picture]
  const act = receiveTicket(phone.server.community, phone.staff, { photos: [picture.ref] })
  await phone.saveAll([{ kind: 'Ticket', record, act }], { photos })
  return record
}

const listening = () => {
  const requests: SyncRequest[] = []
  const between = (inner: SyncWire): SyncWire => ({
    post: (request, signal) => {
      requests.push(request)
      return inner.post(request, signal)
    },
  })
  return { requests, between }
}

describe('a call', () => {
  it('[SY1] in a browser where another person has signed in reads and takes nothing', async () => {
    const phone = await setUpPhone()
    const id = await phone.newTicket('我的')
    const own = phone.caller.current
    phone.caller.current = await phone.server.staff(['steward'])
    expect(await phone.go()).toEqual({ ended: 'other-person' })
    expect(await uploadStateOf(phone.database, 'Ticket', id)).toBe('onPhone')
    expect(await readMeta(phone.database, 'cursor')).toBeUndefined()
    expect(phone.store.stateOf(phone.server.company).log.size).toBe(0)
    phone.caller.current = own
    expect(await phone.go()).toMatchObject({ ended: 'done' })
    expect(await uploadStateOf(phone.database, 'Ticket', id)).toBe('uploaded')
  })

  it('says what waits on this phone, changes, photos and since when', async () => {
    const { requests, between } = listening()
    const phone = await setUpPhone({ between })
    await phone.go()
    await withPhoto(phone)
    await phone.newTicket('再一件')
    await phone.go()
    await phone.goPhotos()
    await phone.go()
    expect(requests.map(({ waiting }) => [waiting.changes, waiting.photos])).toEqual([
      [0, 0],
      [2, 1],
      [0, 0],
    ])
    expect(requests[1]?.waiting.oldestAt).toBe(picture.ref.takenAt)
  })

  it('[SY8] measures how far the server’s clock is from the phone’s', async () => {
    const phone = await setUpPhone()
    const { database, parts, server } = phone
    const measured = async (now: () => number) => {
      await exchange({ ...parts, now }, freshMemory(), never)
      return Math.round(((await readMeta(database, 'clockOffset')) ?? NaN) / MINUTE)
    }
    expect(await measured(() => server.clock)).toBe(0)
    expect(await measured(() => server.clock - 5 * MINUTE)).toBe(5)
    expect(await measured(() => server.clock + 20 * MINUTE)).toBe(-20)
  })

  it('takes an answer of a server that says more than this app knows', async () => {
    const phone = await setUpPhone({
      between: (inner) => ({
        post: async (request, signal) => {
          const reply = await inner.post(request, signal)
          if (!reply.reached || reply.status !== 200) return reply
          const body = reply.body as SyncAnswer
          const [scope = 'company'] = phone.caller.current.scopes
          const strange = {
            kind: 'GatePass',
            id: newId(),
            scope,
            revision: 1,
            schema: SCHEMA,
            record: {},
          }
          const rows = [strange, ...body.rows.map((row) => ({ ...row, colour: 'red' }))]
          return { ...reply, body: { ...body, rows, weather: 'fine' } }
        },
      }),
    })
    const id = await phone.newTicket('漏水')
    expect(await phone.go()).toMatchObject({ ended: 'done' })
    expect(await uploadStateOf(phone.database, 'Ticket', id)).toBe('uploaded')
    expect((await phone.database.tickets.get(id))?.revision).toBe(1)
  })

  it('[SY42] carries at most 200 changes, and what is left goes with the next', async () => {
    const { requests, between } = listening()
    const phone = await setUpPhone({ between })
    const id = await phone.newTicket('漏水')
    for (let index = 0; index < 229; index += 1)
      await phone.save(id, { act: 'say', words: `第${index}句`, photos: [] })
    await phone.go()
    expect(requests.map(({ changes }) => changes.length)).toEqual([200, 30])
    expect(requests.flatMap(({ changes }) => changes.map(({ seq }) => seq))).toEqual(
      Array.from({ length: 230 }, (_, index) => index + 1),
    )
    expect((await phone.ticket(id))?.thread).toHaveLength(230)
  })

  it('[SY42] stays under a mebibyte, whatever its changes weigh', async () => {
    const sizes: number[] = []
    const weighing = (inner: SyncWire): SyncWire => ({
      post: (request, signal) => {
        sizes.push(Buffer.byteLength(JSON.stringify(request)))
        return inner.post(request, signal)
      },
    })
    const phone = await setUpPhone({ between: weighing })
    const heavy = { ...picture.ref, preview: `data:image/webp;base64,${'A'.repeat(4_000)}` }
    const photos = Array.from({ length: 25 }, (_, index) => ({
      ...{ ...heavy, sha256: index.toString(16).padStart(64, '0') },
    }))
    for (let index = 0; index < 14; index += 1)
      await phone.saveAll([
        {
          ...{ kind: 'Ticket', record: newId<TicketId>() },
          act: receiveTicket(phone.server.community, phone.staff, { photos }),
        },
      ])
    await phone.go()
    expect(sizes.length).toBeGreaterThan(1)
    expect(Math.max(...sizes)).toBeLessThan(1_048_576)
    expect(await phone.database.outbox.count()).toBe(0)
  })
})

describe('[SY55] a photo the server does not have', () => {
  it('is sent again by the phone that named it, though it was said to be there', async () => {
    const phone = await setUpPhone()
    const id = await withPhoto(phone)
    await phone.go()
    await phone.goPhotos()
    await phone.go()
    expect(await uploadStateOf(phone.database, 'Ticket', id)).toBe('uploaded')
    const state = phone.store.stateOf(phone.server.company)
    phone.store.restore(phone.server.company, { ...state, photos: new Map() })
    await phone.go()
    expect(await uploadStateOf(phone.database, 'Ticket', id)).toBe('going')
    await phone.goPhotos()
    expect(await isPhotoThere(phone.server, hash)).toBe(true)
    expect(await uploadStateOf(phone.database, 'Ticket', id)).toBe('uploaded')
  })

  it('[SY45] is offered again after a restore, whether it was asked for or not', async () => {
    const phone = await setUpPhone()
    await phone.newTicket('备份前')
    await phone.go()
    const backup = phone.store.stateOf(phone.server.company)
    const id = await withPhoto(phone)
    await phone.go()
    await phone.goPhotos()
    await phone.go()
    phone.store.restore(phone.server.company, backup)
    await phone.server.accept(...(await another(phone)))
    await phone.go()
    await phone.goPhotos()
    await phone.go()
    expect(await isPhotoThere(phone.server, hash)).toBe(true)
    expect(await uploadStateOf(phone.database, 'Ticket', id)).toBe('uploaded')
    expect((await phone.database.tickets.get(id))?.photosMissing).toEqual([])
  })

  it('[SY47] that the network spoils again and again is not blamed for it, and waits', async () => {
    const phone = await setUpPhone()
    const id = await withPhoto(phone)
    await phone.go()
    const shelf = phone.parts.photos
    const spoiling = { send: () => Promise.resolve({ is: 'wrong-bytes' as const }) }
    phone.parts.photos = spoiling
    expect(await phone.goPhotos()).toEqual({ ended: 'trouble', retryAfter: null })
    expect(await uploadStateOf(phone.database, 'Ticket', id)).toBe('going')
    phone.parts.photos = shelf
    expect(await phone.goPhotos()).toEqual({ ended: 'done' })
    expect(await isPhotoThere(phone.server, hash)).toBe(true)
  })

  it('whose bytes the phone no longer has whole asks to be taken again', async () => {
    const phone = await setUpPhone()
    const id = await withPhoto(phone)
    await phone.go()
    const spoilt = new Blob(['别的字节'], { type: 'image/webp' })
    await phone.database.photos.update(hash, { blob: spoilt })
    expect(await phone.goPhotos()).toEqual({ ended: 'done' })
    expect(await uploadStateOf(phone.database, 'Ticket', id)).toBe('needsYou')
    expect(await isPhotoThere(phone.server, hash)).toBe(false)
  })

  it('[ST12] that the phone cannot read any more keeps no other from going up', async () => {
    const phone = await setUpPhone()
    const id = await withPhoto(phone)
    await phone.go()
    const lost = 'f'.repeat(64)
    const before = { sha256: lost, type: 'image/webp', bytes: 3, takenAt: 1 } as const
    const blob = null as unknown as Blob
    await phone.database.photos.put({ ...before, blob, state: 'waiting' })
    const shelf = phone.parts.photos
    // The network's own code fails in the middle of it, and looks like no network.
    phone.parts.photos = {
      send: (photo, signal) =>
        photo.sha256 === lost
          ? Promise.resolve({ is: 'offline' as const })
          : shelf.send(photo, signal),
    }
    expect(await phone.goPhotos()).toEqual({ ended: 'done' })
    expect(await isPhotoThere(phone.server, hash)).toBe(true)
    expect(await uploadStateOf(phone.database, 'Ticket', id)).toBe('uploaded')
    expect((await phone.database.photos.get(lost))?.state).toBe('broken')
  })
})

/** A colleague’s first call to the restored server. */
const another = async ({ server }: Phone) => {
  const li = await server.phone(['steward'])
  const { staff } = li.caller
  const change = li.change('Ticket', newId(), receiveTicket(server.community, staff))
  return [li.caller, li.request([change])] as const
}
